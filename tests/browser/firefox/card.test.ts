/** What can be done in a card, in a real Firefox: pin and drag, copy, mute and take back, the panel's way, keys, a finger. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { cardText, hover, marksOn, markWith, until } from './firefox';
import { withFirefox } from './with-firefox';

const its = withFirefox();

const CARD = 'on-record-card';
const TOAST = 'on-record-toast';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where something of ours in the page stands; its root is open in the `browser-test` build. */
const boxOf = (page: Page, host: string, selector: string): Promise<Box | null> =>
  page.evaluate(
    (name, inside) => {
      const found = document.querySelector(name)?.shadowRoot?.querySelector(inside);
      const box = found?.getBoundingClientRect();
      return box && box.width > 0
        ? { x: box.x, y: box.y, width: box.width, height: box.height }
        : null;
    },
    host,
    selector,
  );

/** Presses a button of ours by its name with a real pointer. */
async function press(page: Page, name: string, host = CARD): Promise<void> {
  const find = () =>
    page.evaluate(
      (where, wanted) => {
        const root = document.querySelector(where)?.shadowRoot;
        const button = [...(root?.querySelectorAll('button') ?? [])].find(
          (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === wanted,
        );
        button?.scrollIntoView({ block: 'nearest' });
        const box = button?.getBoundingClientRect();
        return box && box.width > 0
          ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
          : null;
      },
      host,
      name,
    );
  const { x, y } = await until(find, `the button "${name}"`);
  await page.mouse.click(x, y);
}

const hostIsGone = (page: Page, host: string) =>
  page.evaluate((name) => document.querySelector(name) === null, host);

const toastText = (page: Page) =>
  page.evaluate(
    () => document.querySelector('on-record-toast')?.shadowRoot?.textContent?.trim() ?? null,
  );

async function openCard(page: Page, text = 'Kursk'): Promise<void> {
  const mark = await markWith(page, text);
  await page.mouse.click(mark.x, mark.y);
  await until(() => cardText(page), 'the card');
}

/** Of a topic with dozens of records, each with sources and ways to others. */
const STOPS = 250;

/** What has the focus inside the card. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('on-record-card')?.shadowRoot?.activeElement;
    return inside ? (inside.getAttribute('aria-label') ?? inside.textContent ?? '').trim() : null;
  });

it('keeps a pinned card where it is, has it dragged, and closes it by its button', async () => {
  const page = await its.open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  await until(() => cardText(page), 'the card');
  await press(page, 'Pin');
  const before = await until(() => boxOf(page, CARD, '.pin-bar'), 'the pinned card');
  await page.mouse.move(5, 5);
  await page.mouse.wheel({ deltaY: 300 });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await boxOf(page, CARD, '.pin-bar')).toEqual(before);
  const title = await until(() => boxOf(page, CARD, '#title'), 'its title');
  await page.mouse.move(title.x + 20, title.y + 8);
  await page.mouse.down();
  await page.mouse.move(title.x + 60, title.y + 58, { steps: 4 });
  await page.mouse.up();
  const after = await until(() => boxOf(page, CARD, '.pin-bar'), 'the card');
  expect([after.x - before.x, after.y - before.y]).toEqual([40, 50]);
  await press(page, 'Close');
  await until(() => hostIsGone(page, CARD), 'the card to go');
  await page.close();
});

it('copies a citation that can be pasted elsewhere', async () => {
  const page = await its.open('sample');
  await openCard(page);
  await press(page, 'Copy citation');
  await press(page, 'BibTeX');
  await until(async () => (await toastText(page))?.includes('Citation copied'), 'the toast');
  const other = await its.firefox.browser.newPage();
  await other.setContent('<textarea></textarea>');
  await other.focus('textarea');
  await other.keyboard.down('Control');
  await other.keyboard.press('v');
  await other.keyboard.up('Control');
  const pasted = await until(
    () => other.evaluate(() => document.querySelector('textarea')?.value ?? ''),
    'what was copied',
  );
  expect(pasted).toMatch(/^@\w+\{/);
  await other.close();
  await page.close();
});

it('mutes a topic and takes that back from the toast', async () => {
  const page = await its.open('sample');
  const text = 'Strategic Partnership';
  const marked = async () => (await marksOn(page)).filter((mark) => mark.text.includes(text));
  await openCard(page, text);
  const before = (await marked()).length;
  await press(page, 'Mute');
  await press(page, 'Everywhere');
  await until(() => hostIsGone(page, CARD), 'the card to go');
  await until(async () => (await marked()).length === 0, 'the marks to go');
  await press(page, 'Undo', TOAST);
  await until(async () => (await marked()).length === before, 'the marks to be back');
  await page.close();
});

it('says where this browser opens the side panel, which no page may', async () => {
  const page = await its.open('sample');
  await openCard(page);
  await press(page, 'Side panel');
  await until(
    async () => (await cardText(page))?.includes('from the On Record button in its toolbar'),
    'the hint',
  );
  await page.close();
});

it('is walked by keyboard to its last action; what is unfolded closes first, and the page has its focus back', async () => {
  const page = await its.open('sample');
  await markWith(page, 'Kursk');
  const own = await its.firefox.openExtensionPage(`popup.html`);
  await own.evaluate(
    (tab) => chrome.tabs.sendMessage(tab, { type: 'page.step', ask: { by: 1 } }),
    await its.firefox.tabOf(page.url()),
  );
  await own.close();
  await page.bringToFront();
  await until(() => cardText(page), 'the card');
  const names = new Set<string>();
  for (let presses = 0; presses < STOPS && !names.has('Mute'); presses++) {
    await page.keyboard.press('Tab');
    names.add((await focused(page)) ?? '');
  }
  expect([...names]).toEqual(
    expect.arrayContaining(['Pin', 'Side panel', 'Copy citation', 'Mute']),
  );
  await page.keyboard.press('Enter');
  await until(async () => (await cardText(page))?.includes('Everywhere'), 'what can be muted');
  // What is unfolded closes first.
  await page.keyboard.press('Escape');
  expect(await cardText(page)).not.toContain('Everywhere');
  await page.keyboard.press('Escape');
  await until(() => hostIsGone(page, CARD), 'the card to go');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await page.close();
});

it('opens as a sheet under a finger, and goes with its button', async () => {
  const page = await its.open('sample');
  const mark = await markWith(page, 'Kursk');
  await page.touchscreen.tap(mark.x, mark.y);
  await until(() => cardText(page), 'the card');
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: innerHeight,
  }));
  // It rises to where it stays.
  const box = await until(async () => {
    const now = await boxOf(page, CARD, '.sheet');
    return now && Math.abs(now.y + now.height - height) < 0.5 ? now : null;
  }, 'the sheet at the lower edge');
  expect([box.x, box.width]).toEqual([0, width]);
  await press(page, 'Close');
  await until(() => hostIsGone(page, CARD), 'the sheet to go');
  await page.close();
});
