/** The popup, as a page in a tab: a driver cannot open the browser's own. */
import { expect, marksOn, markWith, test } from './fixtures';

test('lists what the page mentions, with counts of claims and denials', async ({
  open,
  popupFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  const kursk = popup.getByRole('button', { name: /Kursk/ }).first();
  await expect(kursk).toBeVisible();
  await expect(kursk).toContainText(/\d+\s*claims?/);
  await expect(kursk).toContainText(/\d+\s*denials?/);
});

test('says so where nothing is on record', async ({ open, popupFor }) => {
  const popup = await popupFor(await open('nothing'));
  await expect(popup.getByText('Nothing on record here')).toBeVisible();
});

test('searches every record as one types, from the first key', async ({ open, popupFor }) => {
  const popup = await popupFor(await open('nothing'));
  const box = popup.getByRole('searchbox');
  await expect(box).toBeFocused();
  await popup.keyboard.type('rutte');
  const results = popup.locator('[data-kind]');
  await expect(results.first()).toContainText('Rutte');
  await box.fill('rutte kursk');
  await expect(results.first()).toContainText('Kursk');
  await box.fill('zzzzzz');
  await expect(results).toHaveCount(0);
  await expect(popup.getByText('No record matches')).toBeVisible();
});

test('finds speakers by their names in other scripts', async ({ open, popupFor }) => {
  const popup = await popupFor(await open('nothing'));
  await popup.getByRole('searchbox').fill('Рютте');
  await expect(popup.locator('[data-kind]').first()).toContainText('Rutte');
});

test('takes the marks away at once when the site is switched off, and brings them back without a reload', async ({
  open,
  popupFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const popup = await popupFor(page);
  const toggle = popup.getByRole('switch');
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expect.poll(() => marksOn(page)).toEqual([]);
  await toggle.click();
  await expect(toggle).toBeChecked();
  await markWith(page, 'Kursk');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('keeps a site off for pages opened later, until it is switched on again', async ({
  open,
  popupFor,
}) => {
  const first = await open('sample');
  await markWith(first, 'Kursk');
  const popup = await popupFor(first);
  await popup.getByRole('switch').click();
  await expect(popup.getByRole('switch')).not.toBeChecked();
  const later = await open('sample');
  await later.waitForTimeout(1500);
  expect(await marksOn(later)).toEqual([]);
  await popup.getByRole('switch').click();
  await markWith(later, 'Kursk');
});

test('says why a page cannot be read', async ({ running, extension, popupFor }) => {
  const page = await running.context.newPage();
  await page.goto(`${extension}/library.html`);
  const popup = await popupFor(page);
  await expect(popup.getByRole('switch')).toBeDisabled();
  await page.close();
});
