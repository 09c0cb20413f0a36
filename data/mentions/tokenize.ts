/**
 * From text to words, with exact offsets into the text as it stands.
 *
 * A word is a run of letters of one script group, apostrophes inside included ("п'ять"), or a figure
 * with its multiplier ("12 тыс."), or a dotted abbreviation ("U.S."). Scripts written without
 * spaces give one word a character. French elisions are words of their own: l'|Otan.
 */
import {
  APOSTROPHE,
  BREAK,
  CLASSES,
  classAt,
  classOf,
  DIGIT,
  HANGUL,
  JOINER,
  KATAKANA,
  LETTER,
  MARK,
  QUOTE,
  SPACE,
  STOP,
  SURROGATE,
  TRANSPARENT,
  UNKNOWN,
  UNSPACED,
  unitsAt,
} from './chars';
import { fold } from './fold';
import { mayMultiply, readFigure } from './numbers';
import { sentenceEnds } from './sentences';

/** The words of a text, in parallel arrays; the first `count` of each are in use. */
export interface Words {
  text: string;
  count: number;
  /** UTF-16 offsets, half-open. */
  starts: Int32Array;
  ends: Int32Array;
  /** JOINED and the like. */
  flags: Uint8Array;
  /** Two hashes a word over its UTF-16 units as they stand. */
  hashes: Int32Array;
  /** For a number, its value; else NaN. Only after {@link settle}; before, only at a NUMBER. */
  values: Float64Array;
  /** The number of the sentence a word is in, from 0. Only after {@link settle}. */
  sentences: Int32Array;
}

function room(capacity: number): Words {
  return {
    text: '',
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    hashes: new Int32Array(2 * capacity),
    values: new Float64Array(capacity),
    sentences: new Int32Array(capacity),
  };
}

/** One set of arrays for all calls: a page has hundreds of blocks, and nobody keeps their words. */
let shared = room(1024);

/** A term may go on from the word before: only spaces, quotes or a hyphen stand between. */
export const JOINED = 1;
/** A dotted abbreviation; its last stop is part of it. */
export const DOTTED = 2;
/** A number that counts something: no year, no day of a date. */
export const COUNTS = 4;
export const NUMBER = 8;
/** A sentence begins with the word. */
const OPENS = 16;
/** A number in digits alone, whose value nobody has asked for yet. */
const UNREAD = 64;
/** A full stop or the like stands before the word: whether a sentence ends there is not decided yet. */
const UNDECIDED = 32;

const NEWLINE = 10;
const FULL_STOP = 46;
const LETTER_U = 0x75;

/** What stands between two words: a bit for each class, and one for an empty line. */
const LINE = 1;
const EMPTY_LINE = 2;
const GAP = (kind: number) => 1 << kind;
const SPACED_JOINER = GAP(SPACE) | GAP(JOINER);
const OPENING = GAP(BREAK);

/**
 * Classes that end a run for sure: marks and transparent characters would be part of it, and what stands
 * behind an apostrophe, or was not looked up yet, may be.
 */
const GAPS = GAP(SPACE) | GAP(QUOTE) | GAP(JOINER) | GAP(STOP) | GAP(BREAK);
const ENDS_LETTERS = GAPS | GAP(HANGUL) | GAP(KATAKANA) | GAP(UNSPACED);
const ENDS_SYLLABLES = ENDS_LETTERS | GAP(APOSTROPHE) | GAP(LETTER) | GAP(DIGIT);
const PLAIN_ENDS = new Int32Array(SPACE);
PLAIN_ENDS[DIGIT] = GAPS;
PLAIN_ENDS[HANGUL] = ENDS_SYLLABLES;
PLAIN_ENDS[KATAKANA] = ENDS_SYLLABLES;
PLAIN_ENDS[UNSPACED] = ENDS_SYLLABLES;

/** French (and Italian) words that lose their vowel before another; folded. */
const ELIDED = new Set('l d j m n s t c qu jusqu lorsqu puisqu quoiqu quelqu'.split(' '));

const LONGEST_ELIDED = 7;

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && classAt(text, at) === LETTER;
}

/** End of "U.S." or "т.е" begun at a single letter, or -1. */
function dottedEnd(text: string, start: number): number {
  let at = start;
  let letters = 0;
  const isLetter = (offset: number) => classOf(text.charCodeAt(offset)) === LETTER;
  while (isLetter(at) && text[at + 1] === '.') {
    letters++;
    at += 2;
  }
  // "U.S" without its last stop counts too, "M.Rutte" does not.
  if (letters >= 1 && at < text.length && isLetter(at)) {
    const after = at + 1 < text.length ? classAt(text, at + 1) : BREAK;
    if (after !== LETTER && after !== DIGIT && after !== MARK && after !== APOSTROPHE) {
      return at + 1;
    }
    return -1;
  }
  return letters >= 2 ? at : -1;
}

/** End of the word of letters (and digits) that begins at `start`. */
function wordEnd(text: string, start: number, first: number): number {
  let end = start + unitsAt(text, start);
  for (; ; end += unitsAt(text, end)) {
    // Most of most words: letters, one after the other.
    while (first === LETTER && classOf(text.charCodeAt(end)) === LETTER) end++;
    if (end >= text.length) return text.length;
    const kind = classAt(text, end);
    if (kind === MARK || kind === TRANSPARENT) continue;
    if (first === UNSPACED) return end;
    if (kind === first) continue;
    if (first === LETTER || first === DIGIT) {
      if (kind === LETTER || kind === DIGIT) continue;
      if (kind === APOSTROPHE && isLetterAt(text, end + 1)) {
        if (end - start <= LONGEST_ELIDED && ELIDED.has(fold(text.slice(start, end)))) return end;
        continue;
      }
    }
    return end;
  }
}

/** Cuts transparent characters off the end of a word: they belong to no one. */
function trimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && classOf(text.charCodeAt(last - 1)) === TRANSPARENT) last--;
  return last;
}

/** FNV-1a, and the polynomial hash with 31: together no two words of a language were seen to meet. */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function flagsOf(gap: number, first: boolean, dottedBefore: boolean): number {
  if (first) return 0;
  if ((gap & EMPTY_LINE) !== 0) return OPENS;
  const flags = (gap & SPACED_JOINER) === SPACED_JOINER || (gap & GAP(BREAK)) !== 0 ? 0 : JOINED;
  return dottedBefore || (gap & GAP(STOP)) !== 0 ? flags | UNDECIDED : flags;
}

/** Decides about the gap before a word, if nobody has yet. */
function decide({ text, starts, ends, flags }: Words, word: number): number {
  const known = flags[word] as number;
  if ((known & UNDECIDED) === 0) return known;
  const start = starts[word - 1] as number;
  const end = ends[word - 1] as number;
  const dotted = ((flags[word - 1] as number) & DOTTED) !== 0;
  const ends_ = sentenceEnds(text, end, starts[word] as number, text.slice(start, end), dotted);
  const decided = ends_ ? (known & ~(UNDECIDED | JOINED)) | OPENS : known & ~UNDECIDED;
  flags[word] = decided;
  return decided;
}

/**
 * @param words what {@link scanWords} gave
 * @param word a word
 * @returns whether a term may go on from the word before it
 */
export function isJoined(words: Words, word: number): boolean {
  return (decide(words, word) & JOINED) !== 0;
}

/**
 * Decides where sentences end and fills what {@link scanWords} leaves open.
 * @param words what {@link scanWords} gave
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

/** What stands before a number in its sentence; a date may. */
function wordBefore(words: Words, word: number): string {
  if (word === 0 || (decide(words, word) & OPENS) !== 0) return '';
  return words.text.slice(words.starts[word - 1], words.ends[word - 1]);
}

/**
 * Reads the number that a word is.
 * @param words what {@link scanWords} gave
 * @param word a word
 * @returns its flags, COUNTS among them; `values` has its value where NUMBER is
 */
export function readNumber(words: Words, word: number): number {
  const { text, starts, flags, values } = words;
  const known = flags[word] as number;
  if ((known & UNREAD) === 0) return known;
  const figure = readFigure(text, starts[word] as number, wordBefore(words, word));
  if (figure === null) return known;
  values[word] = figure.value;
  const read = ((flags[word] as number) & ~UNREAD) | (figure.counts ? COUNTS : 0);
  flags[word] = read;
  return read;
}

/** Whether three digits stand behind a space, as in "12 000"; yes when in doubt. */
function isGroup(text: string, start: number): boolean {
  let end = start;
  while (end < text.length && CLASSES[text.charCodeAt(end)] === DIGIT) end++;
  const next = end < text.length ? CLASSES[text.charCodeAt(end)] : BREAK;
  return end - start === 3 || next === UNKNOWN || next === TRANSPARENT;
}

/** Whether nothing behind digits belongs to their number; no when in doubt. */
function standsAlone(text: string, end: number, kind: number): boolean {
  if (end + 1 >= text.length) return true;
  const unit = text.charCodeAt(end + 1);
  const next = CLASSES[unit] as number;
  if (next === UNKNOWN || next === MARK || next === TRANSPARENT || next === SURROGATE) return false;
  if (next === DIGIT) {
    return kind === JOINER || kind === QUOTE || (kind === SPACE && !isGroup(text, end + 1));
  }
  if (next !== LETTER || (kind !== SPACE && kind !== JOINER)) return true;
  return !mayMultiply(unit, text.charCodeAt(end + 2));
}

/** Whether an apostrophe behind letters is inside their word for sure: no French elision. */
function isInside(text: string, start: number, apostrophe: number): boolean {
  if (apostrophe + 1 >= text.length || apostrophe - start < 2) return false;
  if (CLASSES[text.charCodeAt(apostrophe + 1)] !== LETTER) return false;
  const last = text.charCodeAt(apostrophe - 1);
  // Elided words of more than one letter end in "qu".
  return last < 0x80 && (last | 0x20) !== LETTER_U;
}

/** Adds a word that is no plain run: a number, "U.S.", "l'Otan", one with marks … */
function addIrregular(words: Words, at: number, kind: number): number {
  const { text, count, ends, flags, values } = words;
  let end = -1;
  if (kind === DIGIT) {
    const figure = readFigure(text, at, wordBefore(words, count));
    if (figure !== null) {
      end = figure.end;
      values[count] = figure.value;
      flags[count] = (flags[count] as number) | NUMBER | (figure.counts ? COUNTS : 0);
    }
  } else if (kind === LETTER && text.charCodeAt(at + 1) === FULL_STOP) {
    end = dottedEnd(text, at);
    if (end >= 0) flags[count] = (flags[count] as number) | DOTTED;
  }
  if (end < 0) end = wordEnd(text, at, kind);
  ends[count] = trimmed(text, at, end);
  hashWord(words, count);
  return end;
}

/**
 * The end of a plain run: digits that are a number by themselves, Hangul, Katakana, or one unspaced
 * character; -1 for anything that needs a second look.
 */
function runEnd(text: string, start: number, kind: number): number {
  let end = start + 1;
  let next = BREAK;
  for (; end < text.length; end++) {
    next = CLASSES[text.charCodeAt(end)] as number;
    if (next !== kind || kind === UNSPACED) break;
  }
  if (end === text.length) return end;
  if (((PLAIN_ENDS[kind] as number) & GAP(next)) === 0) return -1;
  return kind !== DIGIT || standsAlone(text, end, next) ? end : -1;
}

function hashWord({ text, starts, ends, hashes }: Words, word: number): void {
  const end = ends[word] as number;
  let hash = SEED;
  let other = 0;
  for (let i = starts[word] as number; i < end; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ unit, PRIME);
    other = ((other << 5) - other + unit) | 0;
  }
  hashes[2 * word] = hash;
  hashes[2 * word + 1] = other;
}

/**
 * Cuts a block into words as far as looking for terms needs it; {@link settle} does the rest.
 * @param text one block of page text
 * @returns arrays that the next call writes over
 */
export function scanWords(text: string): Words {
  const { length } = text;
  if (shared.starts.length <= length) shared = room(2 * length);
  const words = shared;
  const { starts, ends, flags, hashes } = words;
  words.text = text;
  let count = 0;
  let gap = OPENING;
  let dottedBefore = false;
  let at = 0;
  for (;;) {
    let unit = 0;
    let kind = BREAK;
    while (at < length) {
      unit = text.charCodeAt(at);
      kind = CLASSES[unit] as number;
      if (kind < SPACE) break;
      gap |= GAP(kind);
      if (unit === NEWLINE) gap |= (gap & LINE) === 0 ? LINE : EMPTY_LINE;
      at++;
    }
    if (at >= length) break;
    if (kind === LETTER) {
      let hash = SEED;
      let other = 0;
      let end = at;
      for (;;) {
        do {
          hash = Math.imul(hash ^ unit, PRIME);
          other = ((other << 5) - other + unit) | 0;
          end++;
          if (end === length) {
            kind = SPACE;
            break;
          }
          unit = text.charCodeAt(end);
          kind = CLASSES[unit] as number;
        } while (kind === LETTER);
        if (kind !== APOSTROPHE || !isInside(text, at, end)) break;
      }
      if (
        kind === SPACE ||
        ((ENDS_LETTERS & GAP(kind)) !== 0 && (unit !== FULL_STOP || end > at + 1))
      ) {
        starts[count] = at;
        ends[count] = end;
        flags[count] =
          gap === GAP(SPACE) && !dottedBefore ? JOINED : flagsOf(gap, count === 0, dottedBefore);
        hashes[2 * count] = hash;
        hashes[2 * count + 1] = other;
        count++;
        gap = 0;
        dottedBefore = false;
        at = end;
        continue;
      }
      kind = LETTER;
    } else if (kind >= DIGIT && kind <= UNSPACED) {
      const end = runEnd(text, at, kind);
      if (end > 0) {
        starts[count] = at;
        ends[count] = end;
        const flag = flagsOf(gap, count === 0, dottedBefore);
        flags[count] = kind === DIGIT ? flag | NUMBER | UNREAD : flag;
        hashWord(words, count);
        count++;
        gap = 0;
        dottedBefore = false;
        at = end;
        continue;
      }
    } else if (kind === UNKNOWN || kind === SURROGATE) {
      kind = classAt(text, at);
    }
    if (kind >= MARK) {
      if (kind !== TRANSPARENT) gap |= GAP(kind === MARK ? BREAK : kind);
      at += unitsAt(text, at);
      continue;
    }
    starts[count] = at;
    flags[count] = flagsOf(gap, count === 0, dottedBefore);
    words.count = count;
    at = addIrregular(words, at, kind);
    dottedBefore = ((flags[count] as number) & DOTTED) !== 0;
    count++;
    gap = 0;
  }
  words.count = count;
  return words;
}

/**
 * Whether a text is words and nothing else that a term could mean something by: no number, no
 * abbreviation, no sign before, between or behind them.
 * @param words what {@link scanWords} gave
 */
export function isPlain({ text, count, starts, ends, flags }: Words): boolean {
  if (count === 0 || starts[0] !== 0 || ends[count - 1] !== text.length) return false;
  if ((flags[0] as number) !== 0) return false;
  for (let word = 1; word < count; word++) if (flags[word] !== JOINED) return false;
  return true;
}

/**
 * Cuts a block into words and sentences.
 * @param text one block of page text
 * @returns arrays that the next call writes over
 */
export function readWords(text: string): Words {
  const words = scanWords(text);
  settle(words);
  return words;
}

/**
 * The fold of a word of {@link readWords}.
 * @param surface the word as it stands in the text
 * @param flags its flags
 */
export function foldWord(surface: string, flags: number): string {
  return (flags & DOTTED) !== 0 && !surface.endsWith('.') ? `${fold(surface)}.` : fold(surface);
}

/**
 * The words of a text, folded; what search indexes and looks up.
 * @param text any text
 * @returns words with half-open UTF-16 offsets into `text`; a number's word is its value in digits
 */
export function foldWords(text: string): { word: string; start: number; end: number }[] {
  const words = readWords(text);
  const folded = [];
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const value = words.values[i] ?? Number.NaN;
    const word = Number.isNaN(value)
      ? foldWord(text.slice(start, end), words.flags[i] ?? 0)
      : String(value);
    folded.push({ word, start, end });
  }
  return folded;
}
