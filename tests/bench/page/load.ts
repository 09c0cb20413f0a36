/** One load of one page with one extension, and what it cost. */
import type { Devtools } from '../wake/devtools';
import { type BenchBrowser, sleep, type Tab } from './browser';
import { AT_REST } from './main-thread';

/** Of the page's main thread, in milliseconds of its CPU, and of its heap, in bytes. */
export interface LoadCost {
  readonly taskMs: number;
  readonly layoutMs: number;
  readonly styleMs: number;
  readonly compileMs: number;
  /** JavaScript and DOM, after collection. */
  readonly heapBytes: number;
  readonly layoutShift: number;
  /** Stretches that are marked in the end. */
  readonly marks: number;
}

/** The page is at rest when its main thread had less than so much to do in each of so many looks. */
const QUIET_MS = 3;
const QUIET_LOOKS = 3;
const LOOK_MS = 150;
const LONGEST_MS = 30_000;

type Metrics = Readonly<Record<string, number>>;

async function metrics(line: Devtools): Promise<Metrics> {
  const answer = await line.send<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return Object.fromEntries(answer.metrics.map(({ name, value }) => [name, value]));
}

/**
 * Waits until the main thread has next to nothing to do.
 * @returns what it cost until then
 */
export async function rest({ line }: Tab): Promise<Metrics> {
  let before = Number.NaN;
  let quiet = 0;
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; ) {
    await sleep(LOOK_MS);
    const now = await metrics(line);
    const task = (now.TaskDuration ?? 0) * 1000;
    quiet = task - before < QUIET_MS ? quiet + 1 : 0;
    before = task;
    if (quiet >= QUIET_LOOKS) return now;
  }
  throw new Error(`a page does not come to rest within ${LONGEST_MS / 1000} s`);
}

/**
 * Goes to the address and waits until the page has loaded and its main thread is at rest, which a trace is told.
 * @returns what it cost until then
 */
export async function goAndRest(tab: Tab, url: string): Promise<Metrics> {
  const loaded = new Promise<void>((resolve) => {
    tab.line.on('Page.loadEventFired', () => resolve());
  });
  await tab.line.send('Page.navigate', { url });
  await Promise.race([loaded, sleep(LONGEST_MS)]);
  const cost = await rest(tab);
  await tab.run(`console.timeStamp('${AT_REST}')`);
  return cost;
}

const MARKS = `[...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0) +
  document.querySelectorAll('mark[data-markjs]').length`;

const LAYOUT_SHIFT = `new Promise((resolve) => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: 'layout-shift', buffered: true });
  const sum = (list) => list.reduce((total, { value }) => total + value, 0);
  setTimeout(() => resolve(sum(observer.takeRecords())), 0);
})`;

async function heapBytes(line: Devtools): Promise<number> {
  await line.send('HeapProfiler.enable');
  // What a first collection lets go, weak things held until then.
  for (let i = 0; i < 2; i++) await line.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await line.send<{
    usedSize: number;
    embedderHeapUsedSize?: number;
  }>('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize;
}

/** In a fresh tab, and so a fresh process. */
export async function loadPage(browser: BenchBrowser, url: string): Promise<LoadCost> {
  const tab = await browser.openTab();
  try {
    await tab.line.send('Performance.enable', { timeDomain: 'threadTicks' });
    const now = await goAndRest(tab, url);
    const ms = (name: string) => (now[name] ?? Number.NaN) * 1000;
    const marks = await tab.run<number>(MARKS);
    const layoutShift = await tab.run<number>(LAYOUT_SHIFT);
    return {
      taskMs: ms('TaskDuration'),
      layoutMs: ms('LayoutDuration'),
      styleMs: ms('RecalcStyleDuration'),
      compileMs: ms('V8CompileDuration'),
      heapBytes: await heapBytes(tab.line),
      layoutShift,
      marks,
    };
  } finally {
    await tab.close();
  }
}
