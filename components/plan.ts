/** How a topic's records are laid out along the line of record: what stands before the page, what after, and in which months. */
import type { DateView, Key, RecordView } from '../data/messages';
import { isAfter } from './bounds';
import { standsUnder } from './placing';
import { ends, type Ranges } from './ranges';
import { type Entry, sideBySide } from './side-by-side';

/** A topic with more records is told by months, and only so many rows are built at first. */
const MANY = 12;

/** A run of more rows than `most` shows its first and last only: where it starts, and what it comes to. */
const KEPT = {
  /** Where room is scarce; no month holds a run together. */
  fold: { most: 5, head: 2, tail: 1 },
  month: { most: 8, head: 4, tail: 2 },
  /** A card scrolls: what is not told by months stands whole. */
  list: { most: MANY, head: 4, tail: 2 },
} as const;

/** Rows that follow each other under one heading, or under none. */
export interface Run {
  readonly id: string;
  /** `2024-10` or `2024`; null where months are not told. */
  readonly month: string | null;
  readonly entries: readonly Entry[];
}

export interface Plan {
  /** All that may have been known to the page; everything where its date is not known. */
  readonly before: readonly Run[];
  /** What is certainly later than the page. */
  readonly after: readonly Run[];
  readonly undated: readonly Run[];
  /** Which run and row a record stands in. */
  readonly places: ReadonlyMap<Key, { readonly run: Run; readonly row: number }>;
}

/** The month, or at least the year, in which a date stands: that of its start, or of its end where the start is open. */
const monthOf = (date: DateView): string => /\d{4}(?:-\d\d)?/.exec(date.edtf)?.[0] ?? '';

function runsOf(side: string, entries: readonly Entry[], monthly: boolean): Run[] {
  if (entries.length === 0) return [];
  if (!monthly) return [{ id: side, month: null, entries }];
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = standsUnder(entry.records[0]);
    const month = date ? monthOf(date) : '';
    const known = months.get(month);
    if (known) known.push(entry);
    else months.set(month, [entry]);
  }
  return [...months].map(([month, inside]) => ({ id: `${side} ${month}`, month, entries: inside }));
}

/**
 * @param records in date order
 * @param pageDate the date of the page that they are shown beside, if it is known
 */
export function plan(records: readonly RecordView[], pageDate: DateView | null): Plan {
  const dated = records.filter((record) => standsUnder(record));
  const later = (record: RecordView) => isAfter(standsUnder(record), pageDate);
  const monthly = dated.length > MANY;
  const before = sideBySide(dated.filter((record) => !later(record)));
  const after = sideBySide(dated.filter(later));
  const undated = sideBySide(records.filter((record) => !standsUnder(record)));
  const runs = {
    before: runsOf('before', before, monthly),
    after: runsOf('after', after, monthly),
    undated: runsOf('undated', undated, false),
  };
  const places = new Map<Key, { run: Run; row: number }>();
  for (const run of [...runs.before, ...runs.after, ...runs.undated]) {
    run.entries.forEach((entry, row) => {
      for (const { key } of entry.records) places.set(key, { run, row });
    });
  }
  return { ...runs, places };
}

/** What a run shows of itself once it is open. */
export function opened({ entries: { length }, month }: Run, fold: boolean): Ranges {
  const { most, head, tail } = KEPT[fold ? 'fold' : month === null ? 'list' : 'month'];
  return length > most ? ends(length, head, tail) : [[0, length]];
}

const rowsIn = (ranges: Ranges) => ranges.reduce((sum, [start, end]) => sum + end - start, 0);

/**
 * What is on show at first: the month that the page is of (else the first) and its neighbours, as long as few rows are built.
 * @param fold whether runs fold from six rows on
 * @returns by id of a run; those left out are closed
 */
export function openAtFirst({ before, after, undated }: Plan, fold: boolean): Map<string, Ranges> {
  const runs = [...before, ...after];
  const anchor = after.length > 0 ? Math.max(0, before.length - 1) : 0;
  const nearest = runs
    .map((run, i) => ({ run, away: Math.abs(i - anchor) }))
    .sort((a, b) => a.away - b.away);
  const open = new Map<string, Ranges>();
  let room = MANY;
  for (const { run, away } of nearest) {
    const ranges = opened(run, fold);
    room -= rowsIn(ranges);
    if (room < 0 && away > 0 && run.month !== null) break;
    open.set(run.id, ranges);
  }
  for (const run of undated) open.set(run.id, opened(run, fold));
  return open;
}
