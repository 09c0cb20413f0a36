/**
 * The extension's own pages where there is little room: a window 320 px wide, text twice as large, long words and the
 * other direction. Nothing runs out of the window or is cut, and whatever can be pressed is large enough.
 */
import type { Page } from '@playwright/test';
import { lookOver } from './axe';
import { expect, markWith, test } from './fixtures';
import { enlargeText, layoutOf } from './layout';
import { speak } from './speak';

/** As wide as nothing on the web should scroll sideways at: https://www.w3.org/TR/WCAG22/#reflow */
const NARROW_PX = 320;

test.afterEach(async ({ running, extension }) => speak(running.context, extension, 'en'));

/** Everything that fits in no way would be told at once. */
async function look(page: Page, at: string) {
  const { faults, texts, targets } = await layoutOf(page);
  expect.soft([...new Set(faults)], at).toEqual([]);
  expect(texts, at).toBeGreaterThan(10);
  expect(targets, at).toBeGreaterThan(1);
}

/** Looks at a page as it is, in a narrow window, and with text twice as large. */
async function lookAt(page: Page, name: string) {
  const size = page.viewportSize() ?? { width: 1100, height: 820 };
  await look(page, name);
  await page.setViewportSize({ ...size, width: NARROW_PX });
  await look(page, `${name}, ${NARROW_PX} px wide`);
  await page.setViewportSize(size);
  await enlargeText(page, 2);
  await look(page, `${name}, text twice as large`);
}

for (const locale of ['en', 'ar', 'de', 'ko']) {
  test(`popup, side panel and welcome fit in "${locale}"`, async ({
    open,
    popupFor,
    panelFor,
    running,
    extension,
  }) => {
    test.slow();
    await speak(running.context, extension, locale);
    const page = await open('sample');
    await markWith(page, 'Kursk');
    const popup = await popupFor(page);
    await expect(popup.locator('.topic').first()).toBeVisible();
    await lookAt(popup, 'popup');
    await popup.close();
    const panel = await panelFor(page);
    await expect(panel.locator('.record').first()).toBeVisible();
    await lookAt(panel, 'side panel');
    await panel.close();
    const welcome = await running.context.newPage();
    await welcome.setViewportSize({ width: 1100, height: 820 });
    await welcome.goto(`${extension}/welcome.html`);
    await expect(welcome.getByText('North Korea and Russia, 2024').first()).toBeVisible();
    await lookAt(welcome, 'welcome');
    await welcome.close();
  });

  test(`every section of the library fits in "${locale}"`, async ({ running, extension }) => {
    test.slow();
    await speak(running.context, extension, locale);
    const library = await running.context.newPage();
    await library.goto(`${extension}/library.html`);
    const links = library.getByRole('navigation').getByRole('link');
    await expect(links.first()).toBeVisible();
    const sections = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(sections.length).toBeGreaterThan(4);
    for (const [i, section] of sections.entries()) {
      await library.setViewportSize({ width: 1100, height: 820 });
      await library.goto(`${extension}/library.html?${i}${section}`);
      await expect(library.getByRole('heading', { level: 1 })).toBeVisible();
      await library.waitForLoadState('networkidle');
      await lookAt(library, `library ${section}`);
    }
    await library.close();
  });
}

test('axe finds nothing in the extension’s own pages in Arabic', async ({
  open,
  popupFor,
  panelFor,
  running,
  extension,
}) => {
  test.slow();
  await speak(running.context, extension, 'ar');
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  await expect(popup.locator('.topic').first()).toBeVisible();
  expect((await lookOver(popup)).faults).toEqual([]);
  const panel = await panelFor(page);
  await expect(panel.locator('.record').first()).toBeVisible();
  expect((await lookOver(panel)).faults).toEqual([]);
  const other = await running.context.newPage();
  await other.goto(`${extension}/welcome.html`);
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await lookOver(other)).faults).toEqual([]);
  await other.goto(`${extension}/library.html`);
  const links = other.getByRole('navigation').getByRole('link');
  await expect(links.first()).toBeVisible();
  for (let i = 0; i < (await links.count()); i++) {
    await links.nth(i).click();
    await other.waitForLoadState('networkidle');
    expect((await lookOver(other)).faults, await links.nth(i).innerText()).toEqual([]);
  }
  await other.close();
});
