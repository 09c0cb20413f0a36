/** What was measured, as a table for people and as the bench's JSON. */
import { table } from '../mentions/table';
import type { Measured, Sync } from './measure';
import type { Phases } from './phases';

const MB = 1_000_000;
const mb = (bytes: number) => (bytes / MB).toFixed(1);
const perSecond = (count: number, ms: number) => Math.round((count * 1000) / ms);
const share = (part: number, whole: number) => Math.round((part / whole) * 100_000) / 100_000;

const SYNCS = {
  'import, new': 'importing',
  '1 % in topics': 'applyTopics',
  '1 % anywhere': 'applyScattered',
  'import, again': 'whole',
} as const;

const PHASES: readonly (keyof Phases)[] = [
  'fetch',
  'inflate',
  'parse',
  'verify',
  'store',
  'derive',
  'flip',
];

/** @returns a table a size, its syncs by phase */
export function showSizes(sizes: readonly Measured[]): string {
  return sizes
    .map((one) => {
      const row = (name: string, { ms, stagedMs, phases, heapBefore, peakHeap }: Sync) => [
        name,
        String(ms),
        String(stagedMs),
        ...PHASES.map((phase) => String(phases[phase])),
        mb(heapBefore),
        mb(peakHeap),
      ];
      const { first, topics, scattered, usage, rival } = one;
      const head = [`${one.records} records, ms`, 'all', 'staged', ...PHASES, 'heap MB', 'peak MB'];
      const rows = Object.entries(SYNCS).map(([name, key]) => row(name, one[key]));
      const lines = [
        table([head, ...rows]),
        `snapshot ${mb(first.snapshot)} MB in ${first.parts} parts, head ${first.head} bytes; delta ${topics.delta} bytes by topic, ${scattered.delta} scattered`,
        `deleted in ${one.deleteMs} ms, ${one.rowsLeft} rows left; estimate ${mb(usage.before)} → ${mb(usage.held)} → ${mb(usage.after)} MB after ${usage.afterS} s`,
      ];
      if (rival) {
        lines.push(
          `a row a record: import ${rival.importMs} ms (${perSecond(rival.rows, rival.importMs)} rows/s, peak ${mb(rival.peakHeap)} MB), 1 % put ${rival.applyMs} ms, deleted in ${rival.deleteMs} ms`,
        );
      }
      return lines.join('\n');
    })
    .join('\n\n');
}

/** @returns the bench's JSON, see docs/benchmarks.md */
export function figuresOf(main: Measured, sizes: readonly Measured[]): Record<string, unknown> {
  const { importing, applyTopics, applyScattered, whole, topics, scattered, rival } = main;
  return {
    records: main.records,
    importRecordsPerSecond: perSecond(main.records, importing.stagedMs),
    importPeakHeapBytes: importing.peakHeap,
    deltaShareOfFull: share(topics.delta, topics.snapshot),
    applyMs: applyTopics.ms,
    headBytes: topics.head,
    verifyMs: importing.phases.verify,
    deleteMs: main.deleteMs,
    importMs: importing.ms,
    scattered: {
      deltaShareOfFull: share(scattered.delta, scattered.snapshot),
      applyMs: applyScattered.ms,
    },
    wholeAgain: { applyMs: whole.ms, deltaShareOfFull: 1, verifyMs: whole.phases.verify },
    rowARecord: rival && {
      importRecordsPerSecond: perSecond(rival.rows, rival.importMs),
      importPeakHeapBytes: rival.peakHeap,
      applyMs: rival.applyMs,
      deleteMs: rival.deleteMs,
    },
    rowsLeft: main.rowsLeft,
    usage: main.usage,
    phases: {
      importing: importing.phases,
      applyTopics: applyTopics.phases,
      applyScattered: applyScattered.phases,
      wholeAgain: whole.phases,
    },
    growth: sizes.map((one) => ({
      records: one.records,
      importRecordsPerSecond: perSecond(one.records, one.importing.stagedMs),
      importMs: one.importing.ms,
      importPeakHeapBytes: one.importing.peakHeap,
      applyMs: one.applyTopics.ms,
      scatteredMs: one.applyScattered.ms,
      deleteMs: one.deleteMs,
    })),
  };
}
