import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './welcome.css';
import { mountPage } from '../../components/mountPage';
import { sayer } from '../../data/locale';
import { asker, type BackgroundRequests } from '../../data/messages';
import { Welcome } from './Welcome';

const ask = asker<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
const { locale, strings } = await ask('locale.strings', null);
// The first packs take a moment to be stored; the page does not wait for them.
mountPage(
  'welcome.title',
  { locale, say: sayer(locale, strings) },
  <Welcome packs={ask('packs.list', null)} />,
);
