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
  classAt,
  classOf,
  DIGIT,
  JOINER,
  LETTER,
  MARK,
  QUOTE,
  SPACE,
  STOP,
  SURROGATE,
  TRANSPARENT,
  UNSPACED,
  unitsAt,
} from './chars';
import { fold } from './fold';
import { readFigure } from './numbers';
import { sentenceEnds } from './sentences';

/** The words of a text, in parallel arrays; the first `count` of each are in use. */
export interface Words {
  count: number;
  /** UTF-16 offsets, half-open. */
  starts: Int32Array;
  ends: Int32Array;
  /** The number of the sentence a word is in, from 0. */
  sentences: Int32Array;
  /** JOINED and the like. */
  flags: Uint8Array;
  /** For a number, its value; else NaN. */
  values: Float64Array;
}

function room(capacity: number): Words {
  return {
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    sentences: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    values: new Float64Array(capacity),
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

const NEWLINE = 10;
const FULL_STOP = 46;

/** What stood between two words. */
const GAP_SPACE = 1;
const GAP_BREAK = 2;
const GAP_STOP = 4;
const GAP_JOINER = 8;
const GAP_LINE = 16;
const GAP_EMPTY_LINE = 32;

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

/**
 * Cuts a block into words.
 * @param text one block of page text
 * @returns arrays that the next call writes over
 */
export function readWords(text: string): Words {
  if (shared.starts.length < text.length) shared = room(2 * text.length);
  const words = shared;
  let count = 0;
  let sentence = 0;
  let gap = GAP_BREAK;
  let previousStart = 0;
  let previousEnd = 0;
  let previousFlags = 0;
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind >= SPACE || kind === MARK || kind === TRANSPARENT || kind === SURROGATE) {
      const unit = text.charCodeAt(at);
      if (kind === SPACE) {
        gap |= GAP_SPACE;
        if (unit === NEWLINE) gap |= (gap & GAP_LINE) === 0 ? GAP_LINE : GAP_EMPTY_LINE;
      } else if (kind === STOP) gap |= GAP_STOP;
      else if (kind === JOINER) gap |= GAP_JOINER;
      else if (kind !== QUOTE && kind !== APOSTROPHE && kind !== TRANSPARENT) gap |= GAP_BREAK;
      at += unitsAt(text, at);
      continue;
    }
    let newSentence = false;
    const dottedBefore = (previousFlags & DOTTED) !== 0;
    if (count > 0 && (gap & GAP_EMPTY_LINE) !== 0) {
      newSentence = true;
    } else if (count > 0 && ((gap & GAP_STOP) !== 0 || dottedBefore)) {
      const previous = text.slice(previousStart, previousEnd);
      newSentence = sentenceEnds(text, previousEnd, at, previous, dottedBefore);
    }
    if (newSentence) sentence++;
    let flags = 0;
    let value = Number.NaN;
    let end = -1;
    if (kind === DIGIT) {
      const figure = readFigure(
        text,
        at,
        newSentence ? '' : text.slice(previousStart, previousEnd),
      );
      if (figure !== null) {
        end = figure.end;
        value = figure.value;
        if (figure.counts) flags |= COUNTS;
      }
    } else if (kind === LETTER && text.charCodeAt(at + 1) === FULL_STOP) {
      end = dottedEnd(text, at);
      if (end >= 0) flags |= DOTTED;
    }
    if (end < 0) end = wordEnd(text, at, kind);
    const spacedJoiner = (gap & (GAP_SPACE | GAP_JOINER)) === (GAP_SPACE | GAP_JOINER);
    if (!newSentence && (gap & GAP_BREAK) === 0 && !spacedJoiner) flags |= JOINED;
    const last = trimmed(text, at, end);
    words.starts[count] = at;
    words.ends[count] = last;
    words.sentences[count] = sentence;
    words.flags[count] = flags;
    words.values[count] = value;
    count++;
    previousStart = at;
    previousEnd = last;
    previousFlags = flags;
    gap = 0;
    at = end;
  }
  words.count = count;
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
