import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './popup.css';
import { mountPage } from '../../components/mountPage';
import { sayer } from '../../data/locale';
import { asker, type BackgroundRequests } from '../../data/messages';
import { Popup } from './Popup';
import { tabOfPopup } from './tab';

const ask = asker<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
const [{ locale, strings }, tab, lookup] = await Promise.all([
  ask('locale.strings', null),
  tabOfPopup(),
  ask('lookup.take', null),
]);
mountPage(
  'popup.title',
  { locale, say: sayer(locale, strings) },
  <Popup ask={ask} tab={tab} query={lookup ?? ''} />,
);
