import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './sidepanel.css';
import { mountPage } from '../../components/mountPage';
import { sayer } from '../../data/locale';
import { asker, type BackgroundRequests } from '../../data/messages';
import { SidePanel } from './SidePanel';

const ask = asker<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
const { locale, strings } = await ask('locale.strings', null);
mountPage('panel.title', { locale, say: sayer(locale, strings) }, <SidePanel ask={ask} />);
