/** Ties along the line of record: what denies or corrects what, where both are on show. */
import type { Key, RecordView } from '../data/messages';

/** Beside the line, each kind in a lane of its own: that of denials and that of claims. */
export const LANES = ['denies', 'corrects'] as const;
export type Lane = (typeof LANES)[number];

export interface Tie {
  readonly lane: Lane;
  /** Places in the list, the upper one first. */
  readonly from: number;
  readonly to: number;
}

/** What passes an item of the list in one lane. */
export interface Passing {
  /** The lane is drawn above the item's mark, or below it. */
  readonly up: boolean;
  readonly down: boolean;
  /** A tie ends here. */
  readonly end: boolean;
}

/**
 * @param items what stands in the list from top to bottom; null for what is no record (a fold, the page's date)
 * @returns each tie once, however many records of two rows stand so to each other
 */
export function tiesOf(items: readonly (readonly RecordView[] | null)[]): Tie[] {
  const at = new Map<Key, number>();
  items.forEach((records, i) => {
    for (const { key } of records ?? []) at.set(key, i);
  });
  const ties = new Map<string, Tie>();
  items.forEach((records, i) => {
    for (const { type, direction, record } of (records ?? []).flatMap((each) => each.relations)) {
      const other = at.get(record);
      if (direction !== 'out' || other === undefined || other === i) continue;
      if (type !== 'denies' && type !== 'corrects') continue;
      const [from, to] = [Math.min(i, other), Math.max(i, other)];
      ties.set(`${type} ${from} ${to}`, { lane: type, from, to });
    }
  });
  return [...ties.values()];
}

/** @returns what passes each of `length` items in a lane */
export function passings(ties: readonly Tie[], lane: Lane, length: number): Passing[] {
  const starts = new Array<number>(length + 1).fill(0);
  const stops = new Array<number>(length + 1).fill(0);
  for (const tie of ties) {
    if (tie.lane !== lane) continue;
    starts[tie.from] = (starts[tie.from] ?? 0) + 1;
    stops[tie.to] = (stops[tie.to] ?? 0) + 1;
  }
  let open = 0;
  return Array.from({ length }, (_, i) => {
    const up = open > 0;
    const [begin = 0, stop = 0] = [starts[i], stops[i]];
    open += begin - stop;
    return { up, down: open > 0, end: begin + stop > 0 };
  });
}
