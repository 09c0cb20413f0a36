/** The hostile pages that are another matter in Firefox: read all the same, left as they were, without a complaint. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as pages from '../hostile-pages';
import { type MadePage, openSite, type Site } from '../site';
import { hover, launchFirefox, type Mark, painted, type RunningFirefox, until } from './firefox';

let site: Site;
let firefox: RunningFirefox;
let opened: { page: Page; complaints: string[] }[] = [];
beforeAll(async () => {
  site = await openSite();
  firefox = await launchFirefox('browser-test');
});
afterEach(async () => {
  for (const { page, complaints } of opened) {
    // What Firefox says of a page that it was told to expect.
    expect(complaints).toEqual([]);
    await page.close();
  }
  opened = [];
});
afterAll(async () => {
  await firefox.browser.close();
  await site.close();
});

async function go(made: MadePage): Promise<Page> {
  const page = await firefox.browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  await page.evaluateOnNewDocument(
    "addEventListener('DOMContentLoaded', () => { window.before = document.documentElement.outerHTML; })",
  );
  await page.goto(site.make(made));
  opened.push({ page, complaints });
  return page;
}

/** A world that the page cannot break; the driver's own for its selectors. */
interface Realm {
  evaluate<T, A extends unknown[]>(what: (...args: A) => T, ...args: A): Promise<T>;
}
const realmOf = (page: Page): Realm =>
  (page.mainFrame() as unknown as { isolatedRealm(): Realm }).isolatedRealm();

const cardWidth = (page: Page): Promise<number | null> =>
  realmOf(page).evaluate(() => {
    const host = Document.prototype.querySelector.call(document, 'on-record-card');
    if (!host) return null;
    // One that fades is no dialog any more, and still there.
    const card = host.shadowRoot?.querySelector('[role=dialog]');
    return card?.checkVisibility() ? card.getBoundingClientRect().width : 0;
  });

async function markIn(page: Page, text: string): Promise<Mark> {
  const find = async () =>
    (await realmOf(page).evaluate(painted)).find((mark) => mark.text.includes(text));
  const { y } = await until(find, `a mark with "${text}"`);
  await realmOf(page).evaluate(
    (top) => window.scrollBy({ top: top - 300, behavior: 'instant' }),
    y,
  );
  return until(find, `the mark "${text}" in view`);
}

async function openAndClose(page: Page, mark: Mark): Promise<void> {
  await page.mouse.move(2, 2);
  await hover(page, mark);
  await until(async () => ((await cardWidth(page)) ?? 0) > 300, 'the card');
  await page.keyboard.press('Escape');
  await until(async () => (await cardWidth(page)) === null, 'the card to go');
}

const isAsParsed = (page: Page) =>
  page.evaluate('document.documentElement.outerHTML === window.before');

async function expectReadAndLeftAlone(page: Page): Promise<void> {
  const mark = await markIn(page, 'Kursk');
  expect(await isAsParsed(page)).toBe(true);
  await openAndClose(page, mark);
  expect(await isAsParsed(page)).toBe(true);
}

describe('in Firefox', () => {
  for (const [name, page] of [
    ['5 MB of text in one node', pages.ONE_LONG_NODE],
    ['1,000 elements inside one another', pages.nested(1_000, true)],
    ['30,000 elements inside one another, not displayed', pages.nested(30_000, false)],
    ['every style of every element undone, importantly', pages.UNSET],
    ['whatever a script may call broken in the page’s world', pages.REDEFINES],
    ['elements named like the properties of documents and nodes', pages.NAMED_LIKE_THE_DOM],
    ['XHTML', pages.XHTML],
    ['frames in sandboxes', pages.SANDBOXED_FRAMES],
  ] as const) {
    it(`reads and leaves alone: ${name}`, async () => {
      await expectReadAndLeftAlone(await go(page));
    });
  }

  it('is not driven by the 10,000 changes a second of a page, which goes on; what came last is marked', async () => {
    const page = await go(pages.STORMY);
    await markIn(page, 'Kursk');
    await page.evaluate('startStorm()');
    await until(() => page.evaluate('storm.over'), 'the storm to be over', 40_000);
    await openAndClose(page, await markIn(page, 'Treaty'));
    expect(await page.evaluate('storm.mutations')).toBe(pages.STORM.mutations);
    const bursts = pages.STORM.mutations / pages.STORM.each;
    expect(Number(await page.evaluate('storm.frames'))).toBeGreaterThan(bursts / 20);
  });

  it('gets back the highlights that a page deletes in a loop, without a fight', async () => {
    const page = await go(pages.DELETES_HIGHLIGHTS);
    let { x, y } = await markIn(page, 'Kursk');
    await page.evaluate('startDeleting()');
    await until(async () => {
      await page.mouse.move(++x, y + 60);
      return Number(await page.evaluate('tally.deletions')) >= 3;
    }, 'marks that come back');
    expect(await page.evaluate('tally.deletions < tally.looks / 20')).toBe(true);
    await page.evaluate('window.over = true');
    await until(async () => {
      await page.mouse.move(++x, y + 60);
      return (await realmOf(page).evaluate(painted)).length > 0;
    }, 'the marks');
    await openAndClose(page, await markIn(page, 'Kursk'));
  });

  it('opens no card for events that a page makes up', async () => {
    const page = await go(pages.FAKES_EVENTS);
    const mark = await markIn(page, 'Kursk');
    await page.evaluate('startFaking()');
    await until(() => page.evaluate('fakes > 1000'), 'a thousand fakes');
    expect(await page.evaluate('cards')).toBe(0);
    await hover(page, mark);
    await until(async () => ((await cardWidth(page)) ?? 0) > 300, 'the card');
    expect(await page.evaluate('cards')).toBe(1);
  });

  it('opens a card again where a page throws it out', async () => {
    const page = await go(pages.THROWS_OUT);
    const mark = await markIn(page, 'Kursk');
    await hover(page, mark);
    await until(() => page.evaluate('thrownOut > 0'), 'the card to be thrown out');
    await page.evaluate('window.guarding = false');
    await openAndClose(page, mark);
    expect(await isAsParsed(page)).toBe(true);
  });

  it('reads the document that a page writes in its own place', async () => {
    const page = await go(pages.QUIET);
    await hover(page, await markIn(page, 'Kursk'));
    await until(async () => ((await cardWidth(page)) ?? 0) > 300, 'the card');
    await page.evaluate((body) => {
      document.open();
      document.write(body);
      document.close();
    }, pages.STORMY.body);
    await until(async () => (await cardWidth(page)) === null, 'the card to go');
    await openAndClose(page, await markIn(page, 'Kursk'));
  });

  it('is quiet and harmless in open pages when the extension is loaded anew, and reads the next', async () => {
    const page = await go(pages.QUIET);
    const mark = await markIn(page, 'Kursk');
    await openAndClose(page, mark);
    const own = await firefox.openExtensionPage('library.html');
    await own.evaluate('void setTimeout(() => chrome.runtime.reload())');
    const isAlive = () => own.evaluate('Boolean(globalThis.chrome?.runtime?.id)');
    await until(
      () =>
        isAlive().then(
          (alive) => !alive,
          () => true,
        ),
      'the extension of before to go',
    );
    await page.bringToFront();
    await page.mouse.move(2, 2);
    await hover(page, mark);
    await page.mouse.click(mark.x, mark.y);
    await page.keyboard.press('Escape');
    expect(await isAsParsed(page)).toBe(true);
    await until(async () => {
      const next = await firefox.browser.newPage();
      await next.goto(site.url('dark'));
      const marks = await until(
        async () => (await realmOf(next).evaluate(painted)).length > 0,
        'marks of the extension as it is now',
        3000,
      ).catch(() => false);
      await next.close();
      return marks;
    }, 'a page that is read anew');
    expect(await cardWidth(page)).toBe(null);
  });
});
