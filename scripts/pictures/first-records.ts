/**
 * `npx tsx scripts/pictures/first-records.ts`: the cards of ten sentences of ../shared/mentions-dev, for docs/card.md.
 * A picture shows the card alone: the sentences are not ours to publish.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureChromium } from '../lib/browsers';
import { buildExtension } from '../lib/build';
import { launchChromium, type RunningChromium } from '../lib/chromium';
import { ROOT } from '../lib/dependencies.mjs';
import { serve } from '../lib/server';
import { settledMentions } from '../start/report';

/** A sentence by where it begins in its text (UTF-16 units), and the name of the topic that is looked at. */
const SENTENCES = [
  { text: '184', lang: 'ar', start: 58, end: 142, topic: /numbers/i },
  { text: '193', lang: 'de', start: 85, end: 195, topic: /numbers/i },
  { text: '002', lang: 'en', start: 343, end: 435, topic: /den/i },
  { text: '047', lang: 'en', start: 0, end: 101, topic: /Kursk/ },
  { text: '067', lang: 'en', start: 166, end: 248, topic: /numbers/i },
  { text: '019', lang: 'en', start: 113, end: 204, topic: /numbers/i },
  { text: '040', lang: 'en', start: 352, end: 395, topic: /numbers/i },
  { text: '053', lang: 'en', start: 273, end: 309, topic: /Putin/ },
  { text: '203', lang: 'es', start: 128, end: 208, topic: /treaty|partnership/i },
  { text: '176', lang: 'ko', start: 0, end: 37, topic: /numbers/i },
] as const;
type Sentence = (typeof SENTENCES)[number];

const FOLDER = join(ROOT, 'docs/pictures/first');
const TEXTS = join(ROOT, '../shared/mentions-dev/texts');

/** Time for the longest transition (180 ms) and for the fonts. */
const SETTLED_MS = 500;

const html = (
  text: string,
  lang: string,
) => `<!doctype html><html lang="${lang}" dir="auto"><meta charset="utf-8">
<meta property="og:type" content="article"><title>A text</title>
<style>body{margin:40px;font:18px/1.6 serif;width:640px}p{white-space:pre-wrap}</style>
<article><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p></article>`;

/** Where on the screen a mark of the sentence is; runs in the page. */
const markWithin = `([start, end]) => {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('on-record-') || name.includes('active')) continue;
    for (const range of highlight) {
      if (range.startOffset < start || range.startOffset >= end) continue;
      const box = range.getClientRects()[0];
      if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
  }
  return null;
}`;

async function pictureOf(
  running: RunningChromium,
  page: Page,
  { text, start, end, topic }: Sentence,
) {
  await settledMentions(running, page);
  const point = (await page.evaluate(`(${markWithin})([${start}, ${end}])`)) as {
    x: number;
    y: number;
  } | null;
  if (!point) throw new Error(`nothing is marked in text ${text}, ${start}`);
  await page.mouse.move(point.x - 3, point.y);
  await page.mouse.move(point.x, point.y, { steps: 3 });
  const card = page.locator('on-record-card');
  await card.waitFor({ state: 'attached' });
  const tab = card.getByRole('tab', { name: topic });
  if (await tab.count()) await tab.first().click();
  await page.waitForTimeout(SETTLED_MS);
  await card.locator('.surface').screenshot({ path: join(FOLDER, `${text}-${start}.png`) });
  const first = card.locator('[data-match], [data-key]').first();
  const key = (await first.getAttribute('data-match')) ?? (await first.getAttribute('data-key'));
  console.log(`${text} ${start} ${await card.locator('#title').textContent()}: ${key}`);
}

await mkdir(FOLDER, { recursive: true });
const server = await serve(async (request, response) => {
  const [, name = '', lang = 'en'] = /^\/(\d+)\/(\w+)$/.exec(request.url ?? '') ?? [];
  const text = await readFile(join(TEXTS, `${name}.txt`), 'utf8').catch(() => '');
  response.writeHead(text ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html(text, lang));
});
const running = await launchChromium({
  executable: ensureChromium().path,
  extension: await buildExtension('chrome', 'browser-test'),
  headless: true,
  colorScheme: 'light',
});
try {
  for (const sentence of SENTENCES) {
    const page = await running.context.newPage();
    await page.goto(`${server.origin}/${sentence.text}/${sentence.lang}`);
    await pictureOf(running, page, sentence).catch((error: unknown) =>
      console.error(String(error)),
    );
    await page.close();
  }
} finally {
  await running.close();
  await server.close();
}
