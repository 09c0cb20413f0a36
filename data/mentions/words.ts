/** The words of a text, and what is decided about them only where somebody asks. */
import { readFigure } from './numbers';
import { sentenceEnds } from './sentences';

/**
 * Words in parallel arrays; the first `count` of each are in use. They are all words of a text, or those
 * of it that may stand for something (see scan.ts).
 */
export interface Words {
  text: string;
  count: number;
  /** UTF-16 offsets, half-open. */
  starts: Int32Array;
  ends: Int32Array;
  /** JOINED and the like. */
  flags: Uint8Array;
  /** The how manieth word of the text it is, from 0. */
  ordinals: Int32Array;
  /** Start and end of the word before it in the text, in turn; of no meaning for the first. */
  befores: Int32Array;
  /** What it stands for, where that was asked; see surfaces.ts. */
  meanings: Int32Array;
  /** Two hashes a word over its UTF-16 units as they stand, in turn. */
  hashes: Int32Array;
  /** For a number that was read, its value; else NaN once {@link settle} was called. */
  values: Float64Array;
  /** The number of the sentence a word is in, from 0, once {@link settle} was called. */
  sentences: Int32Array;
}

export function roomFor(words: number): Words {
  return {
    text: '',
    count: 0,
    starts: new Int32Array(words),
    ends: new Int32Array(words),
    flags: new Uint8Array(words),
    ordinals: new Int32Array(words),
    befores: new Int32Array(2 * words),
    meanings: new Int32Array(words),
    hashes: new Int32Array(2 * words),
    values: new Float64Array(words),
    sentences: new Int32Array(words),
  };
}

/** A term may go on from the word before: only spaces, quotes or a hyphen stand between. */
export const JOINED = 1;
/** A dotted abbreviation; its last stop is part of it. */
export const DOTTED = 2;
/** A number that counts something: no year, no day of a date. */
export const COUNTS = 4;
export const NUMBER = 8;
/** A sentence begins with the word. */
export const OPENS = 16;
/** A full stop or the like stands before the word: whether a sentence ends there is not decided yet. */
export const UNDECIDED = 32;
/** A number in digits alone, whose value nobody has asked for yet. */
export const UNREAD = 64;
/** The word before is DOTTED. */
export const BEHIND_DOTTED = 128;

const textBefore = ({ text, befores }: Words, word: number) =>
  text.slice(befores[2 * word], befores[2 * word + 1]);

/** Decides about the gap before a word, if nobody has yet. */
function decide(words: Words, word: number): number {
  const { text, starts, flags, befores } = words;
  const known = flags[word] as number;
  if ((known & UNDECIDED) === 0) return known;
  const ends = sentenceEnds(
    text,
    befores[2 * word + 1] as number,
    starts[word] as number,
    textBefore(words, word),
    (known & BEHIND_DOTTED) !== 0,
  );
  const decided = ends ? (known & ~(UNDECIDED | JOINED)) | OPENS : known & ~UNDECIDED;
  flags[word] = decided;
  return decided;
}

/** Whether a term may go on from the word before; not decided yet where sentences may end. */
export const mayBeJoined = ({ flags }: Words, word: number): boolean =>
  ((flags[word] as number) & JOINED) !== 0;

/** @returns whether a term may go on from the word before a word */
export function isJoined(words: Words, word: number): boolean {
  return (decide(words, word) & JOINED) !== 0;
}

/** What stands before a number in its sentence; a date may. */
export function wordBefore(words: Words, word: number): string {
  const isFirst = words.ordinals[word] === 0;
  return isFirst || (decide(words, word) & OPENS) !== 0 ? '' : textBefore(words, word);
}

/**
 * Reads the number that a word is.
 * @param words words of a text
 * @param word a NUMBER
 * @returns its flags, COUNTS among them; `values` has its value
 */
export function readNumber(words: Words, word: number): number {
  const { text, starts, flags, values } = words;
  if (((flags[word] as number) & UNREAD) === 0) return flags[word] as number;
  const figure = readFigure(text, starts[word] as number, () => wordBefore(words, word));
  values[word] = figure?.value ?? Number.NaN;
  const read = ((flags[word] as number) & ~UNREAD) | (figure?.counts ? COUNTS : 0);
  flags[word] = read;
  return read;
}

/**
 * Decides where sentences end and reads all numbers.
 * @param words all words of a text
 */
export function settle(words: Words): void {
  const { count, sentences, values } = words;
  let sentence = 0;
  for (let word = 0; word < count; word++) {
    const decided = decide(words, word);
    if ((decided & NUMBER) !== 0) readNumber(words, word);
    else values[word] = Number.NaN;
    if ((decided & OPENS) !== 0) sentence++;
    sentences[word] = sentence;
  }
}

/**
 * Whether a text is words and nothing else that a term could mean something by: no number, no
 * abbreviation, no sign before, between or behind them.
 * @param words all words of a text
 */
export function isPlain({ text, count, starts, ends, flags }: Words): boolean {
  if (count === 0 || starts[0] !== 0 || ends[count - 1] !== text.length) return false;
  if ((flags[0] as number) !== 0) return false;
  for (let word = 1; word < count; word++) if (flags[word] !== JOINED) return false;
  return true;
}
