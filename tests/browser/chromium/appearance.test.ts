/** How marks and cards look is the reader's to set; what is open follows at once. */
import type { Page } from '@playwright/test';
import { cardOn, expect, hover, markWith, test } from './fixtures';

const PLAIN = { theme: 'page', weight: 'quiet', density: 'calm', text: 13 };

/** The line under a mark at rest, as the page computes it: "dotted 2px". */
const lineOf = (page: Page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.documentElement, '::highlight(on-record-rest)');
    return `${style.textDecorationStyle} ${style.textDecorationThickness}`;
  });

async function library(context: { newPage(): Promise<Page> }, extension: string) {
  const page = await context.newPage();
  await page.goto(`${extension}/library.html#appearance`);
  return page;
}

const choose = async (page: Page, group: string, name: string) => {
  await page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
};

test.afterEach(async ({ worker }) => {
  await worker.evaluate((look) => chrome.storage.local.set({ appearance: look }), PLAIN);
});

test('a page that is open takes heavier lines at once, and lighter ones after that', async ({
  open,
  running,
  extension,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  expect(await lineOf(page)).toBe('dotted 2px');
  const settings = await library(running.context, extension);
  for (const [name, line] of [
    ['Strong', 'solid 2px'],
    ['Hairline', 'dotted 1px'],
    ['Quiet', 'dotted 2px'],
  ] as const) {
    await choose(settings, 'Marks', name);
    await expect.poll(() => lineOf(page)).toBe(line);
  }
  await choose(settings, 'Marks', 'Strong');
  await expect.poll(() => lineOf(page)).toBe('solid 2px');
  await settings.close();
  const next = await open('sample');
  await markWith(next, 'Kursk');
  expect(await lineOf(next)).toBe('solid 2px');
});

test('a card is as dark and as large as the reader set it, and keeps to the window', async ({
  open,
  running,
  extension,
}) => {
  const page = await open('sample');
  const settings = await library(running.context, extension);
  await choose(settings, 'Theme', 'Dark');
  await choose(settings, 'Card text', '17 px');
  await settings.close();
  await page.bringToFront();
  await hover(page, await markWith(page, 'Kursk'));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  const { width, bottom, ground } = await card.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return {
      width: box.width,
      bottom: box.bottom,
      ground: getComputedStyle(element).backgroundColor,
    };
  });
  expect(width).toBeCloseTo((380 * 17) / 13, 0);
  expect(bottom).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  expect(ground).toBe('rgb(29, 28, 26)');
});

test('every page of the extension takes the theme while it is open', async ({
  popupFor,
  panelFor,
  open,
  running,
  extension,
}) => {
  const page = await open('sample');
  const own = [await popupFor(page), await panelFor(page)];
  const settings = await library(running.context, extension);
  const ground = (one: Page) =>
    one.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  for (const [theme, colour] of [
    ['Dark', 'rgb(29, 28, 26)'],
    ['As the page', 'rgb(255, 255, 255)'],
  ] as const) {
    await choose(settings, 'Theme', theme);
    for (const one of [settings, ...own]) await expect.poll(() => ground(one)).toBe(colour);
  }
  await settings.close();
});

test('the sample in the library is read by the reader itself, and opens real cards', async ({
  running,
  extension,
}) => {
  const settings = await library(running.context, extension);
  const sample = settings.frameLocator('iframe');
  await expect(sample.getByRole('heading')).toBeVisible();
  const frame = settings.frames().find((one) => one.url().endsWith('/sample.html'));
  if (!frame) throw new Error('no sample');
  const place = () =>
    frame.evaluate(() => {
      const [range] = [...CSS.highlights].flatMap(([, one]) => [...(one as Iterable<Range>)]);
      const box = range?.getClientRects()[0];
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    });
  await expect.poll(place).not.toBeNull();
  const at = await place();
  const box = await settings.locator('iframe').boundingBox();
  if (!at || !box) throw new Error('nothing is marked');
  await settings.locator('iframe').scrollIntoViewIfNeeded();
  const now = (await settings.locator('iframe').boundingBox()) ?? box;
  await hover(settings, { x: now.x + at.x, y: now.y + at.y });
  await expect(sample.locator('on-record-card').getByRole('dialog')).toBeVisible();
  await choose(settings, 'Marks', 'Strong');
  await expect
    .poll(() =>
      frame.evaluate(
        () =>
          getComputedStyle(document.documentElement, '::highlight(on-record-rest)')
            .textDecorationStyle,
      ),
    )
    .toBe('solid');
  await settings.close();
});
