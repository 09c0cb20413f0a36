/** The gallery of components in a browser of its own: no extension, no page of a site. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { buildGallery } from '../../../scripts/lib/gallery';
import { serve } from '../../../scripts/lib/server';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export type Theme = 'light' | 'dark' | 'forced';
export const THEMES: readonly Theme[] = ['light', 'dark', 'forced'];

/** @param args further switches of the browser */
export const launchGallery = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium().path, args: [...args] });

/** Wide enough for several states beside each other, so that the page is not endless. */
const WINDOW = { width: 1300, height: 900 };

/**
 * Opens the gallery in a page of its own.
 * @param query such as `only=card&font=blocks`
 */
export async function openGallery(
  browser: Browser,
  origin: string,
  theme: Theme,
  query = '',
): Promise<Page> {
  const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 1 });
  if (theme === 'forced') await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${origin}/?theme=${theme === 'dark' ? 'dark' : 'light'}&${query}`);
  await page.locator('[data-state]').first().waitFor();
  return page;
}

interface ForWorker {
  /** Where the gallery is served. */
  readonly gallery: string;
  readonly galleryBrowser: Browser;
}

export const test = base.extend<object, ForWorker>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const folder = await buildGallery(await mkdtemp(join(tmpdir(), 'on-record-gallery-')));
      const server = await serve((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const file = join(folder, pathname === '/' ? 'index.html' : pathname);
        readFile(file).then(
          (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] }).end(bytes),
          () => response.writeHead(404).end(),
        );
      });
      await use(server.origin);
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  galleryBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const browser = await launchGallery();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});
