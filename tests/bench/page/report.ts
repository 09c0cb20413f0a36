/** Figures as tables for people and as JSON. */
import { shown, table } from '../mentions/table';
import { type Added, added, median, quantile, ratio } from './figures';
import type { Noticed } from './person';
import type { SavedPage } from './saved';
import type { Loads } from './turns';

const rounded = (value: number) =>
  Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null;
const cpu = (one: Added) => one.cpuMs;
const script = (one: Added) => one.scriptMs;

/** What docs/benchmarks.md says of each key; `null` where what it needs was not measured. */
export function figuresOf(loads: Loads) {
  const ours = added(loads, 'ours-500');
  const large = added(loads, 'ours-100000');
  const floor = added(loads, 'floor');
  const slices = [...ours, ...large].flatMap(({ slicesMs }) => slicesMs);
  const over = (list: readonly Added[], read: (one: Added) => number, share = 0.5) =>
    rounded(quantile(list.map(read), share));
  return {
    pages: loads.size,
    addedCpuMsMedian: over(ours, cpu),
    addedCpuMsP95: over(ours, cpu, 0.95),
    addedAfterIdleMsMedian: over(ours, (one) => one.afterIdleMs),
    addedAfterIdleMsP95: over(ours, (one) => one.afterIdleMs, 0.95),
    addedScriptMsMedian: over(ours, script),
    floorMsMedian: over(floor, script),
    ratioToFloor: rounded(ratio(ours, floor, script)),
    ratioToMarkJs: rounded(ratio(ours, added(loads, 'mark-200'), script)),
    ratioBigToSmallPacks: rounded(ratio(large, ours, (one) => one.afterIdleMs)),
    ratioBigToSmallPacksScript: rounded(ratio(large, ours, script)),
    longestSliceMs: rounded(Math.max(...slices)),
    longestSliceP99Ms: rounded(quantile(slices, 0.99)),
    layoutShift: rounded(Math.max(...[...ours, ...large].map(({ layoutShift }) => layoutShift))),
    heapBytesMedian: over(ours, (one) => one.heapBytes),
    marksMedian: over(ours, (one) => one.marks),
    byVariant: Object.fromEntries(
      variantsIn(loads).map((name) => {
        const list = added(loads, name);
        return [
          name,
          {
            cpuMs: over(list, cpu),
            cpuMsP95: over(list, cpu, 0.95),
            afterIdleMs: over(list, (one) => one.afterIdleMs),
            scriptMs: over(list, script),
            renderingMs: over(list, (one) => one.renderingMs),
            marks: over(list, (one) => one.marks),
          },
        ];
      }),
    ),
  };
}

/** @returns bytes of heap that ours adds on the largest page, over two bytes a UTF-16 unit of its text */
export function heapOverText(loads: Loads, pages: readonly SavedPage[]): number | null {
  const [largest] = [...pages].sort((a, b) => b.chars - a.chars);
  const ours = added(loads, 'ours-500').find(({ page }) => page === largest?.name);
  return largest && ours ? rounded(ours.heapBytes - 2 * largest.chars) : null;
}

/** What a person notices, over the pages where it could be seen. */
export function noticedFigures(notices: readonly Noticed[]) {
  const paints = notices.flatMap(({ firstPaintMs }) => firstPaintMs ?? []);
  const cards = (at: number) => notices.flatMap(({ cardsMs }) => cardsMs[at] ?? []);
  return {
    firstPaintAfterIdleMs: rounded(median(paints)),
    firstPaintPages: paints.length,
    firstCardMs: rounded(median(cards(0))),
    hoverToCardMs: rounded(median(cards(1))),
    cardPages: cards(0).length,
  };
}

const variantsIn = (loads: Loads) =>
  [...([...loads.values()][0]?.keys() ?? [])].filter((name) => name !== 'empty');

/** Of each extension what it adds to the empty one, over the pages. */
export function showVariants(loads: Loads): string {
  const row = (name: string) => {
    const list = added(loads, name);
    const at = (read: (one: Added) => number, share = 0.5) =>
      shown(quantile(list.map(read), share));
    const slices = list.flatMap(({ slicesMs }) => slicesMs);
    return [
      name,
      at(cpu),
      at(cpu, 0.95),
      at((one) => one.afterIdleMs),
      at(script),
      at((one) => one.renderingMs),
      shown(quantile(slices, 0.99)),
      shown(Math.max(...slices)),
      at((one) => one.heapBytes / 1024),
      at((one) => one.marks),
    ];
  };
  return table([
    [
      'added, ms of CPU',
      'all',
      'p95',
      'after idle',
      'script',
      'style+layout',
      'slice p99',
      'longest',
      'heap KiB',
      'marks',
    ],
    ...variantsIn(loads).map(row),
  ]);
}

/** How many pages `--verbose` lists. */
const WORST = 10;

/** The pages on which one extension adds most. */
export function showWorst(loads: Loads, variant: string): string {
  const worst = added(loads, variant)
    .sort((a, b) => b.cpuMs - a.cpuMs)
    .slice(0, WORST);
  return table([
    [
      `${variant}, worst pages`,
      'CPU',
      'after idle',
      'script',
      'style+layout',
      'slice',
      'heap KiB',
      'marks',
      'page itself',
    ],
    ...worst.map((one) => [
      one.page,
      shown(one.cpuMs),
      shown(one.afterIdleMs),
      shown(one.scriptMs),
      shown(one.renderingMs),
      shown(Math.max(...one.slicesMs)),
      shown(one.heapBytes / 1024),
      shown(one.marks),
      shown(median((loads.get(one.page)?.get('empty') ?? []).map(({ taskMs }) => taskMs))),
    ]),
  ]);
}
