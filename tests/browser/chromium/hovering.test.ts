/** The card: opened by hover and by keyboard, closed by leaving and by Escape. */
import { cardOn, expect, hover, markWith, test } from './fixtures';

test('opens the record of the phrase under a resting pointer', async ({ open }) => {
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading').first()).toHaveText(/Kursk/);
});

test('shows claims and denials, each with speaker, date and source, in date order', async ({
  open,
}) => {
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  const records = cardOn(page).locator('[data-kind]');
  await expect(records.first()).toBeVisible();
  const kinds = await records.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-kind')),
  );
  expect(kinds).toContain('claim');
  expect(kinds).toContain('denial');
  const shown = await records.evaluateAll((rows) =>
    rows.map((row) => ({
      head: row.querySelector('.head')?.textContent ?? '',
      date: row.querySelector('.date time')?.getAttribute('datetime') ?? null,
      sources: row.querySelectorAll('[data-source]').length,
    })),
  );
  for (const record of shown) {
    expect(record.head).toMatch(/^(Claim|Denial|Statement|Event) /);
    expect(record.sources, record.head).toBeGreaterThan(0);
  }
  // Whole days are their own sort key; "about October" has no place that a text comparison could see.
  const days = shown.flatMap(({ date }) => (date && /^\d{4}-\d\d-\d\d$/.test(date) ? [date] : []));
  expect(days.length).toBeGreaterThan(3);
  expect(days).toEqual(days.toSorted());
  const speakers = shown.filter(({ head }) => /^(Claim|Denial|Statement) \S/.test(head));
  expect(speakers).toHaveLength(shown.filter(({ head }) => !head.startsWith('Event')).length);
});

test('stays while the pointer travels to it, and goes when the pointer has left both', async ({
  open,
}) => {
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card has no box');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  await page.mouse.move(5, 5, { steps: 6 });
  await expect(page.locator('on-record-card')).toHaveCount(0);
});

test('closes with Escape and leaves the page as it was', async ({ open }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await hover(page, mark);
  await expect(cardOn(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('on-record-card')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('never covers the line that it belongs to', async ({ open }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  await hover(page, mark);
  const box = await cardOn(page).boundingBox();
  if (!box) throw new Error('the card has no box');
  expect(mark.y < box.y || mark.y > box.y + box.height).toBe(true);
});

test('opens by keyboard with focus inside, and gives focus back', async ({ open, popupFor }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#';
    link.id = 'own';
    link.textContent = 'a link of the page';
    document.querySelector('footer')?.append(link);
    link.focus({ preventScroll: true });
  });
  const popup = await popupFor(page);
  const topic = popup.getByRole('button', { name: /Kursk/ }).first();
  await topic.focus();
  await popup.keyboard.press('Enter');
  await page.bringToFront();
  await expect(cardOn(page)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('on-record-card');
  await page.keyboard.press('Escape');
  await expect(page.locator('on-record-card')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
});

test('steps from mention to mention by the browser’s commands', async ({ open, worker, ask }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const shortcuts = await worker.evaluate(async () =>
    Object.fromEntries(
      (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
    ),
  );
  expect(shortcuts).toMatchObject({
    'mention-next': 'Alt+Period',
    'mention-previous': 'Alt+Comma',
  });
  // A headless driver cannot press the browser's own shortcuts (permission.test.ts does).
  const step = (by: 1 | -1) => ask(page, 'page.step', { by });
  await page.bringToFront();
  await step(1);
  await expect(cardOn(page)).toBeVisible();
  const first = await cardOn(page).getByRole('heading').first().textContent();
  await step(1);
  await step(1);
  await expect(cardOn(page)).toBeVisible();
  await step(-1);
  await step(-1);
  await expect(cardOn(page).getByRole('heading').first()).toHaveText(first ?? '');
});

test('opens on a page that allows no style and no script of its own', async ({ open }) => {
  const page = await open('strict');
  await hover(page, await markWith(page, 'Kursk'));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  // Styled all the same: without its sheet the card would be as wide as the page.
  expect((await card.boundingBox())?.width).toBeLessThanOrEqual(420);
});

test('opens above whatever the page lays over itself', async ({ open }) => {
  const page = await open('hostile');
  await hover(page, await markWith(page, 'Kursk'));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card has no box');
  const top = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, [
    box.x + box.width / 2,
    box.y + 20,
  ] as const);
  expect(top).toBe('on-record-card');
});

test('sends a source’s site no word of where the reader came from', async ({ open }) => {
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  const links = cardOn(page).locator('a[href]');
  await expect(links.first()).toBeVisible();
  for (const link of await links.all()) {
    expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('rel')).toContain('noreferrer');
  }
});
