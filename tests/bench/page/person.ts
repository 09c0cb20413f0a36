/** What somebody who reads notices: when the first mark is there, and when a card is. */
import type { BenchBrowser, Tab } from './browser';
import { goAndRest } from './load';
import { idleAt, mainThread, TASK } from './main-thread';
import { LEAN, type TraceEvent, traced } from './trace';
import { REST_MS, type Run, watchForCards, worldIn } from './world';

export interface Noticed {
  /**
   * From the extension's first script to the end of the frame that showed a mark in view; null where none
   * stands in view.
   */
  readonly firstPaintMs: number | null;
  /**
   * From the pointer's last move, less the rest that opens a card, to the end of the frame that showed the card: the
   * first of the page, and one more.
   */
  readonly cardsMs: readonly number[];
}

const PAINTED = 'bench: painted';

/** After a card was closed the next opens sooner; so long after it no longer does. */
const COOL_MS = 1500;

/** The page comes to rest only when nobody looks any more. */
const LOOKS_MS = 5000;
/** A card that has not come by then does not come. */
const PATIENCE_MS = 4000;

/**
 * Looks at each frame for a mark in view that has its looks, and says so in the trace; notes when the pointer
 * moved and when a card was shown.
 */
const WATCH = `(() => {
  const inView = () => {
    for (const [name, marks] of CSS.highlights) {
      for (const range of marks) {
        const rect = range.getBoundingClientRect();
        const middle = [rect.left + rect.width / 2, rect.top + rect.height / 2];
        const around = range.startContainer.parentElement;
        if (!rect.width || middle[1] < 0 || middle[1] > innerHeight) continue;
        const at = document.elementFromPoint(...middle);
        if (!at || !(at === around || around.contains(at))) continue;
        const looks = getComputedStyle(around, '::highlight(' + name + ')');
        if (looks.textDecorationLine.includes('underline')) return middle;
      }
    }
    return null;
  };
  globalThis.benchInView = inView;
  /* A smooth scroll would still be under way. */
  globalThis.benchScroll = async () => {
    for (const [, marks] of CSS.highlights) {
      for (const range of marks) {
        range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 300));
        const place = inView();
        if (place) return place;
      }
    }
    return null;
  };
  const look = () => {
    if (inView()) console.timeStamp('${PAINTED}');
    else if (performance.now() < ${LOOKS_MS}) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  ${watchForCards(PATIENCE_MS)}
})()`;

function firstPaint(events: readonly TraceEvent[]): number | null {
  const seen = events.find(
    ({ name, args }) => name === 'TimeStamp' && args.data?.message === PAINTED,
  );
  // What a frame draws is drawn in the task that first asked for it.
  const frame = events.find(
    ({ name, ts, dur }) => name === TASK && seen && ts <= seen.ts && seen.ts < ts + dur,
  );
  return frame ? (frame.ts + frame.dur - idleAt(events)) / 1000 : null;
}

/** @param host of the extension */
export async function noticed(browser: BenchBrowser, host: string, url: string): Promise<Noticed> {
  const tab = await browser.openTab();
  try {
    await tab.line.send('Performance.enable', { timeDomain: 'threadTicks' });
    const run = await worldIn(tab, WATCH);
    const { events } = await traced(browser, LEAN, () => goAndRest(tab, url));
    const firstPaintMs = firstPaint(mainThread(events, host));
    const place = await run<[number, number] | null>('benchScroll()');
    const cardsMs: number[] = [];
    for (let card = 0; place && card < 2; card++) {
      const ms = await hoverOver(tab, run, place);
      if (ms === null) break;
      cardsMs.push(ms);
    }
    return { firstPaintMs, cardsMs };
  } finally {
    await tab.close();
  }
}

async function hoverOver(
  { line }: Tab,
  run: Run,
  [x, y]: readonly [number, number],
): Promise<number | null> {
  const move = (at: { x: number; y: number }) =>
    line.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
  const shown = run<number | null>('benchCard()');
  await move({ x, y });
  const ms = await shown;
  await line.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Escape', code: 'Escape' });
  await line.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Escape', code: 'Escape' });
  await move({ x: 1, y: 1 });
  await run(`new Promise((resolve) => setTimeout(resolve, ${COOL_MS}))`);
  return ms === null ? null : ms - REST_MS;
}
