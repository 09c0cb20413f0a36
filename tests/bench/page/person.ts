/** What somebody who reads notices: when the first mark is there, and when a card is. */
import { type BenchBrowser, type Tab, until } from './browser';
import { goAndRest } from './load';
import { idleAt, mainThread, TASK } from './main-thread';
import { LEAN, type TraceEvent, traced } from './trace';

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

/** What a pointer has to rest on a mark: entrypoints/marks/machine.ts, `INTENT_MS` and `SHOW_AFTER_INTENT_MS`. */
const DELAY_MS = 500;

const PAINTED = 'bench: painted';
const WORLD = 'bench';

/** After a card was closed the next opens sooner; so long after it no longer does. */
const COOL_MS = 1500;

/** The page comes to rest only when nobody looks any more. */
const LOOKS_MS = 5000;

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
  addEventListener('pointermove', ({ timeStamp }) => { globalThis.benchMovedAt = timeStamp; }, true);
  globalThis.benchCard = () => new Promise((resolve) => {
    const observer = new MutationObserver((records) => {
      const hosts = records.flatMap(({ addedNodes }) => [...addedNodes]);
      if (!hosts.some(({ localName }) => localName === 'on-record-card')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - benchMovedAt);
        port2.postMessage(null);
      });
    });
    observer.observe(document.documentElement, { childList: true });
    setTimeout(() => resolve(null), 4000);
  });
})()`;

/** @returns runs JavaScript in the world of {@link WATCH} */
async function watch({ line }: Tab): Promise<(expression: string) => Promise<unknown>> {
  let world: number | undefined;
  line.on(
    'Runtime.executionContextCreated',
    ({ context }: { context: { id: number; name: string } }) => {
      if (context.name === WORLD) world = context.id;
    },
  );
  await line.send('Runtime.enable');
  await line.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH, worldName: WORLD });
  return async (expression) => {
    const contextId = await until('the world of the bench', () => world);
    const { result } = await line.send<{ result: { value: unknown } }>('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  };
}

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
    const run = await watch(tab);
    const { events } = await traced(browser, LEAN, () => goAndRest(tab, url));
    const firstPaintMs = firstPaint(mainThread(events, host));
    const place = (await run('benchScroll()')) as [number, number] | null;
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
  run: (expression: string) => Promise<unknown>,
  [x, y]: readonly [number, number],
): Promise<number | null> {
  const move = (at: { x: number; y: number }) =>
    line.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
  const shown = run('benchCard()');
  await move({ x, y });
  const ms = (await shown) as number | null;
  await line.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Escape', code: 'Escape' });
  await line.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Escape', code: 'Escape' });
  await move({ x: 1, y: 1 });
  await run(`new Promise((resolve) => setTimeout(resolve, ${COOL_MS}))`);
  return ms === null ? null : ms - DELAY_MS;
}
