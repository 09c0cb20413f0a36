/**
 * The dictionary of an index: words ascending by UTF-16 unit, in blocks of sixteen. The first word of a block stands
 * whole, each other one as what it shares with the word before and what differs (front coding; Witten, Moffat and
 * Bell, Managing Gigabytes, 4.1). Behind a word stands how many bytes of postings it has.
 *
 *     entry: units shared · bytes of the rest · the rest, each unit as UTF-8 has it · bytes of its postings
 */
import { type Bytes, growingBytes, type Reading, readNumber } from './bytes';

const BLOCK = 16;

/** Of a longer word only so much is indexed and looked up. */
export const MAX_UNITS = 64;

export interface Lexicon {
  readonly words: number;
  /** A block's first byte, then where the postings of its first word begin; and the same behind the last. */
  readonly blocks: Uint32Array;
  readonly bytes: Uint8Array;
}

/** A word of a dictionary and where its postings stand. */
export interface LexiconWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function writeUnit(bytes: Bytes, unit: number): void {
  if (unit < 0x80) bytes.byte(unit);
  else if (unit < 0x800) {
    bytes.byte(0xc0 | (unit >> 6));
    bytes.byte(0x80 | (unit & 63));
  } else {
    bytes.byte(0xe0 | (unit >> 12));
    bytes.byte(0x80 | ((unit >> 6) & 63));
    bytes.byte(0x80 | (unit & 63));
  }
}

const unitBytes = (unit: number) => (unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);

/** Writes a dictionary; words are to be added in order. */
export function lexiconWriter() {
  const bytes = growingBytes(65_536);
  const blocks: number[] = [];
  let words = 0;
  let before = '';
  let postings = 0;
  return {
    /** @param postingBytes how many bytes of postings the word has */
    add(word: string, postingBytes: number): void {
      let shared = 0;
      if (words % BLOCK === 0) blocks.push(bytes.length, postings);
      else while (shared < before.length && word[shared] === before[shared]) shared++;
      let rest = 0;
      for (let i = shared; i < word.length; i++) rest += unitBytes(word.charCodeAt(i));
      bytes.number(shared);
      bytes.number(rest);
      for (let i = shared; i < word.length; i++) writeUnit(bytes, word.charCodeAt(i));
      bytes.number(postingBytes);
      postings += postingBytes;
      before = word;
      words++;
    },
    finish: (): Lexicon => ({
      words,
      blocks: Uint32Array.from([...blocks, bytes.length, postings]),
      bytes: bytes.view(),
    }),
  };
}

/** Where one is in a dictionary. */
export interface Cursor extends Reading {
  /** Units of the word that was read last. */
  readonly units: Uint16Array;
  length: number;
  /** How many units it shares with the word before; 0 for the first of a block. */
  shared: number;
  from: number;
  to: number;
}

/** Goes to a place before the first word of a block. */
function goTo({ blocks }: Lexicon, block: number, cursor: Cursor): void {
  cursor.at = blocks[2 * block] ?? 0;
  cursor.from = blocks[2 * block + 1] ?? 0;
  cursor.to = cursor.from;
  cursor.length = 0;
  cursor.shared = 0;
}

const newCursor = (): Cursor => ({
  at: 0,
  units: new Uint16Array(MAX_UNITS),
  length: 0,
  shared: 0,
  from: 0,
  to: 0,
});

/** Reads the next word. @returns whether there was one */
function next({ bytes }: Lexicon, cursor: Cursor): boolean {
  if (cursor.at >= bytes.length) return false;
  const shared = readNumber(bytes, cursor);
  const end = readNumber(bytes, cursor) + cursor.at;
  let length = shared;
  let at = cursor.at;
  while (at < end) {
    const first = bytes[at++] as number;
    let unit = first;
    if (first >= 0xe0) {
      unit =
        ((first & 15) << 12) |
        (((bytes[at] as number) & 63) << 6) |
        ((bytes[at + 1] as number) & 63);
      at += 2;
    } else if (first >= 0xc0) unit = ((first & 31) << 6) | ((bytes[at++] as number) & 63);
    cursor.units[length++] = unit;
  }
  cursor.at = at;
  cursor.shared = shared;
  cursor.length = length;
  cursor.from = cursor.to;
  cursor.to += readNumber(bytes, cursor);
  return true;
}

/** Below 0 where the cursor's word comes before every word that begins so, 0 where it begins so, else above. */
function compare({ units, length }: Cursor, prefix: string): number {
  for (let i = 0; i < prefix.length; i++) {
    if (i === length) return -1;
    const difference = (units[i] as number) - prefix.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @returns the word that a cursor is at */
export const asWord = ({ units, length, from, to }: Cursor): LexiconWord => ({
  word: String.fromCharCode(...units.subarray(0, length)),
  from,
  to,
});

/**
 * Goes through all words that begin with a prefix, in order.
 * @param visit is told of each; it is done once that gives false
 */
export function eachWordFrom(
  lexicon: Lexicon,
  prefix: string,
  visit: (cursor: Cursor) => boolean,
): void {
  const cursor = newCursor();
  let low = 0;
  let high = Math.ceil(lexicon.words / BLOCK);
  while (low < high) {
    const middle = (low + high) >>> 1;
    goTo(lexicon, middle, cursor);
    next(lexicon, cursor);
    if (compare(cursor, prefix) < 0) low = middle + 1;
    else high = middle;
  }
  goTo(lexicon, Math.max(0, low - 1), cursor);
  while (next(lexicon, cursor)) {
    const order = compare(cursor, prefix);
    if (order > 0 || (order === 0 && !visit(cursor))) return;
  }
}

/** @returns the word itself where the dictionary has it */
export function findWord(lexicon: Lexicon, word: string): LexiconWord | null {
  let found: LexiconWord | null = null;
  eachWordFrom(lexicon, word, (cursor) => {
    if (cursor.length === word.length) found = asWord(cursor);
    return false;
  });
  return found;
}

/**
 * Walks all words, passing over those whose beginning is of no use.
 * @param visit is told of a word's units and from which one on they differ from the last word that it was told of;
 *   gives how many units the beginning has that no useful word begins with, or Infinity
 */
export function walkWords(lexicon: Lexicon, visit: (cursor: Cursor) => number): void {
  const { bytes } = lexicon;
  const cursor = newCursor();
  goTo(lexicon, 0, cursor);
  let useless = Infinity;
  while (cursor.at < bytes.length) {
    const start = cursor.at;
    const shared = readNumber(bytes, cursor);
    if (shared >= useless) {
      const length = readNumber(bytes, cursor);
      cursor.at += length;
      cursor.from = cursor.to;
      cursor.to += readNumber(bytes, cursor);
      continue;
    }
    cursor.at = start;
    next(lexicon, cursor);
    useless = visit(cursor);
  }
}
