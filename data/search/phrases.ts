/** Words that stand next to each other. */
import { readNumber } from './bytes';
import { EXACT, type Expansion } from './expand';
import { fieldBit } from './fields';
import type { SearchIndex } from './index-file';
import { entityField, markEntity, maskOf, TEXT } from './masks';

/** A place as one number: no text has so many words, twice. */
const POSITIONS = 2 ** 16;

/** @returns every place of some words, as a number */
function placesOf({ postings }: SearchIndex, words: readonly Expansion[]): Set<number> {
  const places = new Set<number>();
  for (const { from, to } of words) {
    const reading = { at: from };
    let target = 0;
    while (reading.at < to) {
      target += readNumber(postings, reading);
      places.add(target * POSITIONS + Math.min(readNumber(postings, reading), POSITIONS - 1));
    }
  }
  return places;
}

/** A position counts words by twos, see index-file.ts. */
const NEXT = 2;

/**
 * Adds to the masks of documents where a phrase stands.
 * @param words what each of its words may be
 */
export function markPhrase(
  index: SearchIndex,
  words: readonly (readonly Expansion[])[],
  fields: number,
  masks: Uint32Array,
): void {
  let ends: Set<number> | null = null;
  for (const word of words) {
    const places = placesOf(index, word);
    if (ends) for (const place of places) if (!ends.has(place - NEXT)) places.delete(place);
    ends = places;
  }
  const { documents } = index;
  for (const place of ends ?? []) {
    const target = Math.floor(place / POSITIONS);
    if (target < documents) {
      const field = (place % 2 === 0 ? TEXT : fieldBit('figure')) & fields;
      masks[target] = (masks[target] as number) | maskOf(field, EXACT);
    } else {
      const field = entityField(index, target - documents) & fields;
      if (field !== 0) markEntity(index, target - documents, maskOf(field, EXACT), masks);
    }
  }
}
