/** A real Firefox with the extension in it, driven over WebDriver BiDi by puppeteer-core. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../scripts/lib/browsers';
import { type Mode, outputFolder } from '../../../scripts/lib/output';

/** As in wxt.config.ts. */
const ADDON = 'on-record@onrecord.invalid';
/** Firefox gives each install a random one; a fixed one lets tests open the extension's pages. */
const UUID = '6f2a0c1e-5a51-4c39-9d0e-0f2f6d7c9a11';

/** So that the background stops by itself within a test; people's Firefox waits 30 s. */
const IDLE_MS = 2000;

/** A page of the extension never reports that it has loaded to the driver, though it has. */
const EXTENSION_PAGE_MS = 1500;

export interface RunningFirefox {
  readonly browser: Browser;
  readonly openExtensionPage: (path: string) => Promise<Page>;
  /** The browser's number of the tab that shows an address. */
  readonly tabOf: (url: string) => Promise<number>;
  readonly idle: () => Promise<void>;
}

/**
 * @param mode `production` asks for sites as it does for people; Firefox is told to answer yes by itself
 * @param idleMs after so long without work the background stops
 */
export async function launchFirefox(mode: Mode, idleMs = IDLE_MS): Promise<RunningFirefox> {
  const extension = outputFolder('firefox', mode);
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`${extension} is not built; run the tests with \`npm test\``);
  }
  const found = findFirefox();
  if (!found) throw new Error('no Firefox is installed here');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: true,
    // Without it BiDi opens no page of an extension.
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.background.idle.timeout': idleMs,
      'ui.systemUsesDarkTheme': 0,
    },
  });
  await browser.installExtension(extension);

  const openExtensionPage = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page
      .goto(`moz-extension://${UUID}/${path}`, { timeout: EXTENSION_PAGE_MS })
      .catch(() => {});
    await page.waitForFunction(() => document.readyState === 'complete');
    return page;
  };

  return {
    browser,
    openExtensionPage,
    tabOf: async (url) => {
      const page = await openExtensionPage('library.html');
      const id = await page.evaluate(async (wanted) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find((tab) => tab.url === wanted)?.id ?? null;
      }, url);
      await page.close();
      if (id === null) throw new Error(`no tab shows ${url}`);
      return id;
    },
    idle: () => new Promise((resolve) => setTimeout(resolve, IDLE_MS + 1500)),
  };
}

/** Asks until the answer is truthy. */
export async function until<T>(
  ask: () => Promise<T>,
  what: string,
  patienceMs = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export interface Mark {
  readonly text: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What is painted on a page. Stands alone: it runs in the page, or in a world where nothing of it can be iterated. */
export const painted = (): Mark[] => {
  const marks: Mark[] = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('on-record-') || name.includes('active')) return;
    highlight.forEach((each) => {
      const range = each as Range;
      const box = range.getClientRects()[0];
      // Of what the page has thrown away nothing is seen.
      if (!box) return;
      marks.push({
        text: range.toString(),
        name,
        x: box.left + box.width / 2,
        y: box.top + box.height / 2,
      });
    });
  });
  return marks;
};

/** {@link painted}, as the page's own scripts could see it. */
export const marksOn = (page: Page): Promise<Mark[]> => page.evaluate(painted);

/** Waits for a painted phrase and brings it into view. */
export async function markWith(page: Page, text: string): Promise<Mark> {
  const find = async () => (await marksOn(page)).find((mark) => mark.text.includes(text));
  const { y } = await until(find, `a mark with "${text}"`);
  await page.evaluate((top) => scrollBy(0, top - innerHeight / 3), y);
  return until(find, `the mark "${text}" in view`);
}

/** Rests the pointer on a place as a hand would. */
export async function hover(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x - 12, y - 3);
  await page.mouse.move(x, y, { steps: 4 });
}

/** The text of the open card, or null; its root is open in the `browser-test` build. */
export const cardText = (page: Page): Promise<string | null> =>
  page.evaluate(
    () =>
      document.querySelector('on-record-card')?.shadowRoot?.querySelector('[role=dialog]')
        ?.textContent ?? null,
  );
