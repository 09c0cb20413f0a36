import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './sidepanel.css';
import { mountPage } from '../../components/mountPage';
import { sayer } from '../../data/locale';
import { asker, type BackgroundRequests } from '../../data/messages';
import { patient } from '../../data/patient';
import { takePrint } from './print';
import { SidePanel } from './SidePanel';

// The panel stays open for hours, the background only while it works.
const ask = asker<BackgroundRequests>(patient((message) => browser.runtime.sendMessage(message)));
const [{ locale, strings }, printing] = await Promise.all([
  ask('locale.strings', null),
  takePrint(),
]);
mountPage(
  'panel.title',
  { locale, say: sayer(locale, strings) },
  <SidePanel ask={ask} printing={printing} />,
);
