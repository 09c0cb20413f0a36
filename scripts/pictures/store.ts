/**
 * `npm run pictures -- store [FOLDER]`: the pictures of docs/store/listing.md, in the size that stores ask for. Each is of the
 * built extension in a real browser; those that show it beside a page are put together of two, as a browser's window shows them.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureChromium } from '../lib/browsers';
import { buildExtension } from '../lib/build';
import { launchChromium, type RunningChromium, tabOf } from '../lib/chromium';
import { ROOT } from '../lib/dependencies.mjs';
import { openPage } from '../start/page';
import { hoverMark, settledMentions } from '../start/report';
import { openSurface } from './surface';

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/store/pictures'));

/** https://developer.chrome.com/docs/webstore/images#screenshots; Mozilla takes the same. */
const SIZE = { width: 1280, height: 800 };
/** As popup.css has it. */
const POPUP = { width: 360, height: 540 };
const PANEL = { width: 420, height: SIZE.height };

/** Reserved for examples: https://www.rfc-editor.org/rfc/rfc2606 */
const HOST = 'news.example';

/** Time for the longest transition (180 ms) and for the fonts. */
const SETTLED_MS = 500;

/** Whether a phrase is painted; runs in the page. */
const PAINTED = `[...CSS.highlights].some(([name, highlight]) =>
  name.startsWith('on-record-') && [...highlight].some((range) => String(range).includes('Kursk')))`;

interface Layer {
  readonly picture: Buffer;
  /** CSS of where it stands in the whole. */
  readonly style: string;
}

/** What a page shows, once it has settled. */
async function shot(page: Page): Promise<Buffer> {
  await page.waitForTimeout(SETTLED_MS);
  return page.screenshot();
}

async function save({ context }: RunningChromium, name: string, layers: readonly Layer[]) {
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  const images = layers.map(
    ({ picture, style }) =>
      `<img src="data:image/png;base64,${picture.toString('base64')}" style="position:absolute;${style}">`,
  );
  await page.setContent(`<body style="margin:0;background:#fff">${images.join('')}`);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

async function pictures(running: RunningChromium, url: string) {
  const whole = 'inset:0';
  const article = await running.context.newPage();
  await article.setViewportSize(SIZE);
  await article.goto(url);
  await settledMentions(running, article);
  await article.waitForFunction(PAINTED);
  const tab = await tabOf(await running.worker(), article);

  await hoverMark(article, 'Kursk');
  await save(running, '1-card', [{ picture: await shot(article), style: whole }]);
  await article.keyboard.press('Escape');
  await article.locator('on-record-card').waitFor({ state: 'detached' });

  const panel = await openSurface(running, 'sidepanel.html', PANEL);
  await article.setViewportSize({ width: SIZE.width - PANEL.width, height: SIZE.height });
  // The panel shows the record of the tab in front.
  await article.bringToFront();
  await panel.locator('[data-kind]').first().waitFor();
  const beside = await shot(article);
  await save(running, '2-side-panel', [
    { picture: beside, style: 'left:0;top:0' },
    { picture: await shot(panel), style: 'right:0;top:0;box-shadow:-1px 0 #d9d6ce' },
  ]);
  await panel.close();

  await article.setViewportSize(SIZE);
  const behind = await shot(article);
  const popup = await openSurface(running, `popup.html?tab=${tab}`, POPUP);
  await popup.getByRole('searchbox').fill('kursk');
  await popup.locator('[data-kind]').first().waitFor();
  await save(running, '3-search', [
    { picture: behind, style: whole },
    {
      picture: await shot(popup),
      style: 'right:24px;top:8px;border-radius:8px;box-shadow:0 0 0 1px #0002,0 8px 28px #0004',
    },
  ]);

  for (const [name, path] of [
    ['4-library', 'library.html'],
    ['5-welcome', 'welcome.html'],
  ] as const) {
    const page = await openSurface(running, path, SIZE);
    await page.getByText('On Record').first().waitFor();
    await save(running, name, [{ picture: await shot(page), style: whole }]);
    await page.close();
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const running = await launchChromium({
  executable: ensureChromium().path,
  extension: await buildExtension('chrome', 'browser-test'),
  headless: true,
  colorScheme: 'light',
  // A site's name where it is shown, and no scroll bars of one system.
  args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, '--hide-scrollbars'],
});
const sample = await openPage(join(ROOT, 'scripts/start/sample.html'), ROOT);
try {
  await pictures(running, sample.url.replace('127.0.0.1', HOST));
} finally {
  await running.close();
  await sample.close();
}
