/** What stands in the list of a timeline, from top to bottom. */
import type { RecordView } from '../data/messages';
import type { Plan, Run } from './plan';
import { gaps, type Ranges } from './ranges';
import type { Entry } from './side-by-side';

export type Item =
  | {
      readonly type: 'row';
      readonly entry: Entry;
      readonly run: Run;
      /** The record before it, be it on show or not. */
      readonly above: RecordView | null;
      /** That record stands right above it. */
      readonly joined: boolean;
    }
  /** Rows from one place to another (half-open) of a run wait to be asked for. */
  | { readonly type: 'fold'; readonly run: Run; readonly from: number; readonly to: number }
  | { readonly type: 'month'; readonly run: Run; readonly month: string }
  /** The page's own date. */
  | { readonly type: 'page' }
  /** The heading of what came later. */
  | { readonly type: 'after' };

/** @param previous the record before the run's first, whose year is known */
function itemsOfRun(run: Run, ranges: Ranges | null, previous: RecordView | null): Item[] {
  const { entries, month } = run;
  const head: Item[] = month === null ? [] : [{ type: 'month', run, month }];
  if (ranges === null) return head;
  const rows = ranges.flatMap(([start, end]) =>
    entries.slice(start, end).map((entry, i): [number, Item] => {
      const at = start + i;
      const above = entries[at - 1]?.records[0] ?? previous;
      const joined = i > 0;
      return [at, { type: 'row', entry, run, above, joined }];
    }),
  );
  const folds = gaps(ranges, entries.length).map(([from, to]): [number, Item] => [
    from,
    { type: 'fold', run, from, to },
  ]);
  return [...head, ...[...rows, ...folds].sort(([a], [b]) => a - b).map(([, item]) => item)];
}

/**
 * @param shown what is on show of a run; null where it is closed
 * @param whole everything is on show
 * @param withPage the page's date is known
 */
export function itemsOf(
  { before, after }: Pick<Plan, 'before' | 'after'>,
  whole: boolean,
  shown: (run: string) => Ranges | null,
  withPage: boolean,
): Item[] {
  const rangesOf = (run: Run): Ranges | null => (whole ? [[0, run.entries.length]] : shown(run.id));
  const side = (runs: readonly Run[], previous: RecordView | null) =>
    runs.flatMap((run) => itemsOfRun(run, rangesOf(run), previous));
  const earlier = side(before, null);
  const last = earlier.at(-1);
  const later = side(after, last?.type === 'row' ? last.entry.records[0] : null);
  if (!withPage || (earlier.length === 0 && later.length === 0)) return [...earlier, ...later];
  return [
    ...earlier,
    { type: 'page' },
    ...(later.length > 0 ? [{ type: 'after' } as const] : []),
    ...later,
  ];
}
