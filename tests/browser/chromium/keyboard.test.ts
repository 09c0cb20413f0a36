/** Whole flows by keyboard alone: popup, library, side panel, welcome. In Firefox: ../firefox/keyboard.test.ts. */
import type { Page } from '@playwright/test';
import { entries } from '../../data/sync/publisher';
import { focused, pressTo, walk } from '../keys';
import { openHost } from '../sync/host';
import { expect, markWith, test } from './fixtures';

/** Presses keys one after the other. */
async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function expectWalk(page: Page, at: string, atLeast: number) {
  const { missed, unseen, stops } = await walk(page);
  expect.soft(missed, `${at}: Tab never comes to`).toEqual([]);
  expect.soft(unseen, `${at}: focus that cannot be seen`).toEqual([]);
  expect(stops, at).toBeGreaterThanOrEqual(atLeast);
}

test('popup: Tab comes to everything, and the focus is seen', async ({ open, popupFor }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  await expect(popup.locator('[data-row]').first()).toBeVisible();
  await expectWalk(popup, 'the list of the page', 8);
  await popup.getByRole('searchbox').fill('kursk');
  await expect(popup.locator('[data-kind]').first()).toBeVisible();
  await expectWalk(popup, 'results', 5);
});

test('popup: search from the first key, results by arrows, back and empty', async ({
  open,
  popupFor,
}) => {
  const popup = await popupFor(await open('sample'));
  await expect(popup.getByRole('searchbox')).toBeFocused();
  await popup.keyboard.type('kursk');
  await expect(popup.locator('[data-kind]').first()).toBeVisible();
  await press(popup, 'ArrowDown');
  const first = await focused(popup);
  await press(popup, 'ArrowDown');
  expect((await focused(popup)).at).not.toBe(first.at);
  await press(popup, 'ArrowUp');
  expect((await focused(popup)).at).toBe(first.at);
  await press(popup, 'ArrowUp');
  await expect(popup.getByRole('searchbox')).toBeFocused();
  await press(popup, 'Escape');
  await expect(popup.getByRole('searchbox')).toHaveValue('');
  await expect(popup.getByRole('searchbox')).toBeFocused();
});

test('popup: a site is switched off and on, and all is paused and gone on with', async ({
  open,
  popupFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  await expect(popup.locator('[data-row]').first()).toBeVisible();
  await pressTo(popup, /^Read pages of/);
  await press(popup, 'Space');
  await expect(popup.getByRole('switch')).not.toBeChecked();
  await expect(popup.getByRole('switch')).toBeFocused();
  await pressTo(popup, /^Turn on for this site/);
  await press(popup, 'Enter');
  await expect(popup.getByRole('switch')).toBeChecked();
  await pressTo(popup, /^Pause/);
  await press(popup, 'Enter');
  await expect(popup.getByRole('heading', { name: 'Paused everywhere' })).toBeVisible();
  await pressTo(popup, /^Go on reading/);
  await press(popup, 'Enter');
  await expect(popup.locator('[data-row]').first()).toBeVisible();
});

test('library: Tab comes to everything in every section, and the focus is seen', async ({
  running,
  extension,
}) => {
  test.slow();
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html`);
  await expect(library.getByText('North Korea and Russia, 2024').first()).toBeVisible();
  const sections = await library.getByRole('navigation').getByRole('link').allTextContents();
  expect(sections.length).toBeGreaterThan(4);
  for (const section of sections) {
    const name = section.replace(/\d+$/, '').trim();
    await library.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await pressTo(library, new RegExp(`^${name}`));
    await press(library, 'Enter');
    await expect(library.getByRole('heading', { level: 1, name })).toBeVisible();
    await expectWalk(library, name, sections.length);
  }
  await library.close();
});

test('library: a pack is subscribed to, kept after a second thought, and removed', async ({
  running,
  extension,
}) => {
  const host = await openHost();
  await host.author.publish(entries);
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html`);
  // Tests before may have left it on.
  await library.evaluate('chrome.storage.local.remove("authorMode")');
  await library.reload();
  await expect(library.getByText('North Korea and Russia, 2024').first()).toBeVisible();

  // This computer is a publisher's host only in author mode.
  await pressTo(library, /^Author mode/);
  await press(library, 'Space');
  await expect(library.getByRole('switch', { name: 'Author mode' })).toBeChecked();
  await pressTo(library, /^Subscribe by address/);
  await press(library, 'Enter');
  await expect(library.getByRole('textbox', { name: 'Address of the pack' })).toBeFocused();
  await library.keyboard.type(host.folder);
  await press(library, 'Enter');
  await expect(library.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await pressTo(library, /^They match/);
  await press(library, 'Enter');
  const row = library.getByRole('listitem').filter({ hasText: 'Varn' }).first();
  await expect(row).toBeVisible();

  await pressTo(library, /^Remove/);
  await press(library, 'Enter');
  await pressTo(library, /^Keep/);
  await press(library, 'Enter');
  await expect(row).toBeVisible();
  expect((await focused(library)).at).not.toBe(-1);
  await pressTo(library, /^Remove/);
  await press(library, 'Enter');
  await pressTo(library, /^Keep/);
  await pressTo(library, /^Remove/);
  await press(library, 'Enter');
  await expect(row).toHaveCount(0);
  await pressTo(library, /^Author mode/);
  await press(library, 'Space');
  await library.close();
  await host.close();
});

test('side panel: Tab comes to everything, and the focus is seen', async ({ open, panelFor }) => {
  test.slow();
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await panelFor(page);
  await expect(panel.locator('[data-kind]').first()).toBeVisible();
  await panel.bringToFront();
  await expectWalk(panel, 'side panel', 12);
});

test('side panel: a file is exported', async ({ open, panelFor }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await panelFor(page);
  await expect(panel.locator('[data-kind]').first()).toBeVisible();
  await panel.bringToFront();
  await pressTo(panel, /^Export/, 'Shift+Tab');
  await press(panel, 'Enter');
  await pressTo(panel, /^Markdown/, 'Shift+Tab');
  const download = panel.waitForEvent('download');
  await press(panel, 'Enter');
  expect((await download).suggestedFilename()).toMatch(/\.md$/);
});

test('welcome: where it may read is chosen by arrows and confirmed', async ({
  running,
  extension,
}) => {
  const welcome = await running.context.newPage();
  await welcome.goto(`${extension}/welcome.html`);
  await expect(welcome.getByText('North Korea and Russia, 2024').first()).toBeVisible();
  await expectWalk(welcome, 'welcome', 2);
  const radios = welcome.getByRole('radio');
  const chosen = async () =>
    radios.evaluateAll((all) => all.findIndex((one) => (one as HTMLInputElement).checked));
  await welcome.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await radios.nth(await chosen()).focus();
  const before = await chosen();
  await press(welcome, 'ArrowDown');
  expect(await chosen()).not.toBe(before);
  await press(welcome, 'ArrowUp');
  expect(await chosen()).toBe(before);
  const said = await welcome.getByRole('status').first().textContent();
  await pressTo(welcome, /^Continue/);
  await press(welcome, 'Enter');
  await expect(welcome.getByRole('status').first()).not.toHaveText(said ?? '');
  await welcome.close();
});
