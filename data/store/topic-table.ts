/** The `topics` sidecar: every topic of a pack and the records about it, in columns. */
import { type Entry, isRecord, type LocalText, RECORD_KINDS, type RecordKind } from '../model';
import { compareRecords, recordOrder } from './order';

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
}

/**
 * @param chunks the pack's entries by bucket and slot
 * @returns the table, each topic's records and tombstones in date order
 */
export function buildTopicTable(chunks: readonly (readonly Entry[])[]): TopicTable {
  const topics = chunks
    .flat()
    .filter((entry) => entry.kind === 'topic')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const index = new Map(topics.map(({ id }, i) => [id, i]));
  const about: Place[][] = topics.map(() => []);
  const counts = new Uint32Array(topics.length * RECORD_KINDS.length);

  const placed = chunks
    .flatMap((entries, bucket) =>
      entries.map((entry, slot) => ({ entry, place: { bucket, slot }, order: recordOrder(entry) })),
    )
    .sort((a, b) => compareRecords(a.order, b.order));
  for (const { entry, place } of placed) {
    if (!('about' in entry)) continue;
    for (const topic of new Set(entry.about)) {
      const i = index.get(topic);
      if (i === undefined) continue;
      about[i]?.push(place);
      if (!isRecord(entry)) continue;
      const cell = i * RECORD_KINDS.length + RECORD_KINDS.indexOf(entry.kind);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }

  const places = about.flat();
  const starts = new Uint32Array(topics.length + 1);
  about.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  return {
    ids: topics.map(({ id }) => id),
    names: topics.map(({ name }) => name),
    counts,
    starts,
    buckets: Uint32Array.from(places, ({ bucket }) => bucket),
    slots: Uint32Array.from(places, ({ slot }) => slot),
  };
}

/** @returns the row of a topic in the table's columns, or -1 */
export function findTopic({ ids }: TopicTable, id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

export function topicCounts({ counts }: TopicTable, row: number): Record<RecordKind, number> {
  const count = (i: number) => counts[row * RECORD_KINDS.length + i] ?? 0;
  return { claim: count(0), denial: count(1), statement: count(2), event: count(3) };
}

/** @returns where the records and tombstones about a topic stand, in date order */
export function topicPlaces(table: TopicTable, row: number): Place[] {
  const places: Place[] = [];
  for (let i = table.starts[row] ?? 0; i < (table.starts[row + 1] ?? 0); i++) {
    places.push({ bucket: table.buckets[i] ?? 0, slot: table.slots[i] ?? 0 });
  }
  return places;
}
