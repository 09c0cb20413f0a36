/** A Chromium with the extension in it, and the site it reads, for the tests of this folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page, type Worker } from '@playwright/test';
import type { ReaderRequests } from '../../../data/messages';
import { ensureChromium } from '../../../scripts/lib/browsers';
import {
  extensionOrigin,
  launchChromium,
  type RunningChromium,
  tabOf,
} from '../../../scripts/lib/chromium';
import { type Mode, outputFolder } from '../../../scripts/lib/output';
import { openSite, type Site } from '../site';

/** The extension as `npm test` built it. `browser-test` has its hosts granted and the card's root open. */
export function builtExtension(mode: Mode): string {
  const folder = outputFolder('chrome', mode);
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${folder} is not built; run the tests with \`npm test\``);
  }
  return folder;
}

interface ForWorker {
  readonly site: Site;
  readonly running: RunningChromium;
}

type AskReader = <K extends keyof ReaderRequests>(
  page: Page,
  type: K,
  ask: ReaderRequests[K]['ask'],
) => Promise<ReaderRequests[K]['answer'] | null>;

interface ForTest {
  readonly worker: Worker;
  /** `chrome-extension://…` */
  readonly extension: string;
  /** Opens one of the site's pages in a new tab. */
  readonly open: (name: string) => Promise<Page>;
  /** Asks the reader in a page's tab, as popup and commands do. A headless driver can press neither. */
  readonly ask: AskReader;
  /** Opens the popup's page in a tab of its own, acting on the given page's tab. */
  readonly popupFor: (page: Page) => Promise<Page>;
  /** Likewise the side panel's page. */
  readonly panelFor: (page: Page) => Promise<Page>;
}

export const test = base.extend<ForTest, ForWorker>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const site = await openSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  running: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const running = await launchChromium({
        executable: ensureChromium().path,
        extension: builtExtension('browser-test'),
        headless: true,
        colorScheme: 'light',
      });
      await use(running);
      await running.close();
    },
    { scope: 'worker' },
  ],
  worker: async ({ running }, use) => use(await running.worker()),
  extension: async ({ worker }, use) => use(extensionOrigin(worker)),
  ask: async ({ worker }, use) => {
    await use(async (page, type, ask) => {
      const answer = await worker.evaluate(
        async ({ url, message }) => {
          const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
          return chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
        },
        { url: page.url(), message: { type, ask } },
      );
      return answer?.value ?? null;
    });
  },
  open: async ({ running, site }, use) => {
    const opened: Page[] = [];
    await use(async (name) => {
      const page = await running.context.newPage();
      opened.push(page);
      await page.goto(site.url(name));
      return page;
    });
    await Promise.all(opened.map((page) => page.close()));
  },
  popupFor: async ({ running, extension, worker }, use) => {
    const opened: Page[] = [];
    await use(async (page) => {
      const tab = await tabOf(worker, page);
      const popup = await running.context.newPage();
      opened.push(popup);
      await popup.setViewportSize({ width: 360, height: 600 });
      await popup.goto(`${extension}/popup.html?tab=${tab}`);
      return popup;
    });
    await Promise.all(opened.map((page) => page.close()));
  },
  panelFor: async ({ running, extension, worker }, use) => {
    const opened: Page[] = [];
    await use(async (page) => {
      const tab = await tabOf(worker, page);
      const panel = await running.context.newPage();
      opened.push(panel);
      await panel.setViewportSize({ width: 400, height: 900 });
      await panel.goto(`${extension}/sidepanel.html?tab=${tab}`);
      return panel;
    });
    await Promise.all(opened.map((page) => page.close()));
  },
});

export { expect };

/** A painted phrase and where it stands on the screen. */
export interface Mark {
  readonly text: string;
  readonly names: string[];
  readonly x: number;
  readonly y: number;
}

/** What is painted on a page, in reading order. Stands alone: it runs in the page. */
export const painted = (): Mark[] => {
  const marks = new Map<string, { text: string; names: string[]; x: number; y: number }>();
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('on-record-') || name.includes('active')) continue;
    for (const range of highlight as Iterable<Range>) {
      const box = range.getClientRects()[0];
      if (!box) continue;
      const mark = {
        text: String(range),
        names: [name],
        x: box.left + box.width / 2,
        y: box.top + box.height / 2,
      };
      const place = `${box.left} ${box.top} ${mark.text}`;
      const known = marks.get(place);
      if (known) known.names.push(name);
      else marks.set(place, mark);
    }
  }
  return [...marks.values()].sort((a, b) => a.y - b.y || a.x - b.x);
};

/** {@link painted}, as the page's own scripts could see it. */
export const marksOn = (page: Page): Promise<Mark[]> => page.evaluate(painted);

/** Waits for a painted phrase that holds the text, and brings it into view. */
export async function markWith(page: Page, text: string): Promise<Mark> {
  const find = async () => (await marksOn(page)).find((mark) => mark.text.includes(text));
  await expect.poll(find, { message: `a mark with "${text}"` }).toBeTruthy();
  const y = (await find())?.y ?? 0;
  await page.evaluate((top) => scrollBy(0, top - innerHeight / 3), y);
  const mark = await find();
  if (!mark) throw new Error(`the mark "${text}" went away`);
  return mark;
}

/** Rests the pointer on a place as a hand would: moved there in steps, then still. */
export async function hover(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x - 12, y - 3);
  await page.mouse.move(x, y, { steps: 4 });
}

/** The open card; its shadow root is open in the `browser-test` build only. */
export const cardOn = (page: Page): Locator => page.locator('on-record-card').getByRole('dialog');
