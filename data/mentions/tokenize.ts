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

/** The words of a text, in parallel arrays; `count` of them are in use. */
export interface Words {
  count: number;
  /** UTF-16 offsets, half-open. */
  starts: number[];
  ends: number[];
  /** The number of the sentence a word is in, from 0. */
  sentences: number[];
  /** JOINED and the like. */
  flags: number[];
  /** For a number, its value; else NaN. */
  values: number[];
}

/** A term may go on from the word before: only spaces, quotes or a hyphen stand between. */
export const JOINED = 1;
/** A dotted abbreviation; its last stop is part of it. */
export const DOTTED = 2;
/** A number that counts something: no year, no day of a date. */
export const COUNTS = 4;

/** What stood between two words. */
const GAP_SPACE = 1;
const GAP_BREAK = 2;
const GAP_STOP = 4;
const GAP_JOINER = 8;
const GAP_LINE = 16;

/** French (and Italian) words that lose their vowel before another; folded. */
const ELIDED = new Set('l d j m n s t c qu jusqu lorsqu puisqu quoiqu quelqu'.split(' '));

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
  let end = start;
  let kind = first;
  for (;;) {
    end += unitsAt(text, end);
    if (end >= text.length) return text.length;
    kind = classAt(text, end);
    if (kind === MARK || kind === TRANSPARENT) continue;
    if (first === UNSPACED) return end;
    if (kind === first) continue;
    if (first === LETTER || first === DIGIT) {
      if (kind === LETTER || kind === DIGIT) continue;
      if (kind === APOSTROPHE && isLetterAt(text, end + 1)) {
        if (ELIDED.has(fold(text.slice(start, end)))) return end;
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
 */
export function readWords(text: string): Words {
  const words: Words = {
    count: 0,
    starts: [],
    ends: [],
    sentences: [],
    flags: [],
    values: [],
  };
  let sentence = 0;
  let gap = GAP_BREAK;
  let previous = '';
  let previousEnd = 0;
  let previousFlags = 0;
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind >= SPACE || kind === MARK || kind === TRANSPARENT || kind === SURROGATE) {
      const unit = text.charCodeAt(at);
      if (kind === SPACE) gap |= unit === 10 || unit === 13 ? GAP_SPACE | GAP_LINE : GAP_SPACE;
      else if (kind === STOP) gap |= GAP_STOP;
      else if (kind === JOINER) gap |= GAP_JOINER;
      else if (kind !== QUOTE && kind !== APOSTROPHE && kind !== TRANSPARENT) gap |= GAP_BREAK;
      at += unitsAt(text, at);
      continue;
    }
    let newSentence = false;
    const dottedBefore = (previousFlags & DOTTED) !== 0;
    if (words.count > 0 && ((gap & (GAP_STOP | GAP_LINE)) !== 0 || dottedBefore)) {
      newSentence = sentenceEnds(text, previousEnd, at, previous, dottedBefore);
      if (newSentence) sentence++;
    }
    let flags = 0;
    let value = Number.NaN;
    let end = -1;
    if (kind === DIGIT) {
      const figure = readFigure(text, at, newSentence ? '' : previous);
      if (figure !== null) {
        end = figure.end;
        value = figure.value;
        if (figure.counts) flags |= COUNTS;
      }
    } else if (kind === LETTER && text[at + 1] === '.') {
      end = dottedEnd(text, at);
      if (end >= 0) flags |= DOTTED;
    }
    if (end < 0) end = wordEnd(text, at, kind);
    const spacedJoiner = (gap & (GAP_SPACE | GAP_JOINER)) === (GAP_SPACE | GAP_JOINER);
    if (!newSentence && (gap & GAP_BREAK) === 0 && !spacedJoiner) flags |= JOINED;
    const last = trimmed(text, at, end);
    words.starts.push(at);
    words.ends.push(last);
    words.sentences.push(sentence);
    words.flags.push(flags);
    words.values.push(value);
    words.count++;
    previous = text.slice(at, last);
    previousEnd = last;
    previousFlags = flags;
    gap = 0;
    at = end;
  }
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
