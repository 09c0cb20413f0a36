/** The page's own date comes when the card is open already: it is shown, and nothing moves under the pointer for it. */
import type { Page, Worker } from '@playwright/test';
import { cardOn, expect, hover, markWith, test } from './fixtures';

/** Holds back what a page says of itself until it is let go. */
async function holdAbout(worker: Worker): Promise<() => Promise<void>> {
  await worker.evaluate(() => {
    const { scripting } = chrome;
    const run = scripting.executeScript.bind(scripting);
    const held = new Promise<void>((letGo) => {
      Object.assign(globalThis, { letGo });
    });
    scripting.executeScript = (async (given: chrome.scripting.ScriptInjection<[], unknown>) => {
      if (given.files?.some((file) => file.includes('about'))) await held;
      return run(given);
    }) as typeof scripting.executeScript;
  });
  return () => worker.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo());
}

/** Answers have come by then that are there to come. */
const SOON_MS = 600;

const places = (page: Page) =>
  cardOn(page)
    .locator('[data-key], [data-match], .title, .overview')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));

const pill = (page: Page) => cardOn(page).locator('.page-date');

test('is shown at once where the pointer is not on the card, which stays clear of the hovered line', async ({
  open,
  worker,
}, info) => {
  const letGo = await holdAbout(worker);
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  await hover(page, mark);
  await expect(cardOn(page)).toBeVisible();
  await page.waitForTimeout(SOON_MS);
  // Nothing is said of a date that is not known yet, not even that there is none.
  await expect(pill(page)).toHaveCount(0);
  await expect(cardOn(page)).not.toContainText('Page date not found');
  await page.screenshot({ path: info.outputPath('before.png') });
  await letGo();
  await expect(pill(page)).toContainText('This page · 7 Nov 2024');
  await page.screenshot({ path: info.outputPath('after.png') });
  const box = await cardOn(page).boundingBox();
  if (!box) throw new Error('the card has no box');
  const isOver = box.y < mark.y && mark.y < box.y + box.height;
  expect(isOver && box.x < mark.x && mark.x < box.x + box.width).toBe(false);
});

test('waits while the pointer is on the card, and is there once it has left', async ({
  open,
  worker,
}) => {
  const letGo = await holdAbout(worker);
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  // A card that was clicked for stays when the pointer leaves it.
  await page.mouse.click(mark.x, mark.y);
  await expect(cardOn(page)).toBeVisible();
  const box = await cardOn(page).boundingBox();
  if (!box) throw new Error('the card has no box');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  // What else comes after the card has come.
  await page.waitForTimeout(SOON_MS);
  const before = await places(page);
  expect(before.length).toBeGreaterThan(5);
  await letGo();
  await page.waitForTimeout(SOON_MS);
  expect(await places(page)).toEqual(before);
  await expect(pill(page)).toHaveCount(0);
  await page.mouse.move(5, 5);
  await expect(pill(page)).toContainText('This page · 7 Nov 2024');
});
