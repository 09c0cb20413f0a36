import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './sidepanel.css';
import { asker, type BackgroundRequests } from '../../data/messages';
import { patient } from '../../data/patient';
import { showOwnPage } from '../own-page/contract';
import { takePrint } from './print';
import { SidePanel } from './SidePanel';

// The panel stays open for hours, the background only while it works.
const ask = asker<BackgroundRequests>(patient((message) => browser.runtime.sendMessage(message)));
const taking = takePrint();
await showOwnPage(
  'panel.title',
  async (asks) => <SidePanel ask={asks} printing={await taking} />,
  ask,
);
