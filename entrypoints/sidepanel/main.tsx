import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './sidepanel.css';
import { mountPage } from '../../components/mountPage';
import { sayer } from '../../data/locale';
import { asker, type BackgroundRequests } from '../../data/messages';
import { patient } from '../../data/patient';
import { SidePanel } from './SidePanel';

// The panel stays open for hours, the background only while it works.
const ask = asker<BackgroundRequests>(patient((message) => browser.runtime.sendMessage(message)));
const { locale, strings } = await ask('locale.strings', null);
mountPage('panel.title', { locale, say: sayer(locale, strings) }, <SidePanel ask={ask} />);
