/** The order in which records stand: by date, undated last. */
import { type DateBounds, dateBounds, dateOrder } from '../dates';
import { type Entry, isRecord } from '../model';

/** What an entry is sorted by; comparing two needs no more date parsing. */
export interface RecordOrder {
  readonly id: string;
  readonly start: number;
  readonly latest: number;
}

const UNDATED: DateBounds = { earliest: Infinity, latest: Infinity };

/**
 * The one rule for where a record stands: when it was said. An event need not have been said by
 * anybody and stands where it happened; of anything else, when the thing happened says nothing of
 * when it was said, and it is undated.
 */
export function placingDate(entry: Entry): string | undefined {
  if (!isRecord(entry)) return undefined;
  return entry.made ?? (entry.kind === 'event' ? entry.when : undefined);
}

export function recordOrder(entry: Entry): RecordOrder {
  const date = placingDate(entry);
  const { latest } = date === undefined ? UNDATED : dateBounds(date);
  return { id: entry.id, start: dateOrder(date), latest };
}

const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** Earliest first; at the same start the more precise date first; then by id, so that it is stable. */
export function compareRecords(a: RecordOrder, b: RecordOrder): number {
  return compare(a.start, b.start) || compare(a.latest, b.latest) || compare(a.id, b.id);
}
