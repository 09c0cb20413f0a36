/**
 * What of a query a document says, and where. A mask has a bit for each field, once for each quality of a match: the
 * lowest byte for the word itself, then for forms, beginnings and slips.
 */
import { readNumber } from './bytes';
import type { Expansion, Quality } from './expand';
import { ALL_FIELDS, fieldBit, WEIGHT_OF } from './fields';
import { ENTITY_FIELDS, type SearchIndex } from './index-file';

const BITS = 8;

/** How much a match of each quality counts. */
const FACTORS = [6, 5, 3, 1] as const;

export const TEXT = fieldBit('text');
const FIGURE = fieldBit('figure');
const ENTITY_BITS = ENTITY_FIELDS.map(fieldBit);

export const maskOf = (fields: number, quality: Quality): number => fields << (BITS * quality);

/** @returns the mask without what stands in other fields */
export const within = (mask: number, fields: number): number =>
  mask & (fields | (fields << BITS) | (fields << (2 * BITS)) | (fields << (3 * BITS)));

/** A field counts once, by its best match. */
export function scoreOf(mask: number): number {
  let counted = 0;
  let score = 0;
  for (let quality = 0; quality < FACTORS.length; quality++) {
    const fields = (mask >>> (BITS * quality)) & ALL_FIELDS & ~counted;
    score += (FACTORS[quality] as number) * (WEIGHT_OF[fields] as number);
    counted |= fields;
  }
  return score;
}

/** @returns the bit of the field that an entity's texts belong to */
export function entityField({ entityEnds }: SearchIndex, entity: number): number {
  let field = 0;
  while (entity >= (entityEnds[field] as number)) field++;
  return ENTITY_BITS[field] as number;
}

/** Adds bits to the masks of an entity's documents. */
export function markEntity(index: SearchIndex, entity: number, bits: number, masks: Uint32Array) {
  const { entities, entityStarts } = index;
  const end = entityStarts[entity + 1] as number;
  const reading = { at: entityStarts[entity] as number };
  let document = 0;
  while (reading.at < end) {
    document += readNumber(entities, reading);
    masks[document] = (masks[document] as number) | bits;
  }
}

/** Adds to the masks of documents what words of the dictionary say in some fields. */
export function markWords(
  index: SearchIndex,
  words: readonly Expansion[],
  fields: number,
  masks: Uint32Array,
): void {
  const { postings, documents } = index;
  const saysText = (fields & (TEXT | FIGURE)) !== 0;
  for (const { from, to, quality } of words) {
    const shift = BITS * quality;
    const reading = { at: from };
    let target = 0;
    let first = true;
    while (reading.at < to) {
      const step = readNumber(postings, reading);
      const position = readNumber(postings, reading);
      target += step;
      if (target < documents) {
        if (!saysText) continue;
        const field = ((position & 1) === 0 ? TEXT : FIGURE) & fields;
        masks[target] = (masks[target] as number) | (field << shift);
      } else if (first || step > 0) {
        const field = entityField(index, target - documents) & fields;
        if (field !== 0) markEntity(index, target - documents, field << shift, masks);
      }
      first = false;
    }
  }
}
