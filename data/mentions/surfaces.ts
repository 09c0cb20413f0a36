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

/** 2¹³ sets of four: room for the words of fifty long articles, and a set is within a line of memory. */
const SET_BITS = 13;
const WAYS = 4;
const PLACES = WAYS << SET_BITS;
/**
 * One hash of the surface in each place; 0 where there is none. Its two lowest bits are not of the hash:
 * they say whether the surface stands for something and whether a term begins with it, so that most
 * words need no look at the meanings.
 */
export const TAGS = new Int32Array(PLACES);
/** For what stands for something, where its meaning is. */
const MEANINGS = new Uint16Array(PLACES);
const HASH_BITS = ~3;
const STANDS = 1;
/** In what {@link lookIn} gives: a term begins with the surface. */
export const BEGINS = 2;

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

/**
 * Pairs of neighbours that begin nothing together, so that "of the" is followed up once and not on every
 * line. A pair has one place, and the last one that came there.
 */
const PAIR_BITS = 12;
const PAIRS = new Int32Array(2 << PAIR_BITS);
const pairAt = (first: number, second: number) =>
  2 * (Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0x9e3779b1) >>> (32 - PAIR_BITS));

/** Bytes that what is remembered takes, however much it is. */
export const SURFACE_BYTES =
  TAGS.byteLength + MEANINGS.byteLength + bits.byteLength + PAIRS.byteLength;

/** Whether two neighbours, by their values, are known to begin nothing together. */
export function isDeadPair(first: number, second: number): boolean {
  const at = pairAt(first, second);
  return PAIRS[at] === first && PAIRS[at + 1] === second;
}

/** Remembers that two neighbours begin nothing together. */
export function markDeadPair(first: number, second: number): void {
  const at = pairAt(first, second);
  PAIRS[at] = first;
  PAIRS[at + 1] = second;
}

function forget(known: Known): void {
  TAGS.fill(0);
  PAIRS.fill(0);
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

/** @returns the first place of the set where a surface is looked for first, by one of its hashes */
export const setOf = (hash: number): number =>
  (Math.imul(hash, 0x9e3779b1) >>> (32 - SET_BITS)) * WAYS;

/** The place in a set that has a surface's hash, or -1. */
function placeIn(set: number, hash: number): number {
  for (let place = set; place < set + WAYS; place++) {
    if ((((TAGS[place] as number) ^ hash) & HASH_BITS) === 0) return place;
  }
  return -1;
}

function valueAt(place: number): number {
  if (((TAGS[place] as number) & STANDS) === 0) return NOTHING;
  const meaning = MEANINGS[place] as number;
  return ((meaning + FIRST) << BITS) | (bits[meaning] as number);
}

/** @returns the value of a surface that is in a set; NOTHING when it is not */
export function valueIn(set: number, hash: number): number {
  const place = placeIn(set, hash);
  return place < 0 ? NOTHING : valueAt(place);
}

/** -1 where a tag is not that of a hash, else 0: without a branch, since which place it is in is anyone's guess. */
const differs = (tag: number, hash: number): number => {
  const bits = (tag ^ hash) & HASH_BITS;
  return (bits | -bits) >> 31;
};

/** What {@link lookIn} gives. */
export const NOT_THERE = -1;

/**
 * @returns NOT_THERE, or for a surface in the set 0 when it stands for nothing, else a number that has
 *   BEGINS or not
 */
export function lookIn(set: number, hash: number): number {
  const a = TAGS[set] as number;
  const b = TAGS[set + 1] as number;
  const c = TAGS[set + 2] as number;
  const d = TAGS[set + 3] as number;
  const notA = differs(a, hash);
  const notB = differs(b, hash);
  const notC = differs(c, hash);
  const notD = differs(d, hash);
  const stands = ((~notA & a) | (~notB & b) | (~notC & c) | (~notD & d)) & ~HASH_BITS;
  return (notA & notB & notC & notD) | stands;
}

/** To be called before a text is read: nobody else's surfaces may be met. */
export function ownSurfaces(known: Known): void {
  if (owner !== known || meanings.length > MANY_MEANINGS) forget(known);
}

/** The other sets where a surface may be: with four in all hardly any two get in each other's way. */
const setAfter = (turn: number, hash: number, other: number) =>
  setOf(turn === 1 ? hash : turn === 2 ? (hash + other) | 0 : hash ^ ((other << 13) | 7));
const SETS = 4;

/**
 * Looks a surface up that is not in its first set, and remembers it in the first of its sets that has
 * room, or instead of what is in one of them.
 * @param text where it stands
 * @param start its UTF-16 offsets
 * @param flags of the word; DOTTED matters
 * @param hash its first hash, never below 4
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
  let into = -1;
  for (let turn = 0; turn < SETS; turn++) {
    const set = turn === 0 ? setOf(other) : setAfter(turn, hash, other);
    const place = placeIn(set, hash);
    if (place >= 0) return valueAt(place);
    for (let free = set; into < 0 && free < set + WAYS; free++) if (TAGS[free] === 0) into = free;
  }
  const value = lookUp(known, text.slice(start, end), flags);
  const meaning = (value >> BITS) - FIRST;
  if (meaning >= MAX_MEANINGS) return value;
  if (into < 0) into = setOf(other) + ((hash >>> 5) & (WAYS - 1));
  const begins = (value & INNER) === 0 ? BEGINS : 0;
  TAGS[into] = (hash & HASH_BITS) | (value === NOTHING ? 0 : STANDS | begins);
  MEANINGS[into] = Math.max(0, meaning);
  return value;
}

/** The value of a word whose hashes are in `words`. */
export function remember(known: Known, words: Words, w: number): number {
  const { text, starts, ends, flags, hashes } = words;
  const dotted = (flags[w] as number) & DOTTED;
  return learn(
    known,
    text,
    starts[w] as number,
    ends[w] as number,
    dotted,
    hashes[2 * w] as number,
    hashes[2 * w + 1] as number,
  );
}
