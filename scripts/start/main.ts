/** `npm start [-- [--headless] PAGE]`: the extension in a real Chromium on an article. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { ensureChromium } from '../lib/browsers';
import { buildExtension } from '../lib/build';
import { launchChromium } from '../lib/chromium';
import { ROOT } from '../lib/dependencies.mjs';
import { openPage } from './page';
import { report } from './report';

const USAGE = `npm start -- [--headless] [PAGE]

Builds On Record, finds or installs a Chromium, and opens PAGE with the extension in it.
PAGE is an address, an .html file or a .txt file; without one, the sample article opens.
--headless opens no window: it prints the mentions found and saves pictures of the page and of a card.`;

/** Whether a window can be shown. Only X11 and Wayland systems can be without. */
function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** On a Mac the browser outlives its last window. */
function closedByPerson(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    context.on('close', () => resolve());
    const watch = (page: Page) => page.on('close', () => context.pages().length === 0 && resolve());
    context.on('page', watch);
    context.pages().forEach(watch);
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { headless: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(USAGE);
  const [given, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`One page at a time.\n\n${USAGE}`);

  // npm runs scripts in the project's folder; the person may stand elsewhere.
  const page = await openPage(
    given ?? join(ROOT, 'scripts/start/sample.html'),
    process.env.INIT_CWD ?? '.',
  );
  try {
    const browser = ensureChromium();
    console.log(`Using ${browser.version} at ${browser.path}`);
    const extension = await buildExtension('chrome', 'browser-test');
    const headless = values.headless ?? !hasDisplay();
    const running = await launchChromium({ executable: browser.path, extension, headless });
    try {
      const tab = running.context.pages()[0] ?? (await running.context.newPage());
      await tab.goto(page.url, { waitUntil: 'load' });
      if (headless) {
        await report(running, tab, join(ROOT, '.output/start'));
      } else {
        console.log(`Opened ${page.url}. Hover a marked phrase; close the window to end.`);
        await closedByPerson(running.context);
      }
    } finally {
      await running.close();
    }
  } finally {
    await page.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
