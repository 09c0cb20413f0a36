import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './popup.css';
import { askBackground, showOwnPage } from '../own-page/contract';
import { keepSearch, lastSearch } from './lastSearch';
import { Popup } from './Popup';
import { tabOfPopup } from './tab';

const opening = Promise.all([tabOfPopup(), askBackground('lookup.take', null)]);
await showOwnPage('popup.title', async (ask) => {
  const [tab, lookup] = await opening;
  return (
    <Popup
      ask={ask}
      tab={tab}
      query={lookup ?? (await lastSearch(tab))}
      onSearch={(query) => void keepSearch(tab, query)}
    />
  );
});
