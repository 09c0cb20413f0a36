/** A hash table of places in typed arrays: stored as it is, opened without parsing, changed by merging. */

import { filled, growing, push } from '../mentions/growing';
import { hashText } from '../mentions/hash';
import { orderOf } from './hash-order';

/** Where an entry stands: its bucket, and its slot there (see chunk.ts). */
export interface Place {
  readonly bucket: number;
  readonly slot: number;
}

/** In ascending order of hash. Equal hashes may be of different texts: who looks up compares the texts. */
export interface PlaceTable {
  readonly hashes: Uint32Array;
  readonly buckets: Uint32Array;
  readonly slots: Uint32Array;
}

/** A text, and a place that it leads to. */
export type NamedPlace = readonly [text: string, place: Place];

/** A table on its way: a million rows take no object each. */
export interface PlaceRows {
  add(text: string, place: Place): void;
  table(): PlaceTable;
}

export function placeRows(): PlaceRows {
  const hashes = growing();
  const buckets = growing();
  const slots = growing();
  return {
    add(text, { bucket, slot }) {
      push(hashes, hashText(text));
      push(buckets, bucket);
      push(slots, slot);
    },
    table() {
      const order = orderOf(filled(hashes));
      const sorted = (values: Int32Array) => Uint32Array.from(order, (i) => values[i] as number);
      return {
        hashes: sorted(filled(hashes)),
        buckets: sorted(filled(buckets)),
        slots: sorted(filled(slots)),
      };
    },
  };
}

/** @param named texts, each with a place that it leads to; a text may lead to many */
export function buildPlaceTable(named: Iterable<NamedPlace>): PlaceTable {
  const rows = placeRows();
  for (const [text, place] of named) rows.add(text, place);
  return rows.table();
}

export const NO_PLACES: PlaceTable = buildPlaceTable([]);

const rowKey = (hash: number, bucket: number, slot: number) => `${hash} ${bucket} ${slot}`;

/**
 * @param removed rows to leave out, each once
 * @param added rows to put in
 */
export function changedPlaces(
  table: PlaceTable,
  removed: readonly NamedPlace[],
  added: readonly NamedPlace[],
): PlaceTable {
  if (removed.length === 0 && added.length === 0) return table;
  const gone = new Map<string, number>();
  const goneHashes = new Set<number>();
  for (const [text, { bucket, slot }] of removed) {
    const hash = hashText(text);
    goneHashes.add(hash);
    const key = rowKey(hash, bucket, slot);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const news = buildPlaceTable(added);
  const most = table.hashes.length + news.hashes.length;
  const hashes = new Uint32Array(most);
  const buckets = new Uint32Array(most);
  const slots = new Uint32Array(most);
  let count = 0;
  const put = (from: PlaceTable, i: number) => {
    hashes[count] = from.hashes[i] as number;
    buckets[count] = from.buckets[i] as number;
    slots[count++] = from.slots[i] as number;
  };
  let next = 0;
  for (let i = 0; i < table.hashes.length; i++) {
    const hash = table.hashes[i] as number;
    for (; next < news.hashes.length && (news.hashes[next] as number) < hash; next++) {
      put(news, next);
    }
    if (goneHashes.has(hash)) {
      const key = rowKey(hash, table.buckets[i] as number, table.slots[i] as number);
      const times = gone.get(key) ?? 0;
      if (times > 0) {
        gone.set(key, times - 1);
        continue;
      }
    }
    put(table, i);
  }
  for (; next < news.hashes.length; next++) put(news, next);
  return {
    hashes: hashes.slice(0, count),
    buckets: buckets.slice(0, count),
    slots: slots.slice(0, count),
  };
}

/** @returns where a hash first stands in an ascending column, or would stand */
export function firstOfHash(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param most places at most, since a pack may have a text lead anywhere
 * @returns where the text may lead
 */
export function lookUpPlaces(
  { hashes, buckets, slots }: PlaceTable,
  text: string,
  most = Infinity,
): Place[] {
  const hash = hashText(text);
  const places: Place[] = [];
  for (let i = firstOfHash(hashes, hash); hashes[i] === hash && places.length < most; i++) {
    places.push({ bucket: buckets[i] ?? 0, slot: slots[i] ?? 0 });
  }
  return places;
}
