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

/** 2¹⁴ sets of three: room for the words of a hundred long articles. */
const SET_BITS = 14;
export const WAYS = 3;
const PLACES = WAYS << SET_BITS;
export const TAGS = new Int32Array(PLACES);
export const VALUES = new Int32Array(PLACES);

/** Bytes that the remembered surfaces take whatever is found. */
export const SURFACE_BYTES = TAGS.byteLength + VALUES.byteLength;

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
/** Meanings kept from one text to the next. */
const MAX_MEANINGS = 1 << 16;
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

function forget(known: Known): void {
  TAGS.fill(0);
  VALUES.fill(0);
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
  const place = meanings.push({ surface, words }) - 1 + FIRST;
  return (place << BITS) | (begins ? 0 : INNER) | (isAlone ? ALONE : 0);
}

/** @returns the place of the set that a surface may be in, by one of its hashes. */
export const setOf = (hash: number) => (Math.imul(hash, 0x9e3779b1) >>> (32 - SET_BITS)) * WAYS;

/** The value that is remembered in a set, or -1. */
function valueIn(set: number, tag: number): number {
  for (let place = set; place < set + WAYS; place++) {
    if (TAGS[place] === tag) return VALUES[place] as number;
  }
  return -1;
}

/** To be called before a text is read: nobody else's surfaces may be met. */
export function ownSurfaces(known: Known): void {
  if (owner !== known || meanings.length > MAX_MEANINGS) forget(known);
}

/**
 * Looks a surface up that is not in its first set, and remembers it: in its second set when the first is
 * full and that is not.
 * @param flags of the word; DOTTED matters
 * @param tag its first hash
 * @param other its second hash
 * @returns NOTHING, or a value for {@link meaningOf}, good until the next text
 */
export function learn(known: Known, surface: string, flags: number, tag: number, other: number) {
  const first = setOf(other);
  const second = setOf(tag);
  const remembered = valueIn(second, tag);
  if (remembered >= 0) return remembered;
  const value = lookUp(known, surface, flags);
  // An empty place has the tag 0 and stands for nothing: a surface with that tag is looked up anew.
  if (tag === 0) return value;
  const isFull = TAGS[first + WAYS - 1] !== 0;
  const into = isFull && TAGS[second + WAYS - 1] === 0 ? second : first;
  // The newest stands first; the one that came longest ago drops out.
  for (let place = into + WAYS - 1; place > into; place--) {
    TAGS[place] = TAGS[place - 1] as number;
    VALUES[place] = VALUES[place - 1] as number;
  }
  TAGS[into] = tag;
  VALUES[into] = value;
  return value;
}

/** The value of a word whose hashes are in `words`. */
export function remember(known: Known, words: Words, w: number): number {
  const tag = words.hashes[2 * w] as number;
  const other = words.hashes[2 * w + 1] as number;
  const value = valueIn(setOf(other), tag);
  if (value >= 0) return value;
  const surface = words.text.slice(words.starts[w], words.ends[w]);
  return learn(known, surface, (words.flags[w] as number) & DOTTED, tag, other);
}
