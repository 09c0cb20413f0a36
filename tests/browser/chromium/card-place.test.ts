/** Where a card stands: inside the window and beside the hovered line, on small and large screens, zoomed, in any layout. */
import type { CDPSession, Page } from '@playwright/test';
import type { Site } from '../site';
import { cardOn, expect, type Mark, painted, test } from './fixtures';

/** A page of 1280 × 800 px at these zooms has so many px of CSS and so many of the screen a px. */
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3];

const SCREENS = [
  { width: 320, height: 568 },
  { width: 414, height: 896 },
  { width: 1024, height: 600 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
].map((screen) => ({ ...screen, scale: 1 }));

const ZOOMED = ZOOMS.map((scale) => ({
  width: Math.round(1280 / scale),
  height: Math.round(800 / scale),
  scale,
}));

const SENTENCE = 'Nobody had seen North Korean troops in Kursk by then, or so they said.';

const article = (css: string, body: string, dir = 'ltr') => ({
  body: `<!doctype html><html dir="${dir}" lang="en"><head><meta name="viewport" content="width=device-width">
    <meta property="og:type" content="article"><title>Made</title><style>
    body { margin: 0; font: 16px/1.5 serif; } p { margin: 0; } ${css}</style></head><body>${body}</body></html>`,
});

/** A phrase near every edge and corner, and in the middle. */
const EDGES = article(
  `main { display: grid; grid-template: repeat(3, 1fr) / repeat(3, 1fr); block-size: 100vh; overflow: hidden; }
   p:nth-child(3n + 2) { justify-self: center; } p:nth-child(3n) { justify-self: end; text-align: end; }
   p:nth-child(n + 4) { align-self: center; } p:nth-child(n + 7) { align-self: end; }`,
  `<main>${`<p>${SENTENCE}</p>`.repeat(9)}</main>`,
);

const many = Array.from({ length: 30 }, () => `<p>${SENTENCE.repeat(3)}</p>`).join('');

const COLUMNS = article('main { columns: 3 160px; block-size: 90vh; }', `<main>${many}</main>`);
const RTL = article('main { padding: 8px; }', `<main>${many}</main>`, 'rtl');
/** So narrow that every phrase breaks over lines. */
const BROKEN = article('main { inline-size: 90px; margin-inline: auto; }', `<main>${many}</main>`);
const VERTICAL = article(
  'main { writing-mode: vertical-rl; block-size: 100%; inline-size: 90vh; }',
  `<main>${`<p>${SENTENCE}</p>`.repeat(9)}</main>`,
);

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

async function resize(session: CDPSession, { width, height, scale }: Screen): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: false,
  });
}

async function open(page: Page, site: Site, made: { body: string }): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await page.goto(site.make(made));
  await expect.poll(async () => (await page.evaluate(painted)).length).toBeGreaterThan(3);
  return session;
}

/** Some of the marks that stand whole in the window, as far apart in reading order as can be. */
async function marksInView(page: Page, most: number): Promise<Mark[]> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: innerHeight,
  }));
  const marks = (await page.evaluate(painted)).filter(
    ({ x, y }) => x > 2 && y > 12 && x < width - 2 && y < height - 12,
  );
  const step = Math.max(1, marks.length / most);
  return Array.from(
    { length: Math.min(most, marks.length) },
    (_, i) => marks[Math.floor(i * step)],
  ).filter((mark) => mark !== undefined);
}

interface Stands {
  readonly card: { left: number; top: number; right: number; bottom: number };
  readonly line: { top: number; bottom: number } | null;
  readonly width: number;
  readonly height: number;
}

/** The card, and the lit line at a place of the page. */
const stands = (page: Page, at: Mark): Promise<Stands> =>
  page.evaluate(({ x, y }) => {
    const { left, top, right, bottom } = (
      document.querySelector('on-record-card') ?? document.body
    ).getBoundingClientRect();
    let line: { top: number; bottom: number } | null = null;
    for (const [name, highlight] of CSS.highlights) {
      if (!name.includes('active')) continue;
      for (const range of highlight as Iterable<Range>) {
        for (const rect of range.getClientRects()) {
          if (x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top && y <= rect.bottom) {
            line = { top: rect.top, bottom: rect.bottom };
          }
        }
      }
    }
    const { clientWidth } = document.documentElement;
    return { card: { left, top, right, bottom }, line, width: clientWidth, height: innerHeight };
  }, at);

/** Opens the card of each mark by a click, looks where it stands, and closes it. */
async function lookAtCards(page: Page, marks: readonly Mark[]): Promise<number> {
  for (const mark of marks) {
    await page.mouse.click(mark.x, mark.y);
    await expect(cardOn(page)).toBeVisible();
    await page.waitForTimeout(30);
    const { card, line, width, height } = await stands(page, mark);
    const where = JSON.stringify({ mark, card, line, width, height });
    expect(line, where).not.toBe(null);
    if (line)
      expect(card.bottom <= line.top || card.top >= line.bottom, `over its line ${where}`).toBe(
        true,
      );
    expect(card.left, where).toBeGreaterThanOrEqual(7.5);
    expect(card.top, where).toBeGreaterThanOrEqual(7.5);
    expect(card.right, where).toBeLessThanOrEqual(width - 7.5);
    expect(card.bottom, where).toBeLessThanOrEqual(height - 7.5);
    expect(card.right - card.left, where).toBeGreaterThan(Math.min(300, width - 17));
    expect(card.bottom - card.top, where).toBeGreaterThan(70);
    await page.keyboard.press('Escape');
    await expect(page.locator('on-record-card')).toHaveCount(0);
    await page.mouse.move(1, 1);
  }
  return marks.length;
}

test('near every edge and corner, from 320 to 2,560 px', async ({ running, site }) => {
  const page = await running.context.newPage();
  const session = await open(page, site, EDGES);
  for (const screen of SCREENS) {
    await resize(session, screen);
    expect(await lookAtCards(page, await marksInView(page, 9))).toBeGreaterThan(6);
  }
  await page.close();
});

test('near every edge and corner, zoomed from 50 to 300 %', async ({ running, site }) => {
  const page = await running.context.newPage();
  const session = await open(page, site, EDGES);
  for (const screen of ZOOMED) {
    await resize(session, screen);
    expect(await lookAtCards(page, await marksInView(page, 9)), `${screen.scale}`).toBeGreaterThan(
      4,
    );
  }
  await page.close();
});

for (const [name, made] of [
  ['from right to left', RTL],
  ['in columns', COLUMNS],
  ['broken over lines', BROKEN],
  ['written downwards', VERTICAL],
] as const) {
  test(`in text that is ${name}`, async ({ running, site }) => {
    const page = await running.context.newPage();
    const session = await open(page, site, made);
    for (const screen of [
      { width: 375, height: 667, scale: 1 },
      { width: 1280, height: 800, scale: 1 },
      { width: 427, height: 267, scale: 3 },
    ]) {
      await resize(session, screen);
      await page.evaluate(() => scrollTo(0, 0));
      expect(await lookAtCards(page, await marksInView(page, 6))).toBeGreaterThan(1);
    }
    await page.close();
  });
}

test('by the line of a broken phrase that the pointer is on', async ({ running, site }) => {
  const page = await running.context.newPage();
  await open(page, site, BROKEN);
  const lines = await page.evaluate(() => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('on-record-')) continue;
      for (const range of highlight as Iterable<Range>) {
        const rects = [...range.getClientRects()].filter(({ width }) => width > 8);
        if (rects.length > 1) {
          return rects.map((r) => ({ x: r.left + r.width / 2, y: r.top + r.height / 2 }));
        }
      }
    }
    return [];
  });
  expect(lines.length).toBeGreaterThan(1);
  await lookAtCards(
    page,
    lines.map((at) => ({ ...at, text: '', names: [] })),
  );
  await page.close();
});
