/** What a page says of itself: the script is run as the background runs it, in pages of our own and in saved ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { type AboutPage, MAX_TITLE } from '../../../data/page/about-page';
import { tabOf } from '../../../scripts/lib/chromium';
import { expect, test } from './fixtures';

/** Hosts that no one else may use (RFC 2606). */
const LOADED = 'https://news.example/world/dam';

/** Shows a page at an address; every other request is cut off. */
async function show(page: Page, html: string, address = LOADED): Promise<void> {
  await page.route('**', (route) =>
    route.request().url() === address
      ? route.fulfill({
          body: `<!doctype html>${html}`,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'" },
        })
      : route.abort(),
  );
  await page.goto(address, { waitUntil: 'domcontentloaded' });
}

async function ask(worker: Worker, page: Page): Promise<AboutPage> {
  const tabId = await tabOf(worker, page);
  return worker.evaluate(async (tab) => {
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      files: ['about.js'],
    });
    return ran?.result as AboutPage;
  }, tabId);
}

interface Case {
  readonly name: string;
  readonly html: string;
  readonly address?: string;
  readonly expected: Partial<AboutPage>;
}

const dated = (sign: string, name: string, html: string, edtf = '2024-11-07'): Case => ({
  name: `a date in its ${name}`,
  html,
  expected: { published: { edtf, sign } as AboutPage['published'] },
});
const undated = (name: string, html: string): Case => ({
  name: `no date in ${name}`,
  html,
  expected: { published: null },
});
const addressed = (name: string, html: string, address = LOADED): Case => ({
  name: `the address ${name}`,
  html,
  expected: { address },
});
const titled = (name: string, html: string, title: string | null): Case => ({
  name: `the title ${name}`,
  html,
  expected: { title },
});

const TIME = '<time datetime="2024-11-07">Thursday</time>';
const META = '<meta name="date" content="2024-11-07">';

const CASES: readonly Case[] = [
  dated(
    'json-ld',
    'JSON-LD',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-07T23:00-05:00"}</script>',
  ),
  dated(
    'meta',
    'meta data',
    '<meta property="article:published_time" content="2024-11-07T00:10+09:00">',
  ),
  dated('meta', 'microdata', '<p>By A. <span itemprop="datePublished">7 November 2024</span></p>'),
  dated(
    'time',
    'marked time',
    '<time datetime="2024-11-07" itemprop="datePublished">Thursday</time>',
  ),
  dated('time', 'time with pubdate', '<time datetime="2024-11-07" pubdate>Thursday</time>'),
  dated(
    'time',
    'article’s header',
    '<article><p>a <time>2024-10-01</time><header><time>2024-11-07</time></header></article>',
  ),
  dated('time', 'only time', `<body class="comments-open"><div>${TIME}</div>`),
  dated('url', 'canonical address', '<link rel="canonical" href="/2024/11/07/dam">'),
  undated(
    'when it was changed',
    '<article><time class="updated" datetime="2024-11-07">now</time></article>',
  ),
  undated('a comment', `<article><p>a</p><div class="comments">${TIME}</div></article>`),
  undated('a teaser', `<article><article>${TIME}</article></article>`),
  undated('the footer', `<footer>${TIME}</footer>`),
  undated('a list of articles', `<article>${TIME}</article>`.repeat(9)),
  undated('a field', '<input name="date" value="2024-11-07">'),
  addressed(
    'that it gives',
    '<link rel="canonical" href="https://news.example/dam">',
    'https://news.example/dam',
  ),
  addressed(
    'relative to its base',
    '<base href="https://news.example/x/"><link rel="Canonical" href="dam">',
    'https://news.example/x/dam',
  ),
  addressed('it was loaded from', '<p>a'),
  addressed('that would run', '<link rel="canonical" href="javascript:alert(1)">'),
  addressed('of a front page', '<link rel="canonical" href="/">'),
  addressed('that is empty', '<link rel="canonical" href="">'),
  addressed('that is endless', `<link rel="canonical" href="/${'a'.repeat(9000)}">`),
  titled('on one line', '<title> The dam \n cracks </title>', 'The dam cracks'),
  titled(
    'without the site’s name',
    '<title>Dam | News</title><meta property="og:title" content="Dam">',
    'Dam',
  ),
  titled('of a picture', '<body><svg><title>Icon</title></svg>', null),
  titled('that is endless', `<title>${'a'.repeat(9000)}</title>`, 'a'.repeat(MAX_TITLE)),
  {
    name: 'a page that takes the document’s own methods away by the names of its elements',
    html: `<title>Dam</title>${META}<img name="head"><img name="body"><img name="baseURI"><img name="title">
      <form name="querySelectorAll"><input name="getAttribute"><input name="textContent"></form>
      <form itemprop="datePublished"><input name="closest"><input name="matches"><input name="content"></form>`,
    expected: { title: 'Dam', address: LOADED, published: { edtf: '2024-11-07', sign: 'meta' } },
  },
];

test.describe('what a page says of itself', () => {
  for (const { name, html, expected } of CASES) {
    test(name, async ({ running, worker }) => {
      const page = await running.context.newPage();
      await show(page, html);
      expect(await ask(worker, page)).toMatchObject(expected);
      await page.close();
    });
  }
});

const FOLDER = join(import.meta.dirname, '../../../../shared/pages');
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
  : [];

test.describe('saved pages', () => {
  test.skip(files.length === 0, '../shared/pages is not here');

  test('most say when they were published', async ({ running, worker }) => {
    test.setTimeout(180_000);
    const page = await running.context.newPage();
    const found: Record<string, string> = {};
    for (const file of files) {
      await page.unrouteAll();
      await show(page, readFileSync(join(FOLDER, file), 'utf8'), `https://pages.example/${file}`);
      const { published } = await ask(worker, page);
      found[file] = published ? `${published.edtf} ${published.sign}` : 'none';
    }
    await page.close();
    console.log(
      Object.entries(found)
        .map(([file, sign]) => `${sign.padEnd(20)} ${file}`)
        .join('\n'),
    );
    const dates = Object.values(found).filter((sign) => sign !== 'none');
    expect(dates.length).toBeGreaterThanOrEqual(30);
    // They were saved until 2024; pages of an encyclopaedia say when they were begun.
    for (const date of dates) expect(date >= '2001' && date < '2025').toBe(true);
  });
});
