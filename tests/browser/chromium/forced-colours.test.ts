/** Marks where the reader has the system's colours forced upon every page. */
import { expect, marksOn, markWith, test } from './fixtures';

/** The overlay's lines; its shadow root is open in the `browser-test` build only. */
const LINES = `(() => {
  for (const element of document.documentElement.children) {
    if (element.localName !== 'div' || !element.shadowRoot) continue;
    return [...element.shadowRoot.children].map((line) => {
      const box = line.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, left: box.left, width: box.width };
    });
  }
  return null;
})()`;

interface Line {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
}

test('are lines of an overlay, on the words, and follow the page', async ({ open }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(() => page.evaluate<Line[] | null>(LINES)).toBeTruthy();
  await expect.poll(async () => (await marksOn(page)).length).toBe(0);
  const lines = (await page.evaluate<Line[] | null>(LINES)) ?? [];
  expect(lines.length).toBeGreaterThan(0);
  await page.evaluate(() => scrollBy(0, 40));
  await expect
    .poll(async () => (await page.evaluate<Line[] | null>(LINES))?.[0]?.top)
    .toBeCloseTo((lines[0]?.top ?? 0) - 40, 0);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(() => page.evaluate<Line[] | null>(LINES)).toBeNull();
  await expect.poll(async () => (await marksOn(page)).length).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});
