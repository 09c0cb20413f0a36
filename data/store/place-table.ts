/** A hash table of places in typed arrays: stored as it is, opened without parsing. */
import { hashText } from '../mentions/hash';
import type { Place } from './topic-table';

/** In ascending order of hash. Equal hashes may be of different texts: who looks up compares the texts. */
export interface PlaceTable {
  readonly hashes: Uint32Array;
  readonly buckets: Uint32Array;
  readonly slots: Uint32Array;
}

/** @param named texts, each with a place that it leads to; a text may lead to many */
export function buildPlaceTable(
  named: Iterable<readonly [text: string, place: Place]>,
): PlaceTable {
  const rows = [...named].map(([text, place]) => ({ hash: hashText(text), ...place }));
  rows.sort((a, b) => a.hash - b.hash || a.bucket - b.bucket || a.slot - b.slot);
  return {
    hashes: Uint32Array.from(rows, ({ hash }) => hash),
    buckets: Uint32Array.from(rows, ({ bucket }) => bucket),
    slots: Uint32Array.from(rows, ({ slot }) => slot),
  };
}

/**
 * @param most places at most, since a pack may have a text lead anywhere
 * @returns where the text may lead
 */
export function lookUpPlaces(
  { hashes, buckets, slots }: PlaceTable,
  text: string,
  most: number,
): Place[] {
  const hash = hashText(text);
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  const places: Place[] = [];
  for (let i = low; hashes[i] === hash && places.length < most; i++) {
    places.push({ bucket: buckets[i] ?? 0, slot: slots[i] ?? 0 });
  }
  return places;
}
