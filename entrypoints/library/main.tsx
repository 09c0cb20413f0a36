import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './library.css';
import { showOwnPage } from '../own-page/contract';
import { Library } from './Library';

await showOwnPage('library.title', (ask) => (
  <Library
    ask={ask}
    onLocale={async (locale) => {
      await ask('locale.set', { locale });
    }}
  />
));
