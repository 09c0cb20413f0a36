/**
 * What the surfaces of a text stand for, remembered.
 *
 * Most words of a page stand for nothing, and were on the page before. A set-associative table of two
 * hashes a surface answers for them without making a string. Of surfaces that do stand for words of an
 * index the units are kept: whoever marks something compares them first, since hashes may collide.
 */
import { findWord } from './dictionary';
import { textKeys } from './keys';
import type { Segment } from './segment';
import { payloadOf, startAt } from './trie';
import { DOTTED, type Words } from './words';

/** 2¹⁶ places: room for the words of a hundred long articles. */
const PLACE_BITS = 16;
/**
 * One hash of the surface in each place. Its lowest bit is not of the hash: it says whether the surface
 * stands for something, so that most words need no look at the values.
 */
export const TAGS = new Int32Array(1 << PLACE_BITS);
/** For what stands for something, where its meaning is. */
const MEANINGS = new Uint16Array(1 << PLACE_BITS);
export const HASH_BITS = ~1;

/** Bytes that the remembered surfaces take whatever is found. */
export const SURFACE_BYTES = TAGS.byteLength + MEANINGS.byteLength;

/** Stands for nothing. */
export const NOTHING = 0;
/** A number: what it stands for is asked of each index. */
export const A_NUMBER = 4 | 2;
/** Set in the value of what begins no term. */
export const INNER = 1;
/** Set in the value of what is a term by itself. */
export const ALONE = 2;
const FIRST = 2;
const BITS = 2;
/** Meanings that are remembered; when there are many, all are forgotten before the next text. */
const MAX_MEANINGS = 0x10000;
const MANY_MEANINGS = 0x8000;
/** No term has a longer word. */
const LONGEST_WORD = 200;

/** What a surface stands for. */
export interface Meaning {
  readonly surface: string;
  /** For each segment the numbers of words. */
  readonly words: readonly (readonly number[])[];
}

/** Opened indexes, and whether any has words that are numbers. */
export interface Known {
  readonly segments: readonly Segment[];
  readonly hasNumbers: boolean;
}

/** Whose surfaces are remembered: one at a time. */
let owner: Known | null = null;
let meanings: Meaning[] = [];
/** Their INNER and ALONE. */
const bits = new Uint8Array(MAX_MEANINGS);

function forget(known: Known): void {
  TAGS.fill(0);
  meanings = [];
  owner = known;
}

/** The meaning behind a value that is neither NOTHING nor A_NUMBER. */
export const meaningOf = (value: number): Meaning => meanings[(value >> BITS) - FIRST] as Meaning;

const NONE: readonly number[] = [];

function lookUp(known: Known, surface: string, flags: number): number {
  if (surface.length > LONGEST_WORD) return NOTHING;
  let begins = false;
  let isKnown = false;
  let isAlone = false;
  const words = known.segments.map(({ index, kinds, trie }) => {
    let found = NONE;
    for (const key of textKeys(surface, flags & DOTTED, kinds)) {
      const word = findWord(index, key);
      if (word < 0 || found.includes(word)) continue;
      found = [...found, word];
      isKnown = true;
      const state = startAt(trie, word);
      if (state < 0) continue;
      begins = true;
      if (payloadOf(trie, state) >= 0) isAlone = true;
    }
    return found;
  });
  if (!isKnown) return NOTHING;
  const place = meanings.push({ surface, words }) - 1;
  const value = (begins ? 0 : INNER) | (isAlone ? ALONE : 0);
  if (place < MAX_MEANINGS) bits[place] = value;
  return ((place + FIRST) << BITS) | value;
}

/** @returns the place where a surface is looked for first, by one of its hashes */
export const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - PLACE_BITS);

/** @returns the value in a place that has the surface's tag */
export function valueAt(place: number): number {
  if (((TAGS[place] as number) & 1) === 0) return NOTHING;
  const meaning = MEANINGS[place] as number;
  return ((meaning + FIRST) << BITS) | (bits[meaning] as number);
}

/** To be called before a text is read: nobody else's surfaces may be met. */
export function ownSurfaces(known: Known): void {
  if (owner !== known || meanings.length > MANY_MEANINGS) forget(known);
}

const isIn = (place: number, hash: number) => (((TAGS[place] as number) ^ hash) & HASH_BITS) === 0;

/** The other places where a surface may be: with four in all hardly any two get in each other's way. */
const placeAfter = (turn: number, hash: number, other: number) =>
  placeOf(turn === 1 ? hash : turn === 2 ? (hash + other) | 0 : hash ^ ((other << 13) | 7));
const PLACES = 4;

/**
 * Looks a surface up that is not in its first place, and remembers it in the first of its places that is
 * free, or instead of what is in one of them.
 * @param text where it stands
 * @param start its UTF-16 offsets
 * @param flags of the word; DOTTED matters
 * @param hash its first hash
 * @param other its second hash
 * @returns NOTHING, or a value for {@link meaningOf}, good until the next text
 */
export function learn(
  known: Known,
  text: string,
  start: number,
  end: number,
  flags: number,
  hash: number,
  other: number,
): number {
  // An empty place has the tag 0: a surface with that tag is looked up anew each time.
  const isEmptyTag = (hash & HASH_BITS) === 0;
  const first = placeOf(other);
  let into = TAGS[first] === 0 ? first : -1;
  for (let turn = 1; turn < PLACES && !isEmptyTag; turn++) {
    const place = placeAfter(turn, hash, other);
    if (isIn(place, hash)) return valueAt(place);
    if (into < 0 && TAGS[place] === 0) into = place;
  }
  const value = lookUp(known, text.slice(start, end), flags);
  const meaning = (value >> BITS) - FIRST;
  if (isEmptyTag || meaning >= MAX_MEANINGS) return value;
  if (into < 0) into = placeAfter(1 + ((hash >>> 5) % (PLACES - 1)), hash, other);
  TAGS[into] = (hash & HASH_BITS) | (value === NOTHING ? 0 : 1);
  MEANINGS[into] = Math.max(0, meaning);
  return value;
}

/** The value of a word whose hashes are in `words`. */
export function remember(known: Known, words: Words, w: number): number {
  const { text, starts, ends, flags } = words;
  const hash = words.hashes[2 * w] as number;
  const other = words.hashes[2 * w + 1] as number;
  const place = placeOf(other);
  if (isIn(place, hash) && (hash & HASH_BITS) !== 0) return valueAt(place);
  const dotted = (flags[w] as number) & DOTTED;
  return learn(known, text, starts[w] as number, ends[w] as number, dotted, hash, other);
}
