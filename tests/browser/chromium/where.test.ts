/** Where the reader runs: on articles, on every page, on none; and what the popup says of it. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page, Worker } from '@playwright/test';
import { tabOf } from '../../../scripts/lib/chromium';
import type { Site } from '../site';
import { expect, marksOn, markWith, test } from './fixtures';

const SENTENCE = 'Officials spoke of North Korean troops in the Kursk region.';

/** Forty teasers, as on the front page of a newspaper. */
const FRONT = `<!doctype html><title>The Harbour</title><main>${`<article><h2>One more</h2><p>${SENTENCE}</p></article>`.repeat(40)}</main>`;

const ARTICLE = `<!doctype html><title>A report</title><script type="application/ld+json">{"@type": "NewsArticle"}</script><p>${SENTENCE}</p>`;

/** Time in which a reader that is there would have marked the page: others of these tests are marked in a tenth. */
const UNREAD_MS = 1500;

async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const front = ({ make }: Site) => make({ body: FRONT });
const article = ({ make }: Site) => make({ body: ARTICLE });

async function expectUnread(page: Page): Promise<void> {
  await page.waitForTimeout(UNREAD_MS);
  expect(await marksOn(page)).toEqual([]);
}

const choose = (popup: Page, name: string): Promise<void> =>
  popup.locator('label', { hasText: name }).click();

const why = (popup: Page): Locator => popup.locator('.popup-where').getByRole('status');

/** What the reader in a page's tab says of it. */
async function stateOf(worker: Worker, page: Page): Promise<{ read: boolean; why: string } | null> {
  const tab = await tabOf(worker, page);
  return worker.evaluate(
    (id) =>
      chrome.tabs.sendMessage(id, { type: 'page.state', ask: null }, { frameId: 0 }).then(
        ({ value }) => value,
        () => null,
      ),
    tab,
  );
}

test('reads no front page, says so, and reads it when asked', async ({
  running,
  site,
  popupFor,
}) => {
  const page = await opened(running.context, front(site));
  await expectUnread(page);
  const popup = await popupFor(page);
  await expect(why(popup)).toHaveText('Reads articles. This page does not look like one.');
  await popup.getByRole('button', { name: 'Read this page' }).click();
  await markWith(page, 'Kursk');
  await expect(why(popup)).toContainText('because you asked');
  await expect(popup.getByRole('button', { name: /Kursk/ }).first()).toBeVisible();
  await page.reload();
  await expectUnread(page);
  await page.close();
});

test('says of an article why it is read', async ({ running, site, popupFor }) => {
  const page = await opened(running.context, article(site));
  await markWith(page, 'Kursk');
  await expect(why(await popupFor(page))).toHaveText(
    'Reads articles. This page says that it is one.',
  );
  await page.close();
});

test('reads every page of a site once that is chosen, in open tabs and in later ones, and articles only once that is', async ({
  running,
  site,
  popupFor,
}) => {
  const page = await opened(running.context, front(site));
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const popup = await popupFor(page);
  await expect(popup.getByRole('radio', { name: 'Articles' })).toBeChecked();
  await choose(popup, 'Every page');
  await markWith(page, 'Kursk');
  await expect(why(popup)).toHaveText('Reads every page here.');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

  const later = await opened(running.context, front(site));
  await markWith(later, 'Kursk');
  // An article is read there once, and by the one script.
  const report = await opened(running.context, article(site));
  await markWith(report, 'Kursk');
  await expect(why(await popupFor(report))).toHaveText('Reads every page here.');

  await choose(popup, 'Articles');
  await expect.poll(() => marksOn(page)).toEqual([]);
  await expect.poll(() => marksOn(later)).toEqual([]);
  await markWith(report, 'Kursk');
  await Promise.all([page, later, report].map((each) => each.close()));
});

test('adds nothing to what a page can see, also where every page is read', async ({
  running,
  site,
  popupFor,
}) => {
  const page = await opened(running.context, front(site));
  const popup = await popupFor(page);
  await choose(popup, 'Every page');
  await markWith(page, 'Kursk');
  await page.reload();
  await markWith(page, 'Kursk');
  const ours = await page.evaluate(() =>
    Object.keys(globalThis).filter((key) => /record/i.test(key)),
  );
  expect(ours).toEqual([]);
  await choose(popup, 'Articles');
  await expect.poll(() => marksOn(page)).toEqual([]);
  await page.close();
});

test('pauses everywhere at once, for pages to come too, and goes on', async ({
  running,
  site,
  popupFor,
  extension,
}) => {
  const [first, second] = [
    await opened(running.context, article(site)),
    await opened(running.context, article(site)),
  ];
  await markWith(first, 'Kursk');
  await markWith(second, 'Kursk');
  const popup = await popupFor(first);
  await popup.getByRole('button', { name: 'Pause' }).click();
  await expect(popup.getByRole('status').first()).toHaveText('Paused everywhere');
  await expect.poll(() => marksOn(first)).toEqual([]);
  await expect.poll(() => marksOn(second)).toEqual([]);
  const later = await opened(running.context, article(site));
  await expectUnread(later);

  const library = await opened(running.context, `${extension}/library.html#sites`);
  await expect(library.getByText('No page is read on any site')).toBeVisible();
  await library.close();

  await popup.getByRole('button', { name: 'Go on reading' }).click();
  for (const page of [first, second, later]) await markWith(page, 'Kursk');
  await Promise.all([first, second, later].map((page) => page.close()));
});

test('lists what was chosen for a site in the library, where it may be changed and removed', async ({
  running,
  site,
  popupFor,
  extension,
}) => {
  const page = await opened(running.context, front(site));
  await choose(await popupFor(page), 'Every page');
  await markWith(page, 'Kursk');
  const library = await opened(running.context, `${extension}/library.html#sites`);
  const row = library.locator('.library-site', { hasText: '127.0.0.1' });
  await expect(row.getByRole('radio', { name: 'Every page' })).toBeChecked();
  await row.locator('label', { hasText: 'Never' }).click();
  await expect.poll(() => marksOn(page)).toEqual([]);
  await row.locator('label', { hasText: 'Every page' }).click();
  await markWith(page, 'Kursk');
  await row.getByRole('button', { name: 'Remove 127.0.0.1 from this list' }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(() => marksOn(page)).toEqual([]);
  await library.close();
  await page.close();
});

test('is offered in the context menu of selected text, and looks it up in the popup', async ({
  running,
  worker,
  site,
  extension,
}) => {
  const library = await opened(running.context, `${extension}/library.html`);
  const page = await opened(running.context, article(site));
  const tab = await tabOf(worker, page);
  // No driver reaches the browser's own menu: that the entry is there shows in that it can be updated, and the
  // click is its event. The popup that it opens is the browser's own.
  await worker.evaluate(() => chrome.contextMenus.update('look-up', { contexts: ['selection'] }));
  await worker.evaluate(async (id) => {
    const shown = await chrome.tabs.get(id);
    const { onClicked } = chrome.contextMenus as unknown as {
      onClicked: { dispatch: (info: object, tab: chrome.tabs.Tab) => void };
    };
    onClicked.dispatch({ menuItemId: 'look-up', selectionText: ' North  Korean troops ' }, shown);
  }, tab);
  const popup = () =>
    library.evaluate(() => {
      const shown = chrome.extension.getViews({ type: 'popup' })[0];
      return {
        asked: shown?.document.querySelector<HTMLInputElement>('input[type=search]')?.value,
        found: (shown?.document.querySelectorAll('[data-kind]').length ?? 0) > 0,
        address: shown?.location.href,
      };
    });
  await expect.poll(popup).toEqual({
    asked: 'North Korean troops',
    found: true,
    address: `${extension}/popup.html`,
  });
  expect(await worker.evaluate(() => chrome.storage.session.get('lookup'))).toEqual({});
  await library.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close());
  await Promise.all([library, page].map((each) => each.close()));
});

test('has keys to give out, two of them by itself', async ({ worker }) => {
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  const keys = commands.map(({ name, shortcut }) => [name, shortcut] as const);
  expect(Object.fromEntries(keys)).toEqual({
    _execute_action: '',
    'mention-next': expect.stringMatching(/^Alt\+(Period|\.)$/),
    'mention-previous': expect.stringMatching(/^Alt\+(Comma|,)$/),
    'card-open': '',
    'card-close': '',
    'card-pin': '',
    'site-toggle': '',
  });
  const undescribed = commands.filter(({ description }) => description === '');
  expect(undescribed.map(({ name }) => name)).toEqual(['_execute_action']);
});

test.describe('saved pages', () => {
  const FOLDER = join(import.meta.dirname, '../../../../shared/pages');
  const files = existsSync(FOLDER)
    ? readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
    : [];
  test.skip(files.length === 0, '../shared/pages is not here');
  test.setTimeout(180_000);

  test('are all articles, by these signs', async ({ running, worker }) => {
    const page = await running.context.newPage();
    const signs: Record<string, string[]> = {};
    for (const file of files) {
      const url = `http://pages.example/${file}`;
      await page.unrouteAll();
      await page.route('**', async (route) => {
        if (route.request().url() !== url) return route.abort();
        const headers = { 'content-security-policy': "script-src 'none'" };
        const body = await readFile(join(FOLDER, file));
        return route.fulfill({ body, headers, contentType: 'text/html; charset=utf-8' });
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await expect.poll(() => stateOf(worker, page), { message: file }).not.toBeNull();
      const state = await stateOf(worker, page);
      const sign = state?.why ?? 'none';
      signs[sign] = [...(signs[sign] ?? []), file];
    }
    for (const [sign, found] of Object.entries(signs))
      console.log(sign, found.length, found.join());
    expect(signs['not-article'] ?? []).toEqual([]);
    await page.close();
  });
});
