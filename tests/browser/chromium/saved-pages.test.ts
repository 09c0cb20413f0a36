/** Real pages of real publishers (../shared/pages): read without a change and without an error. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { expect, test } from './fixtures';
import { cardWidth, isAsParsed, type Visit, visit } from './visit';

const FOLDER = join(import.meta.dirname, '../../../../shared/pages');
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
  : [];

/** A host that no one else may use (RFC 2606); every request but the page itself is cut off. */
const HOST = 'http://pages.example';

async function openSaved(context: BrowserContext, file: string): Promise<Visit> {
  const served = async (route: Route) => {
    if (route.request().url() !== `${HOST}/${file}`) return route.abort();
    return route.fulfill({
      body: await readFile(join(FOLDER, file)),
      contentType: 'text/html; charset=utf-8',
      // Their scripts would fail for want of their hosts; what we look for is our own.
      headers: { 'content-security-policy': "script-src 'none'" },
    });
  };
  return visit(context, `${HOST}/${file}`, {
    prepare: (page) => page.route('**', served),
    waitUntil: 'domcontentloaded',
    // What the browser has to say of their markup and of what we cut off is theirs.
    markupIsTheirs: true,
  });
}

/** A sentence of our own shows when the reader has been through: it is marked after the rest. */
const addProbe = () => {
  if (document.getElementById('probe')) return;
  const probe = document.createElement('p');
  probe.id = 'probe';
  probe.textContent = 'Our own probe: North Korean troops were reported in the Kursk region.';
  document.body.append(probe);
};

/** A page that hides itself until its scripts run shows nothing, and nothing is to be opened. */
const isProbeShown = () =>
  document.getElementById('probe')?.checkVisibility({ visibilityProperty: true }) ?? false;

const isProbed = () =>
  !document.body.checkVisibility() ||
  [...CSS.highlights].some(
    ([name, ranges]) =>
      name.startsWith('on-record-') &&
      ([...ranges] as Range[]).some((range) => `${range}`.includes('Kursk')),
  );

test.describe('saved pages', () => {
  test.skip(files.length === 0, '../shared/pages is not here');

  // One that is seen to be skipped where there is no page to make a test of.
  if (files.length === 0) test('saved pages are read and left as they were', () => {});

  for (const file of files) {
    test(`${file} is read and left as it was, with marks and after a card`, async ({
      running,
      ask,
    }) => {
      const visited = await openSaved(running.context, file);
      const { page, look } = visited;
      // Front pages and the like are not read unasked.
      await expect.poll(() => ask(page, 'page.state', null).catch(() => null)).not.toBe(null);
      if (!(await ask(page, 'page.state', null))?.read) await ask(page, 'page.read', null);
      await expect
        .poll(
          async () => {
            await look(addProbe);
            return look(isProbed);
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      if (await look(isProbeShown)) {
        // By keyboard: their banners lie over half of them.
        expect(await ask(page, 'page.step', { by: -1 })).toBe(true);
        await expect.poll(() => cardWidth(visited), { message: 'the card' }).toBeGreaterThan(300);
        await page.keyboard.press('Escape');
        await expect.poll(() => cardWidth(visited), { message: 'the card to go' }).toBe(null);
      }
      await look(() => document.getElementById('probe')?.remove());
      expect(await isAsParsed(visited)).toBe(true);
      expect(visited.complaints).toEqual([]);
      await visited.close();
    });
  }
});
