/**
 * The `topics/N` sidecars: the topics whose ids hash to bucket N and the records about them, in columns. By bucket,
 * since a pack may have more topics than a page's mentions or a card should wait for. A table changes by the records
 * that came and went, without a look at the others: what orders them stands beside them.
 */
import { type Entry, isRecord, type LocalText, RECORD_KINDS, type RecordKind } from '../model';
import { compareRecords, type RecordOrder, recordOrder } from './order';
import type { Place } from './place-table';
import { sameNames } from './same-names';

/** Columns by topic, in ascending order of id, so that one is found by halving. */
export interface TopicTable {
  readonly ids: readonly string[];
  /** Null where there are records about it, and no such topic. */
  readonly names: readonly (LocalText | null)[];
  /** Its slot in the bucket. */
  readonly own: Uint32Array;
  /** Four numbers a topic, in the order of RECORD_KINDS. */
  readonly counts: Uint32Array;
  /** Topic i's records are at starts[i] to starts[i + 1] of the columns that follow. */
  readonly starts: Uint32Array;
  readonly buckets: Uint32Array;
  readonly slots: Uint32Array;
  /** What orders them, see `RecordOrder`: their ids, and two numbers of each. */
  readonly records: readonly string[];
  readonly dates: Float64Array;
  /** By row: what the topic is called elsewhere (see `sameNames`); most are called nothing. */
  readonly same: ReadonlyMap<number, readonly string[]>;
}

/** What a table says of one topic. */
export interface Topic {
  readonly name: LocalText;
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** Of the records and tombstones about it, in date order. */
  readonly places: readonly Place[];
  /** What it is called elsewhere, see `sameNames`. */
  readonly same: readonly string[];
}

export const topicsName = (bucket: number) => `topics/${bucket}`;

/** A record as a row of a topic has it. */
interface PlacedRecord extends Place, RecordOrder {}

/** What a table needs to be told: a topic as it is now, or a record about it that comes or goes. */
export type TableChange =
  | {
      readonly topic: string;
      /** Null where it goes. */
      readonly now: {
        readonly name: LocalText;
        readonly same: readonly string[];
        slot: number;
      } | null;
    }
  | {
      readonly topic: string;
      readonly comes: boolean;
      /** An index of RECORD_KINDS; -1 for a tombstone, which is not counted. */
      readonly kind: number;
      readonly record: PlacedRecord;
    };

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** What of a record stands in tables of topics. */
function rowOf(entry: Entry, { bucket, slot }: Place) {
  if (!('about' in entry)) return null;
  return {
    topics: [...new Set(entry.about)],
    kind: isRecord(entry) ? RECORD_KINDS.indexOf(entry.kind) : -1,
    record: { bucket, slot, ...recordOrder(entry) },
  };
}

/**
 * @param place of the entry, before and after
 * @returns what tables of topics have to be told when an entry is another: by the topics' ids
 */
export function tableChanges(
  before: Entry | null,
  after: Entry | null,
  place: Place,
): TableChange[] {
  const changes: TableChange[] = [];
  if (after?.kind === 'topic') {
    const now = { name: after.name, same: sameNames(after), slot: place.slot };
    changes.push({ topic: after.id, now });
  } else if (before?.kind === 'topic') changes.push({ topic: before.id, now: null });
  const was = before && rowOf(before, place);
  const is = after && rowOf(after, place);
  if (
    was &&
    is &&
    was.kind === is.kind &&
    compareRecords(was.record, is.record) === 0 &&
    sameList(was.topics, is.topics)
  ) {
    return changes;
  }
  for (const topic of was?.topics ?? []) changes.push({ topic, comes: false, ...asRow(was) });
  for (const topic of is?.topics ?? []) changes.push({ topic, comes: true, ...asRow(is) });
  return changes;
}

const asRow = (row: NonNullable<ReturnType<typeof rowOf>> | null) => ({
  kind: row?.kind ?? -1,
  record: row?.record as PlacedRecord,
});

/** A topic while its table is changed. */
interface Row {
  name: LocalText | null;
  own: number;
  same: readonly string[];
  readonly counts: number[];
  records: PlacedRecord[];
  sorted: boolean;
}

const newRow = (): Row => ({
  name: null,
  own: 0,
  same: [],
  counts: RECORD_KINDS.map(() => 0),
  records: [],
  sorted: true,
});

function rowAt(table: TopicTable, row: number): Row {
  const records: PlacedRecord[] = [];
  for (let i = table.starts[row] as number; i < (table.starts[row + 1] as number); i++) {
    records.push({
      bucket: table.buckets[i] as number,
      slot: table.slots[i] as number,
      id: table.records[i] as string,
      start: table.dates[2 * i] as number,
      latest: table.dates[2 * i + 1] as number,
    });
  }
  return {
    name: table.names[row] ?? null,
    own: table.own[row] as number,
    same: table.same.get(row) ?? [],
    counts: RECORD_KINDS.map((_, kind) => table.counts[row * RECORD_KINDS.length + kind] as number),
    records,
    sorted: true,
  };
}

function tableOf(rows: readonly (readonly [id: string, row: Row])[]): TopicTable {
  const records = rows.flatMap(([, row]) => row.records);
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(([, row], i) => {
    starts[i + 1] = (starts[i] as number) + row.records.length;
  });
  const dates = new Float64Array(2 * records.length);
  records.forEach(({ start, latest }, i) => {
    dates[2 * i] = start;
    dates[2 * i + 1] = latest;
  });
  return {
    ids: rows.map(([id]) => id),
    names: rows.map(([, { name }]) => name),
    own: Uint32Array.from(rows, ([, { own }]) => own),
    counts: Uint32Array.from(rows.flatMap(([, row]) => row.counts)),
    starts,
    buckets: Uint32Array.from(records, ({ bucket }) => bucket),
    slots: Uint32Array.from(records, ({ slot }) => slot),
    records: records.map(({ id }) => id),
    dates,
    same: new Map(rows.flatMap(([, { same }], i) => (same.length > 0 ? [[i, same] as const] : []))),
  };
}

export const NO_TOPICS: TopicTable = tableOf([]);

/** @param changes of topics of this table, those that go before those that come */
export function changedTable(table: TopicTable, changes: Iterable<TableChange>): TopicTable {
  const rows = new Map(table.ids.map((id, row) => [id, rowAt(table, row)]));
  for (const change of changes) {
    const row = rows.get(change.topic) ?? newRow();
    rows.set(change.topic, row);
    if ('now' in change) {
      row.name = change.now?.name ?? null;
      row.same = change.now?.same ?? [];
      row.own = change.now?.slot ?? 0;
      continue;
    }
    const { comes, kind, record } = change;
    if (comes) row.records.push(record);
    else {
      row.records = row.records.filter(
        ({ bucket, slot }) => bucket !== record.bucket || slot !== record.slot,
      );
    }
    if (kind >= 0) row.counts[kind] = (row.counts[kind] as number) + (comes ? 1 : -1);
    row.sorted &&= !comes;
  }
  const left = [...rows].filter(([, { name, records }]) => name !== null || records.length > 0);
  for (const [, row] of left) if (!row.sorted) row.records.sort(compareRecords);
  return tableOf(left.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns the place of a topic in the table's columns, or -1 */
function findRow({ ids }: TopicTable, id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

/** @returns the topic, or null when it is not in this table */
export function findTopic(table: TopicTable, id: string): Topic | null {
  const row = findRow(table, id);
  return row < 0 ? null : topicAt(table, row);
}

/** @returns the topic that has a slot of the bucket; null where there is none */
export function topicOfSlot(
  table: TopicTable,
  slot: number,
): { readonly id: string; readonly topic: Topic } | null {
  for (const [row, id] of table.ids.entries()) {
    const topic = table.own[row] === slot ? topicAt(table, row) : null;
    if (topic) return { id, topic };
  }
  return null;
}

function topicAt(table: TopicTable, row: number): Topic | null {
  const name = table.names[row];
  if (name === null || name === undefined) return null;
  const count = (i: number) => table.counts[row * RECORD_KINDS.length + i] ?? 0;
  const places: Place[] = [];
  for (let i = table.starts[row] ?? 0; i < (table.starts[row + 1] ?? 0); i++) {
    places.push({ bucket: table.buckets[i] ?? 0, slot: table.slots[i] ?? 0 });
  }
  return {
    name,
    counts: { claim: count(0), denial: count(1), statement: count(2), event: count(3) },
    places,
    same: table.same.get(row) ?? [],
  };
}
