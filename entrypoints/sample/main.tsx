/**
 * A paragraph with the reader itself in it, to be shown in a frame of our own pages: what is tried there is what
 * happens on a page. Browsers run no injected script in an extension's own pages, so this one loads them itself.
 */
import { browser } from 'wxt/browser';
import '../../components/tokens.css';
import '../../components/page.css';
import './sample.css';
import { mountPage } from '../../components/mountPage';
import { type Say, sayer } from '../../data/locale';
import { asker, type BackgroundRequests } from '../../data/messages';
import type { Appearance } from '../../data/settings';
import { markSheet } from '../marks/contract';

const ask = asker<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

function Sample({ say }: { readonly say: Say }) {
  return (
    <article class="sample">
      <h1>{say('sample.title')}</h1>
      <p>{say('sample.text')}</p>
    </article>
  );
}

/** In the order in which a page gets them; the last one begins to read. */
const SCRIPTS = ['always.js', 'marks.js', 'card.js', 'cite.js', 'reader.js'];

async function run(file: string): Promise<void> {
  const script = document.createElement('script');
  script.src = `/${file}`;
  const done = Promise.withResolvers<unknown>();
  script.onload = done.resolve;
  script.onerror = done.reject;
  document.head.append(script);
  await done.promise;
}

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
document.head.append(sheet);

function look({ theme, weight }: Appearance) {
  sheet.href = `/${markSheet({ weight })}`;
  document.documentElement.style.colorScheme = theme === 'page' ? '' : theme;
}

const [{ locale, strings }, appearance] = await Promise.all([
  ask('locale.strings', null),
  ask('appearance.get', null),
]);
const say = sayer(locale, strings);
look(appearance);
mountPage('sample.title', { locale, say }, <Sample say={say} />);
for (const file of SCRIPTS) await run(file);
browser.storage.local.onChanged.addListener((changes) => {
  if ('appearance' in changes) void ask('appearance.get', null).then(look);
});
