/** Real pages of real publishers (../shared/pages): read without a change and without an error. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, marksOn, test } from './fixtures';

const FOLDER = join(import.meta.dirname, '../../../../shared/pages');
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
  : [];

/** A host that no one else may use (RFC 2606); every request but the page itself is cut off. */
const HOST = 'http://pages.example';

async function openSaved(page: Page, file: string): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route('**', async (route) => {
    const wanted = route.request().url() === `${HOST}/${file}`;
    if (!wanted) return route.abort();
    const body = await readFile(join(FOLDER, file));
    return route.fulfill({
      body,
      contentType: 'text/html; charset=utf-8',
      // Their scripts would fail for want of their hosts; what we look for is our own.
      headers: { 'content-security-policy': "script-src 'none'" },
    });
  });
  await page.goto(`${HOST}/${file}`, { waitUntil: 'domcontentloaded' });
  return errors;
}

test.describe('saved pages', () => {
  test.skip(files.length === 0, '../shared/pages is not here');

  // One that is seen to be skipped where there is no page to make a test of.
  if (files.length === 0) test('saved pages are read and left as they were', () => {});

  for (const file of files) {
    test(`${file} is read and left as it was`, async ({ running }) => {
      const page = await running.context.newPage();
      // As the parser left it, before the reader is there: it is registered for document_idle.
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          Object.assign(window, { before: document.documentElement.outerHTML });
        });
      });
      const errors = await openSaved(page, file);
      // A sentence of our own shows when the reader has been through: it is marked after the rest.
      await expect
        .poll(
          async () => {
            await page.evaluate(() => {
              if (document.getElementById('probe')) return;
              const probe = document.createElement('p');
              probe.id = 'probe';
              probe.textContent =
                'Our own probe: North Korean troops were reported in the Kursk region.';
              document.body.append(probe);
            });
            // A page that hides itself until its scripts run shows nothing, and nothing is to be marked.
            const shown = await page.evaluate(() => document.body.checkVisibility());
            return !shown || (await marksOn(page)).some(({ text }) => text.includes('Kursk'));
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      const same = await page.evaluate(() => {
        document.getElementById('probe')?.remove();
        return (
          document.documentElement.outerHTML === (window as unknown as { before: string }).before
        );
      });
      expect(same).toBe(true);
      expect(errors).toEqual([]);
      await page.close();
    });
  }
});
