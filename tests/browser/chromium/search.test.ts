/** What the popup's search understands, and how it helps on. */
import { lookOver } from './axe';
import { expect, test } from './fixtures';

test('narrows by chips that say how many, and writes what was chosen into the query', async ({
  open,
  popupFor,
}) => {
  const popup = await popupFor(await open('nothing'));
  const box = popup.getByRole('searchbox');
  await box.fill('troops');
  const denials = popup.getByRole('button', { name: /^Denials \d+$/ });
  const count = Number((await denials.textContent())?.replace(/\D/g, ''));
  expect(count).toBeGreaterThan(0);
  await denials.click();
  await expect(box).toHaveValue('kind:denial troops');
  await expect(popup.locator('.hit').first()).toBeVisible();
  await expect(popup.locator('.hit:not([data-kind=denial])')).toHaveCount(0);
  await expect(popup.getByRole('heading', { name: `${count} records` })).toBeVisible();
  await popup.getByLabel('Speaker').selectOption({ index: 1 });
  await expect(box).toHaveValue(/^by:\S+ kind:denial troops$/);
  expect((await lookOver(popup)).faults).toEqual([]);
});

test('says what was read for a word with a slip, and what would be found without a part', async ({
  open,
  popupFor,
}) => {
  const popup = await popupFor(await open('nothing'));
  const box = popup.getByRole('searchbox');
  await box.fill('gerasimof');
  await expect(popup.getByText('No record says “gerasimof”')).toBeVisible();
  await expect(popup.locator('.hit').first()).toContainText('Gerasimov');
  await box.fill('kind:denial before:2024-10-01');
  await expect(popup.getByText('The nearest in time')).toBeVisible();
  await expect(popup.locator('.near .hit').first()).toHaveAttribute('data-kind', 'denial');
  expect((await lookOver(popup)).faults).toEqual([]);
  await popup.getByRole('button', { name: /without “before:2024-10-01”/ }).click();
  await expect(box).toHaveValue('kind:denial');
  await expect(popup.locator('.hit').first()).toBeVisible();
});

test('copies a citation by the keys that copy anything, and opens again where it was', async ({
  open,
  popupFor,
}) => {
  const page = await open('nothing');
  const popup = await popupFor(page);
  await popup.getByRole('searchbox').fill('rutte deployed');
  await expect(popup.locator('.hit').first()).toBeVisible();
  await popup.keyboard.press('ArrowDown');
  while (!(await popup.evaluate(`!!document.activeElement.closest('.hit')`))) {
    await popup.keyboard.press('ArrowDown');
  }
  await popup.keyboard.press('Control+c');
  await expect(popup.getByText('Citation copied')).toBeVisible();
  await popup.close();
  const again = await popupFor(page);
  await expect(again.getByRole('searchbox')).toHaveValue('rutte deployed');
  await expect(again.locator('.hit').first()).toContainText('Rutte');
  await again.keyboard.type('kursk');
  await expect(again.getByRole('searchbox')).toHaveValue('kursk');
});
