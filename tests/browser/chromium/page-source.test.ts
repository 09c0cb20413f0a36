/** A page that records quote: its passages are marked in place; a page that only says so is not believed. */
import type { Page } from '@playwright/test';
import type { FoundMention, TopicView } from '../../../data/messages';
import type { Pack } from '../../../data/model';
import { tabOf } from '../../../scripts/lib/chromium';
import { test as base, cardOn, expect, marksOn, markWith } from './fixtures';
import { launchWithPack } from './with-pack';

const STORY = `
  <h1>The ferry is to be replaced</h1>
  <p>After a long winter the island council met in its old hall, and the matter of the boat was first on the list of the day.</p>
  <p>The harbour master told the council that the ferry has outlived three of her captains, and asked for another.</p>
  <p>Nobody spoke against it, and the meeting went on to roads and lamps, which took the rest of the evening.</p>`;

const page = (head = '') =>
  `<!doctype html><meta charset="utf-8"><title>The ferry</title>
   <meta property="og:type" content="article">${head}<article>${STORY}</article>`;

/** Its source stands at the address that it is made with. */
const packFor = (url: string): Pack => ({
  pack: 'island',
  name: 'The island',
  language: 'en',
  licence: 'CC0-1.0',
  publisher: { name: 'Island Desk' },
  terms: {},
  topics: [{ id: 'ferry', name: 'The ferry' }],
  actors: [
    { id: 'master', name: 'The harbour master' },
    { id: 'council', name: 'The island council' },
  ],
  sources: [{ id: 'herald', publisher: 'Island Herald', url }],
  claims: [
    {
      id: 'outlived',
      about: ['ferry'],
      by: ['master'],
      made: '2024-03-01',
      text: 'The ferry is too old to go on.',
      sources: [{ source: 'herald', quote: { exact: 'outlived three of her captains' } }],
    },
    {
      id: 'unopposed',
      about: ['ferry'],
      by: ['council'],
      made: '2024-03-02',
      text: 'Nobody spoke against another ferry.',
      sources: [
        { source: 'herald', quote: { exact: 'asked for another. Nobody spoke against it' } },
      ],
    },
  ],
  denials: [],
  statements: [],
  events: [],
  tombstones: [],
});

const PASSAGE = 'outlived three of her captains';

const test = base.extend<object, { source: string }>({
  source: [async ({ site }, use) => use(site.make({ body: page() })), { scope: 'worker' }],
  running: [
    async ({ source }, use) => {
      const running = await launchWithPack(packFor(source));
      await use(running);
      await running.close();
    },
    { scope: 'worker' },
  ],
});

test('marks the passage that a record quotes', async ({ running, source }) => {
  const opened = await running.context.newPage();
  await opened.goto(`${source}?utm_source=mail#top`);
  const mark = await markWith(opened, 'captains');
  expect(mark.text).toBe(PASSAGE);
  await opened.close();
});

test('marks a passage that runs over two paragraphs in both, as one passage', async ({
  running,
  source,
}) => {
  const opened = await running.context.newPage();
  await opened.goto(source);
  await markWith(opened, 'Nobody');
  const texts = (await marksOn(opened)).map(({ text }) => text);
  expect(texts).toEqual([PASSAGE, 'asked for another.', 'Nobody spoke against it']);
  for (const half of texts.slice(1)) {
    const mark = await markWith(opened, half);
    await opened.mouse.click(mark.x, mark.y);
    // The record that quotes it stands first, before the earlier one.
    await expect(cardOn(opened).locator('[data-match]').first()).toContainText('Nobody spoke');
    await opened.keyboard.press('Escape');
    await expect(opened.locator('on-record-card')).toHaveCount(0);
  }
  await opened.close();
});

test('marks nothing on a page that only claims to be the source', async ({
  running,
  site,
  source,
}) => {
  // Another host: as far as the browser is concerned, anybody's.
  const liar = site
    .make({ body: page(`<link rel="canonical" href="${source}">`) })
    .replace('127.0.0.1', 'localhost');
  const opened = await running.context.newPage();
  await opened.goto(liar);
  // A mention that is there shows that the page was read.
  await opened.evaluate(() => {
    const added = document.createElement('p');
    added.textContent = 'Later, North Korean troops were reported in the Kursk region.';
    document.querySelector('article')?.append(added);
  });
  await markWith(opened, 'Kursk');
  expect((await marksOn(opened)).map(({ text }) => text)).not.toContain(PASSAGE);
  await opened.close();
});

test('a copy on the same site that names the source as its own address is the source', async ({
  running,
  site,
  source,
}) => {
  const copy = site.make({ body: page(`<link rel="canonical" href="${source}">`) });
  const opened = await running.context.newPage();
  await opened.goto(copy);
  await markWith(opened, 'captains');
  await opened.close();
});

/** Asks the background from a page of the extension. */
async function asking<T>(own: Page, type: string, ask: unknown): Promise<T> {
  const answer = await own.evaluate((message) => chrome.runtime.sendMessage(message), {
    type,
    ask,
  });
  return (answer as { value: T }).value;
}

test('is known as the source in the view of a topic, which a sentence orders', async ({
  running,
  source,
  extension,
}) => {
  const own = await running.context.newPage();
  await own.goto(`${extension}/library.html`);
  const [view] = await asking<TopicView[]>(own, 'topics.view', {
    topics: ['island#ferry'],
    sentence: 'The harbour master spoke.',
    address: source,
  });
  expect(view?.records[0]?.sources[0]).toMatchObject({ here: true });
  expect(view?.named?.records).toMatchObject([{ key: 'island#outlived', speaker: true }]);
  const { mentions } = await asking<{ mentions: FoundMention[] }>(own, 'mentions.find', {
    blocks: [{ id: 0, text: STORY }],
    address: source,
  });
  expect(mentions.map(({ quotedBy }) => quotedBy)).toEqual(['island#outlived']);
  await own.close();
});

test('a muted topic is marked no longer, and again when that is undone', async ({
  running,
  source,
  extension,
}) => {
  const opened = await running.context.newPage();
  await opened.goto(source);
  await markWith(opened, 'captains');
  const own = await running.context.newPage();
  await own.goto(`${extension}/library.html`);
  const mute = { topic: 'island#ferry', host: new URL(source).hostname };
  await asking(own, 'mute.set', { ...mute, muted: true });
  await expect.poll(() => marksOn(opened)).toEqual([]);
  await opened.reload();
  await own.goto(`${extension}/library.html#mutes`);
  await expect(own.getByText('The ferry')).toBeVisible();
  expect(await marksOn(opened)).toEqual([]);
  await own.getByRole('button', { name: 'Mark The ferry again' }).click();
  await opened.bringToFront();
  await markWith(opened, 'captains');
  await own.close();
  await opened.close();
});

test('what was seen is remembered in the browser’s database until the reader clears it', async ({
  running,
  extension,
}) => {
  const own = await running.context.newPage();
  await own.goto(`${extension}/library.html#cards`);
  const seen = () =>
    own.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('on-record');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('seen').objectStore('seen').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  // Cards of the tests before showed it.
  await asking(own, 'memory.clear', null);
  expect(await seen()).toBe(0);
  await asking(own, 'topics.seen', { topics: ['island#ferry'] });
  expect(await seen()).toBe(1);
  await asking(own, 'topics.seen', { topics: ['island#ferry'], privately: true });
  await own.getByRole('button', { name: 'Forget what I have seen' }).click();
  await expect(own.getByText('Forgotten.')).toBeVisible();
  expect(await seen()).toBe(0);
  await own.close();
});

test('opens the side panel from a gesture in the page, and hands the topic over', async ({
  running,
  worker,
  source,
  extension,
}) => {
  const opened = await running.context.newPage();
  await opened.goto(source);
  await markWith(opened, 'captains');
  const session = await running.context.newCDPSession(opened);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const ours = worlds.find(({ origin }) => origin === extension);
  expect(ours, 'the reader’s own world').toBeTruthy();
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.runtime.sendMessage({ type: 'panel.open', ask: { topic: 'island#ferry' } })`,
    contextId: ours?.id ?? 0,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  expect(result.value).toEqual({ ok: true, value: true });
  const tab = await tabOf(worker, opened);
  const own = await running.context.newPage();
  await own.goto(`${extension}/library.html`);
  // The panel may have taken it by now; no other tab gets it.
  expect(await asking(own, 'panel.take', { tab: tab + 1 })).toBeNull();
  await own.close();
  await opened.close();
});
