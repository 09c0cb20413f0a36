/** How cards open: the reader's choice in the library holds in pages that are open already. */
import type { Page } from '@playwright/test';
import { cardOn, expect, hover, markWith, test } from './fixtures';

/** Longer than a card needs to open. */
const PATIENCE_MS = 900;

test('rest, rest with a key, or click alone', async ({ open, running, extension }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html#cards`);
  const choose = async (name: string | RegExp) => {
    await library.getByRole('radio', { name }).check();
    await page.bringToFront();
    await page.mouse.move(2, 2);
    await page.waitForTimeout(400);
  };

  await choose('By click, tap or keyboard only');
  await hover(page, mark);
  await page.waitForTimeout(PATIENCE_MS);
  await expect(cardOn(page)).toHaveCount(0);
  await page.mouse.down();
  await page.mouse.up();
  await expect(cardOn(page)).toBeVisible();
  await close(page);

  await choose(/a key is held/);
  await hover(page, mark);
  await page.waitForTimeout(PATIENCE_MS);
  await expect(cardOn(page)).toHaveCount(0);
  await page.keyboard.down('Shift');
  await expect(cardOn(page)).toBeVisible();
  await page.keyboard.up('Shift');
  await close(page);

  await choose(/rests on it$/);
  await hover(page, mark);
  await expect(cardOn(page)).toBeVisible();
  await library.close();
});

async function close(page: Page) {
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toHaveCount(0);
}
