/**
 * The `topics/N` sidecars: the topics whose entries are in bucket N and the records about them, in
 * columns. By bucket, since a pack may have more topics than a page's mentions or a card should wait for.
 */
import { type Entry, isRecord, type LocalText, RECORD_KINDS, type RecordKind } from '../model';
import { compareRecords, recordOrder } from './order';
import { sameNames } from './same-names';

/** Where an entry stands: its bucket, and its index among the bucket's entries. */
export interface Place {
  readonly bucket: number;
  readonly slot: number;
}

/** Columns by topic, in ascending order of id, so that one is found by halving. */
export interface TopicTable {
  readonly ids: readonly string[];
  readonly names: readonly LocalText[];
  /** Four numbers a topic, in the order of RECORD_KINDS. */
  readonly counts: Uint32Array;
  /** Topic i's records are at starts[i] to starts[i + 1] of the two columns that follow. */
  readonly starts: Uint32Array;
  readonly buckets: Uint32Array;
  readonly slots: Uint32Array;
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

/** A topic on its way into a table. */
interface Row {
  readonly id: string;
  readonly name: LocalText;
  readonly counts: number[];
  readonly places: Place[];
  readonly same: readonly string[];
}

function tableOf(rows: readonly Row[]): TopicTable {
  const places = rows.flatMap((row) => row.places);
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.places.length;
  });
  return {
    ids: rows.map(({ id }) => id),
    names: rows.map(({ name }) => name),
    counts: Uint32Array.from(rows.flatMap((row) => row.counts)),
    starts,
    buckets: Uint32Array.from(places, ({ bucket }) => bucket),
    slots: Uint32Array.from(places, ({ slot }) => slot),
    same: new Map(rows.flatMap(({ same }, i) => (same.length > 0 ? [[i, same] as const] : []))),
  };
}

/**
 * @param chunks the pack's entries by bucket and slot
 * @returns a table a bucket, each topic's records and tombstones in date order
 */
export function buildTopicTables(chunks: readonly (readonly Entry[])[]): TopicTable[] {
  const rows = chunks.map((entries) =>
    entries
      .filter((entry) => entry.kind === 'topic')
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        (topic): Row => ({
          id: topic.id,
          name: topic.name,
          counts: RECORD_KINDS.map(() => 0),
          places: [],
          same: sameNames(topic),
        }),
      ),
  );
  const byId = new Map(rows.flat().map((row) => [row.id, row]));
  const placed = chunks
    .flatMap((entries, bucket) =>
      entries.map((entry, slot) => ({ entry, place: { bucket, slot }, order: recordOrder(entry) })),
    )
    .sort((a, b) => compareRecords(a.order, b.order));
  for (const { entry, place } of placed) {
    if (!('about' in entry)) continue;
    for (const topic of new Set(entry.about)) {
      const row = byId.get(topic);
      row?.places.push(place);
      if (!row || !isRecord(entry)) continue;
      const kind = RECORD_KINDS.indexOf(entry.kind);
      row.counts[kind] = (row.counts[kind] ?? 0) + 1;
    }
  }
  return rows.map(tableOf);
}

/** @returns the place of a topic in the table's columns, or -1 */
function rowOf({ ids }: TopicTable, id: string): number {
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
  const row = rowOf(table, id);
  return row < 0 ? null : topicAt(table, row);
}

/** @returns the topic of a row; null where there is none */
export function topicAt(table: TopicTable, row: number): Topic | null {
  const name = table.names[row];
  if (name === undefined) return null;
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
