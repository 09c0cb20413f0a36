import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './welcome.css';
import { showOwnPage } from '../own-page/contract';
import { Welcome } from './Welcome';

// The first packs take a moment to be stored; the page does not wait for them.
await showOwnPage('welcome.title', (ask) => <Welcome packs={ask('packs.list', null)} />);
