/** What an update changes entry by entry, and where else something follows from it. */
import { type Entry, isRecord, type RecordEntry } from '../model';
import { lineAt, lineOf, parseLineAt } from '../sync/lines';
import type { Chunk } from './chunk';
import { placingDate, recordOrder } from './order';
import { lookUpPlaces, type Place, type PlaceTable } from './place-table';
import { outbound } from './surroundings';
import { type UseKey, type Uses, usersOf } from './uses';

/** A bucket that an update touches. */
export interface TouchedBucket {
  readonly before: Chunk;
  readonly after: Chunk;
  /** Of all lines that differ, and perhaps of others. */
  readonly keys: readonly string[];
}

/** An entry that came, went or is another; a moved one went from one bucket and came to another. */
export interface ChangedEntry {
  readonly place: Place;
  readonly before: Entry | null;
  readonly after: Entry | null;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const equalBytes = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** @returns the entries that differ */
export function changedEntries(touched: ReadonlyMap<number, TouchedBucket>): ChangedEntry[] {
  const changes: ChangedEntry[] = [];
  for (const [bucket, { before, after, keys }] of touched) {
    for (const key of new Set(keys)) {
      const was = lineOf(before, key);
      const is = lineOf(after, key);
      if (was < 0 && is < 0) continue;
      if (was >= 0 && is >= 0 && equalBytes(lineAt(before, was), lineAt(after, is))) continue;
      changes.push({
        place: {
          bucket,
          slot: (is >= 0 ? after.slots[is] : before.slots[was]) as number,
        },
        before: was >= 0 ? parseLineAt(before, was) : null,
        after: is >= 0 ? parseLineAt(after, is) : null,
      });
    }
  }
  return changes;
}

const recordOf = (entry: Entry | null): RecordEntry | null =>
  entry && isRecord(entry) ? entry : null;

/** What others show of a record: whom and when. */
const briefOf = (record: RecordEntry | null) => record && [record.by, placingDate(record)];

/** What of an entry decides what has to stand around its bucket. */
const needsOf = (entry: Entry | null) =>
  entry &&
  'about' in entry && [
    entry.about,
    isRecord(entry) && [entry.by, entry.sources.map(({ source }) => source), entry.relations],
  ];

/** What a record tells those that it names. */
const relationsOf = (record: RecordEntry | null) =>
  record?.relations && [record.relations, recordOrder(record)];

/** What follows from some changes. */
export interface Consequences {
  /** What was looked up and may be found otherwise now. */
  readonly keys: ReadonlySet<UseKey>;
  /** Records to which others may be related otherwise now: their ids. */
  readonly named: ReadonlySet<string>;
  /** Buckets around which something else may stand now. */
  readonly anew: ReadonlySet<number>;
}

/**
 * @param places as they are now
 * @param uses as they were
 */
export function consequencesOf(
  changes: readonly ChangedEntry[],
  places: PlaceTable,
  uses: Uses,
): Consequences {
  const keys = new Set<UseKey>();
  const named = new Set<string>();
  const anew = new Set<number>();
  for (const { place, before, after } of changes) {
    for (const entry of [before, after]) {
      if (entry?.kind === 'source') keys.add(`source ${entry.id}`);
      if (entry?.kind !== 'actor') continue;
      keys.add(`actor ${entry.id}`);
      if (entry.of !== undefined) keys.add(`members ${entry.of}`);
    }
    const { id, kind } = (after ?? before) as Entry;
    if (kind === 'topic') {
      const name = (entry: Entry | null) => entry?.kind === 'topic' && entry.name;
      if (!same(name(before), name(after))) keys.add(`topic ${id}`);
    }
    if (!same(needsOf(before), needsOf(after))) anew.add(place.bucket);
    const [was, is] = [recordOf(before), recordOf(after)];
    if (!was && !is) continue;
    const corrects = was?.relations?.corrects || is?.relations?.corrects;
    if (corrects || !same(briefOf(was), briefOf(is))) keys.add(`record ${id}`);
    if (!was) named.add(id);
    if (corrects || !same(relationsOf(was), relationsOf(is))) {
      for (const record of [was, is]) {
        for (const relation of record ? outbound(record) : []) named.add(relation.record);
      }
    }
  }
  for (const key of keys) for (const bucket of usersOf(uses, key)) anew.add(bucket);
  for (const id of named) {
    for (const { bucket } of lookUpPlaces(places, `record ${id}`)) anew.add(bucket);
  }
  return { keys, named, anew };
}
