/** `npm run pictures [-- FOLDER]`: every surface of the built extension, light and dark, from the real thing. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureChromium } from '../lib/browsers';
import { buildExtension } from '../lib/build';
import { launchChromium, tabOf } from '../lib/chromium';
import { ROOT } from '../lib/dependencies.mjs';
import { openPage } from '../start/page';
import { hoverMark, settledMentions } from '../start/report';
import { openSurface } from './surface';

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/pictures'));
/** As popup.css has it. */
const POPUP = { width: 360, height: 540 };
const PANEL = { width: 420, height: 820 };
const WIDE = { width: 1100, height: 820 };

/** Time for the longest transition (180 ms) and for the fonts. */
const SETTLED_MS = 500;

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}

async function picturesIn(
  scheme: 'light' | 'dark',
  executable: string,
  extension: string,
  url: string,
) {
  const running = await launchChromium({
    executable,
    extension,
    headless: true,
    colorScheme: scheme,
  });
  try {
    const article = await running.context.newPage();
    await article.goto(url);
    await settledMentions(running, article);
    await shoot(article, `page-${scheme}`);
    await hoverMark(article, 'Kursk');
    // Further down, where a denial stands among the claims.
    await article.locator('on-record-card [data-kind=denial]').first().scrollIntoViewIfNeeded();
    await shoot(article, `card-${scheme}`);
    await article.keyboard.press('Escape');

    const tab = await tabOf(await running.worker(), article);
    const popup = await openSurface(running, `popup.html?tab=${tab}`, POPUP);
    await popup.getByRole('button', { name: /Kursk/ }).first().waitFor();
    await shoot(popup, `popup-${scheme}`);
    await popup.getByRole('searchbox').fill('kursk');
    await popup.locator('[data-kind]').first().waitFor();
    await shoot(popup, `search-${scheme}`);

    for (const name of ['library', 'welcome']) {
      await shoot(await openSurface(running, `${name}.html`, WIDE), `${name}-${scheme}`);
    }

    const panel = await openSurface(running, 'sidepanel.html', PANEL);
    // The panel shows the record of the tab in front.
    await article.bringToFront();
    await panel.locator('[data-kind]').first().waitFor();
    await shoot(panel, `sidepanel-${scheme}`);
  } finally {
    await running.close();
  }
}

await mkdir(folder, { recursive: true });
const { path: executable } = ensureChromium();
const extension = await buildExtension('chrome', 'browser-test');
const sample = await openPage(join(ROOT, 'scripts/start/sample.html'), ROOT);
try {
  for (const scheme of ['light', 'dark'] as const) {
    await picturesIn(scheme, executable, extension, sample.url);
  }
} finally {
  await sample.close();
}
