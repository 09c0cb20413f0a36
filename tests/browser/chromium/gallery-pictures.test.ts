/**
 * What the pieces look like, state by state, against the pictures in gallery-pictures. A changed look is taken in with
 * `npx playwright test -c tests/browser/chromium/playwright.config.ts gallery-pictures --update-snapshots` (docs/adr/0012).
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { launchGallery, openGallery, type Theme, test } from './gallery';
import { difference } from './pictures';

const KEPT = join(import.meta.dirname, 'gallery-pictures');
const BLOCKS = 'font=blocks';

const kept = (name: string) => readFile(join(KEPT, `${name}.png`));

const pictureOf = (page: Page, state: string): Promise<Buffer> =>
  page.locator(`[data-state="${state}"]`).screenshot({
    animations: 'disabled',
    caret: 'hide',
    style: '.state-piece { box-shadow: none }',
  });

/** Those in which colours and borders tell the most. */
const IN_EVERY_THEME = [
  'card',
  'line-ties',
  'line-months',
  'record-corrections',
  'record-packs',
  'record-sources',
  'packs',
  'actions-pinned',
  'cite',
  'toast',
];

async function write(path: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}

/** Compares each state with the picture that is kept, or keeps it where the person asked for that. */
async function compareAll(page: Page, theme: Theme, states: readonly string[], info: TestInfo) {
  const keep = ['all', 'changed'].includes(info.config.updateSnapshots);
  const changed: string[] = [];
  for (const state of states) {
    const name = theme === 'light' ? state : `${state}-${theme}`;
    const path = join(KEPT, `${name}.png`);
    const picture = await pictureOf(page, state);
    const told = existsSync(path) ? await difference(page, picture, await kept(name)) : Infinity;
    if (told === 0) continue;
    if (keep) {
      await write(path, picture);
      continue;
    }
    const actual = info.outputPath(`${name}.png`);
    await write(actual, picture);
    changed.push(`${name}: ${told} pixels; now ${actual}`);
  }
  expect(changed).toEqual([]);
}

test('every piece in every state looks as it did', async ({ gallery, galleryBrowser }, info) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', BLOCKS);
  const states = await page
    .locator('[data-state]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-state') ?? ''));
  expect(states.length).toBeGreaterThan(40);
  await compareAll(page, 'light', states, info);
  await page.close();
});

for (const theme of ['dark', 'forced'] as const) {
  test(`pieces look as they did, ${theme}`, async ({ gallery, galleryBrowser }, info) => {
    const page = await openGallery(galleryBrowser, gallery, theme, BLOCKS);
    await compareAll(page, theme, IN_EVERY_THEME, info);
    await page.close();
  });
}

for (const [change, css] of [
  ['a colour', '.surface { --claim: #1f6fa8 !important }'],
  ['one mark moved by one pixel', '.row.denial .place .marker { translate: 1px 0 }'],
  ['a line of one pixel that is gone', '.tie { display: none }'],
  ['a size of letters', '.surface .when { font-size: 13px !important }'],
  ['a weight of letters', '.surface .head b { font-weight: 400 !important }'],
  ['a padding', '.surface .tag { padding-inline: 6px !important }'],
] as const) {
  test(`a picture tells ${change}`, async ({ gallery, galleryBrowser }) => {
    const page = await openGallery(galleryBrowser, gallery, 'light', `only=card&${BLOCKS}`);
    expect(await difference(page, await pictureOf(page, 'card'), await kept('card'))).toBe(0);
    await page.addStyleTag({ content: css });
    expect(
      await difference(page, await pictureOf(page, 'card'), await kept('card')),
    ).toBeGreaterThan(0);
    await page.close();
  });
}

/** Of markers, icons and texts of several scripts. */
const LETTERS = ['card', 'card-arabic', 'card-korean', 'figures', 'record-sources'];

for (const args of [
  ['--font-render-hinting=full'],
  ['--font-render-hinting=slight', '--disable-lcd-text'],
  ['--font-render-hinting=medium', '--disable-lcd-text', '--force-color-profile=srgb'],
]) {
  test(`a picture does not tell how fonts are drawn: ${args.join(' ')}`, async ({ gallery }) => {
    const browser = await launchGallery(args);
    const page = await openGallery(browser, gallery, 'light', BLOCKS);
    for (const state of LETTERS) {
      expect(await difference(page, await pictureOf(page, state), await kept(state)), state).toBe(
        0,
      );
    }
    await browser.close();
  });
}

test('a picture does not tell an edge that is smoothed in another way', async ({
  gallery,
  galleryBrowser,
}) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', `only=card&${BLOCKS}`);
  await page.addStyleTag({ content: '.row .marker, .icon { translate: 0.15px 0.15px }' });
  const picture = await pictureOf(page, 'card');
  // Something did change, or this would show nothing.
  expect(picture.equals(await kept('card'))).toBe(false);
  expect(await difference(page, picture, await kept('card'))).toBe(0);
  await page.close();
});
