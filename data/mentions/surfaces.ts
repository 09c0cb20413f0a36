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
const FIRST_VALUE = 2;
const MAX_VALUES = 0x10000;
/** Units kept in all. */
const MAX_UNITS = 1 << 20;
/** No term has a longer word. */
const LONGEST_WORD = 200;

/** What a surface stands for. */
export interface Meaning {
  readonly surface: string;
  /** Segment and word of it, in turn. */
  readonly words: readonly number[];
  /** Whether a term begins with any of them. */
  readonly begins: boolean;
}

/** Which surfaces are remembered: those of one set of segments at a time. */
let owner: readonly Segment[] | null = null;
let meanings: Meaning[] = [];
let units = 0;

function forget(segments: readonly Segment[]): void {
  TAGS.fill(0);
  VALUES.fill(0);
  // Nothing is remembered under the tag 0, since every place would seem to have it.
  meanings = [];
  units = 0;
  owner = segments;
}

/** The meaning behind a value from {@link FIRST_VALUE} on. */
export const meaningOf = (value: number): Meaning => meanings[value - FIRST_VALUE] as Meaning;

function lookUp(segments: readonly Segment[], surface: string, flags: number): Meaning | null {
  if (surface.length > LONGEST_WORD) return null;
  const words: number[] = [];
  let begins = false;
  segments.forEach(({ index, kinds, trie }, segment) => {
    const found = new Set<number>();
    for (const key of textKeys(surface, flags & DOTTED, kinds)) {
      const word = findWord(index, key);
      if (word < 0 || found.has(word)) continue;
      found.add(word);
      words.push(segment, word);
      if (word < trie.starters) begins = true;
    }
  });
  return words.length === 0 ? null : { surface, words, begins };
}

/** Looks a surface up that is not remembered, and remembers it. */
function learn(segments: readonly Segment[], words: Words, w: number, tag: number, set: number) {
  const surface = words.text.slice(words.starts[w], words.ends[w]);
  const meaning = lookUp(segments, surface, words.flags[w] as number);
  let value = NOTHING;
  if (meaning !== null) {
    if (meanings.length >= MAX_VALUES - FIRST_VALUE || units > MAX_UNITS) forget(segments);
    value = meanings.push(meaning) - 1 + FIRST_VALUE;
    units += surface.length;
  }
  if (tag === 0) return value;
  // The newest stands first; the one that was not asked for longest drops out.
  TAGS.copyWithin(set + 1, set, set + WAYS - 1);
  VALUES.copyWithin(set + 1, set, set + WAYS - 1);
  TAGS[set] = tag;
  VALUES[set] = value;
  return value;
}

/**
 * What the words of a text stand for.
 * @param segments the opened indexes; always the same array for the same ones
 * @param words what `scanWords` gave
 * @param values gets for each word NOTHING, A_NUMBER or a value for {@link meaningOf}, good until the
 *   next call
 */
export function valuesOf(segments: readonly Segment[], words: Words, values: Uint16Array): void {
  if (owner !== segments) forget(segments);
  const { count, hashes, flags } = words;
  for (let w = 0; w < count; w++) {
    const tag = hashes[2 * w] as number;
    const set = (Math.imul(hashes[2 * w + 1] as number, 0x9e3779b1) >>> (32 - SET_BITS)) * WAYS;
    if (((flags[w] as number) & NUMBER) !== 0) values[w] = A_NUMBER;
    else if (TAGS[set] === tag) values[w] = VALUES[set] as number;
    else if (TAGS[set + 1] === tag) values[w] = VALUES[set + 1] as number;
    else if (TAGS[set + 2] === tag) values[w] = VALUES[set + 2] as number;
    else if (TAGS[set + 3] === tag) values[w] = VALUES[set + 3] as number;
    else values[w] = learn(segments, words, w, tag, set);
  }
}
