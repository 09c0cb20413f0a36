import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './library.css';
import { mountPage } from '../../components/mountPage';
import { sayer } from '../../data/locale';
import { asker, type BackgroundRequests, type LocaleStrings } from '../../data/messages';
import { Library } from './Library';

const ask = asker<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

function show({ locale, strings }: LocaleStrings) {
  const words = { locale, say: sayer(locale, strings) };
  const setLocale = (wanted: string) => ask('locale.set', { locale: wanted }).then(show);
  mountPage('library.title', words, <Library ask={ask} onLocale={setLocale} />);
}

show(await ask('locale.strings', null));
