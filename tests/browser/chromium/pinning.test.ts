/** A card that is kept open. */
import { expect, hover, markWith, painted, test } from './fixtures';

const cards = 'on-record-card';

test('stays when the pointer leaves and the page scrolls, may be dragged, and closes by its button', async ({
  open,
}) => {
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  const card = page.locator(cards).getByRole('dialog');
  await card.getByRole('button', { name: 'Pin', exact: true }).click();
  await page.mouse.move(5, 5);
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  const before = await card.boundingBox();
  await card.getByRole('heading', { level: 2 }).hover();
  await page.mouse.down();
  await page.mouse.move((before?.x ?? 0) + 160, (before?.y ?? 0) + 90, { steps: 4 });
  await page.mouse.up();
  const after = await card.boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeGreaterThan(20);
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator(cards)).toHaveCount(0);
});

test('leaves room for the next card, which takes its place when it is pinned too', async ({
  open,
}) => {
  const page = await open('sample');
  await page.setViewportSize({ width: 1200, height: 1000 });
  await hover(page, await markWith(page, 'Kursk'));
  await page.locator(cards).getByRole('button', { name: 'Pin', exact: true }).click();
  await page.mouse.move(5, 5);
  await hover(page, await markWith(page, 'Strategic Partnership'));
  await expect(page.locator(cards)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.locator(cards)).toHaveCount(1);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(100);
  await hover(page, await markWith(page, 'Strategic Partnership'));
  await expect(page.locator(cards)).toHaveCount(2);
  await page.locator(cards).last().getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(page.locator(cards)).toHaveCount(1);
  await expect(page.locator(cards).getByRole('heading', { level: 2 })).toContainText(
    /[Tt]reaty|[Pp]artnership/,
  );
});

test('stays while another topic is muted and marked again, lit in the page, and goes when its own is muted', async ({
  open,
}) => {
  const page = await open('sample');
  await page.setViewportSize({ width: 1200, height: 1000 });
  const button = (name: string) =>
    page.locator(cards).last().getByRole('button', { name, exact: true });
  const marked = async (text: string) =>
    (await page.evaluate(painted)).some((mark) => mark.text.includes(text));
  const lit = () =>
    page.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name.includes('active'))
        .flatMap(([, highlight]) => [...highlight].map(String))
        .join(' '),
    );
  await hover(page, await markWith(page, 'Kursk'));
  await button('Pin').click();
  const title = page.locator(cards).first().getByRole('heading', { level: 2 });
  const name = (await title.textContent()) ?? '';
  await page.mouse.move(5, 5);
  await hover(page, await markWith(page, 'Strategic Partnership'));
  await expect(page.locator(cards)).toHaveCount(2);
  await button('Mute').click();
  await button('Everywhere').click();
  await expect.poll(() => marked('Strategic Partnership')).toBe(false);
  await expect(page.locator(cards)).toHaveCount(1);
  await expect(title).toHaveText(name);
  await expect.poll(lit).toContain('Kursk');
  const undo = page.locator('on-record-toast').getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect.poll(() => marked('Strategic Partnership')).toBe(true);
  await expect(page.locator(cards)).toHaveCount(1);
  // One is pinned at a time, whenever the page was read.
  await page.mouse.move(5, 5);
  await hover(page, await markWith(page, 'Strategic Partnership'));
  await expect(page.locator(cards)).toHaveCount(2);
  await button('Pin').click();
  await expect(page.locator(cards)).toHaveCount(1);
  await button('Mute').click();
  await button('Everywhere').click();
  await expect(page.locator(cards)).toHaveCount(0);
  await undo.click();
  await expect.poll(() => marked('Strategic Partnership')).toBe(true);
});
