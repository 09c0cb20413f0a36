/** The card by touch: a tap opens it, a scroll does not, a tap elsewhere closes it. */
import { cardOn, expect, test as withBrowser } from './fixtures';
import { markIn, type Visit, visit } from './visit';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Touched extends Visit {
  /** Puts a finger down and takes it up again. */
  readonly tap: (at: Point) => Promise<void>;
  /** Puts a finger down, moves it up by so many px and takes it off. */
  readonly swipeUp: (from: Point, by: number) => Promise<void>;
}

const test = withBrowser.extend<{ touched: Touched }>({
  touched: async ({ running, site }, use) => {
    const visited = await visit(running.context, site.url('sample'));
    const { session } = visited;
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await use({
      ...visited,
      tap: async (at) => {
        await touch('touchStart', at);
        await touch('touchEnd');
      },
      swipeUp: async ({ x, y }, by) => {
        await touch('touchStart', { x, y });
        for (let way = 0; way <= by; way += by / 10) await touch('touchMove', { x, y: y - way });
        await touch('touchEnd');
      },
    });
    await visited.close();
  },
});

test('opens by a tap on a mark, stays, scrolls its records, and goes with a tap elsewhere', async ({
  touched,
}) => {
  const { page, tap, swipeUp, complaints } = touched;
  await tap(await markIn(touched, 'Kursk'));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  // No key closes it there, so a button does.
  await expect(card.getByRole('button', { name: 'Close' })).toBeVisible();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card has no box');
  const middle = card.locator('.middle');
  await swipeUp({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 120);
  await expect.poll(() => middle.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await expect(card).toBeVisible();
  await tap({ x: 10, y: 10 });
  await expect(page.locator('on-record-card')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('stays closed while a finger that began on a mark scrolls the page', async ({ touched }) => {
  const { page, look, swipeUp, tap } = touched;
  const mark = await markIn(touched, 'Kursk');
  const counted = () => look(() => (globalThis as unknown as { cardsSeen: number }).cardsSeen);
  await look(() => {
    Object.assign(globalThis, { cardsSeen: 0 });
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const { nodeName } of addedNodes) {
          if (nodeName === 'ON-RECORD-CARD') {
            (globalThis as unknown as { cardsSeen: number }).cardsSeen++;
          }
        }
      }
    }).observe(document.documentElement, { childList: true });
  });
  const before = await look(() => scrollY);
  await swipeUp(mark, 150);
  await expect.poll(() => look(() => scrollY)).toBeGreaterThan(before);
  // A tap on a page that still rolls on only stops it.
  let y = Number.NaN;
  await expect
    .poll(async () => {
      const last = y;
      y = await look(() => scrollY);
      return y === last;
    })
    .toBe(true);
  expect(await counted()).toBe(0);
  // The next tap opens one, the only one: none was on its way.
  await tap(await markIn(touched, 'Kursk'));
  await expect(cardOn(page)).toBeVisible();
  expect(await counted()).toBe(1);
});

test('is closed by its own button, and opened anew by the next tap', async ({ touched }) => {
  const { page, tap } = touched;
  const mark = await markIn(touched, 'Kursk');
  await tap(mark);
  const close = cardOn(page).getByRole('button', { name: 'Close' });
  const box = await close.boundingBox();
  if (!box) throw new Error('the button has no box');
  await tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await expect(page.locator('on-record-card')).toHaveCount(0);
  // The page was scrolled so that the sheet did not cover the line.
  await tap(await markIn(touched, 'Kursk'));
  await expect(cardOn(page)).toBeVisible();
});

test('stands at the lower edge, as wide as the window, with targets for fingers, and leaves the line in sight', async ({
  touched,
}) => {
  const { page, look, tap } = touched;
  const mark = await markIn(touched, 'Kursk');
  // To the bottom of the window, where the sheet comes.
  await look(
    (by) => scrollBy({ top: by, behavior: 'instant' }),
    mark.y - (page.viewportSize()?.height ?? 0) + 40,
  );
  await tap(await markIn(touched, mark.text));
  const card = cardOn(page);
  await expect(card).toBeVisible();
  const size = await look(() => ({
    width: document.documentElement.clientWidth,
    height: innerHeight,
  }));
  await expect
    .poll(
      async () =>
        Math.round((await card.boundingBox())?.y ?? 0) +
        Math.round((await card.boundingBox())?.height ?? 0),
    )
    .toBe(size.height);
  const box = await card.boundingBox();
  expect(box?.x).toBe(0);
  expect(box?.width).toBe(size.width);
  const lit = await look(() => {
    const tops: number[] = [];
    for (const [name, marks] of CSS.highlights) {
      if (!name.includes('active')) continue;
      for (const range of marks as Iterable<Range>) tops.push(range.getBoundingClientRect().bottom);
    }
    return Math.min(...tops);
  });
  expect(lit).toBeLessThanOrEqual((box?.y ?? 0) + 1);
  const low = await card.getByRole('button').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && !one.closest('[aria-hidden=true]'))
      .map((one) => [one.textContent, one.getBoundingClientRect().height] as const)
      // What is folded away, or was not scrolled to yet, has no height.
      .filter(([, height]) => height > 0 && height < 44),
  );
  expect(low).toEqual([]);
});
