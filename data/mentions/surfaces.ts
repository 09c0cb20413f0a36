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
import { DOTTED, NUMBER, type Words } from './tokenize';

/** 2¹⁴ sets of four: room for the words of a hundred long articles. */
const SET_BITS = 14;
const WAYS = 4;
const PLACES = WAYS << SET_BITS;
const TAGS = new Int32Array(PLACES);
const VALUES = new Uint16Array(PLACES);

/** Bytes that the remembered surfaces take whatever is found. */
export const SURFACE_BYTES = TAGS.byteLength + VALUES.byteLength;

/** Stands for nothing. */
export const NOTHING = 0;
/** A number: what it stands for is asked of each index. */
export const A_NUMBER = 1;
/** Values below are of surfaces that begin a term, those from here on of others. */
export const INNER = 0x8000;
const FIRST = 2;
/** Units kept in all. */
const MAX_UNITS = 1 << 20;
/** No term has a longer word. */
const LONGEST_WORD = 200;

/** What a surface stands for. */
export interface Meaning {
  readonly surface: string;
  /** For each segment the numbers of words. */
  readonly words: readonly (readonly number[])[];
}

/** Which surfaces are remembered: those of one set of segments at a time. */
let owner: readonly Segment[] | null = null;
const beginning: Meaning[] = [];
const inner: Meaning[] = [];
let units = 0;

function forget(segments: readonly Segment[]): void {
  TAGS.fill(0);
  VALUES.fill(0);
  beginning.length = 0;
  inner.length = 0;
  units = 0;
  owner = segments;
}

/** The meaning behind a value that is neither NOTHING nor A_NUMBER. */
export const meaningOf = (value: number): Meaning =>
  (value < INNER ? beginning[value - FIRST] : inner[value - INNER]) as Meaning;

const NONE: readonly number[] = [];

function lookUp(segments: readonly Segment[], surface: string, flags: number): number {
  if (surface.length > LONGEST_WORD) return NOTHING;
  let begins = false;
  let isKnown = false;
  const words = segments.map(({ index, kinds, trie }) => {
    let found = NONE;
    for (const key of textKeys(surface, flags & DOTTED, kinds)) {
      const word = findWord(index, key);
      if (word < 0 || found.includes(word)) continue;
      found = [...found, word];
      isKnown = true;
      if (word < trie.starters) begins = true;
    }
    return found;
  });
  if (!isKnown) return NOTHING;
  const room = begins ? INNER - FIRST : 0x10000 - INNER;
  const meanings = begins ? beginning : inner;
  if (meanings.length === room || units > MAX_UNITS) forget(segments);
  units += surface.length;
  return meanings.push({ surface, words }) - 1 + (begins ? FIRST : INNER);
}

/** Looks a surface up that is not remembered, and remembers it. */
function learn(segments: readonly Segment[], words: Words, w: number, tag: number, set: number) {
  const surface = words.text.slice(words.starts[w], words.ends[w]);
  const value = lookUp(segments, surface, words.flags[w] as number);
  // An empty place has the tag 0 and stands for nothing: a surface with that tag is looked up anew.
  if (tag === 0) return value;
  // The newest stands first; the one that came longest ago drops out.
  for (let place = set + WAYS - 1; place > set; place--) {
    TAGS[place] = TAGS[place - 1] as number;
    VALUES[place] = VALUES[place - 1] as number;
  }
  TAGS[set] = tag;
  VALUES[set] = value;
  return value;
}

/** What {@link readMeanings} fills: good until its next call. */
export interface Meanings {
  /** For each word NOTHING, A_NUMBER or a value for {@link meaningOf}. */
  values: Uint16Array;
  /** The words that may begin a term, ascending; the first `count` are in use. */
  begins: Int32Array;
  count: number;
}

const meanings: Meanings = {
  values: new Uint16Array(1024),
  begins: new Int32Array(1024),
  count: 0,
};

/**
 * What the words of a text stand for.
 * @param segments the opened indexes; always the same array for the same ones
 * @param words what `scanWords` gave
 * @returns arrays that the next call writes over
 */
export function readMeanings(segments: readonly Segment[], words: Words): Meanings {
  if (owner !== segments) forget(segments);
  const { count, hashes, flags } = words;
  if (meanings.values.length < count) {
    meanings.values = new Uint16Array(2 * count);
    meanings.begins = new Int32Array(2 * count);
  }
  const { values, begins } = meanings;
  const numbersBegin = segments.some(({ numbersBegin }) => numbersBegin);
  let found = 0;
  for (let w = 0; w < count; w++) {
    if (((flags[w] as number) & NUMBER) !== 0) {
      values[w] = A_NUMBER;
      if (numbersBegin) begins[found++] = w;
      continue;
    }
    const tag = hashes[2 * w] as number;
    const set = (Math.imul(hashes[2 * w + 1] as number, 0x9e3779b1) >>> (32 - SET_BITS)) * WAYS;
    let value = NOTHING;
    if (TAGS[set] === tag) value = VALUES[set] as number;
    else if (TAGS[set + 1] === tag) value = VALUES[set + 1] as number;
    else if (TAGS[set + 2] === tag) value = VALUES[set + 2] as number;
    else if (TAGS[set + 3] === tag) value = VALUES[set + 3] as number;
    else value = learn(segments, words, w, tag, set);
    values[w] = value;
    if (value !== NOTHING && value < INNER) begins[found++] = w;
  }
  meanings.count = found;
  return meanings;
}
