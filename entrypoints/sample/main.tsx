/**
 * A paragraph with the reader itself in it, to be shown in a frame of our own pages: what is tried there is what
 * happens on a page. Browsers run no injected script in an extension's own pages, so this one loads them itself.
 */
import '../../components/tokens.css';
import '../../components/page.css';
import './sample.css';
import { useWords } from '../../components/words';
import { markSheet } from '../marks/contract';
import { showOwnPage } from '../own-page/contract';

function Sample() {
  const { say } = useWords();
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

await showOwnPage('sample.title', async (ask) => {
  sheet.href = `/${markSheet(await ask('appearance.get', null))}`;
  return <Sample />;
});
for (const file of SCRIPTS) await run(file);
