/** Where a word ends that begins at a given offset. */
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
  UNSPACED,
  unitAt,
  unitsAt,
} from './chars';
import { fold } from './fold';
import { mayMultiply } from './numbers';

const LETTER_U = 0x75;

const bit = (kind: number) => 1 << kind;

/**
 * Classes that end a run for sure: marks and transparent characters would be part of it, and what stands
 * behind an apostrophe, or was not looked up yet, may be.
 */
const GAPS = bit(SPACE) | bit(QUOTE) | bit(JOINER) | bit(STOP) | bit(BREAK);
export const ENDS_LETTERS = GAPS | bit(HANGUL) | bit(KATAKANA) | bit(UNSPACED);
export const ENDS_SYLLABLES = ENDS_LETTERS | bit(APOSTROPHE) | bit(LETTER) | bit(DIGIT);
const PLAIN_ENDS = new Int32Array(SPACE);
PLAIN_ENDS[DIGIT] = GAPS;
PLAIN_ENDS[HANGUL] = ENDS_SYLLABLES;
PLAIN_ENDS[KATAKANA] = ENDS_SYLLABLES;
PLAIN_ENDS[UNSPACED] = ENDS_SYLLABLES;

/** French (and Italian) words that lose their vowel before another; folded. */
const ELIDED = new Set('l d j m n s t c qu jusqu lorsqu puisqu quoiqu quelqu'.split(' '));

const LONGEST_ELIDED = 7;

function isElided(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_ELIDED) return false;
  const last = unitAt(text, end - 1);
  // Of more than one letter only "qu" and what ends in it.
  if (end - start > 1 && last < 0x80 && (last | 0x20) !== LETTER_U) return false;
  return ELIDED.has(fold(text.slice(start, end)));
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && classAt(text, at) === LETTER;
}

/** End of "U.S." or "т.е" begun at a single letter, or -1. */
export function dottedEnd(text: string, start: number): number {
  let at = start;
  let letters = 0;
  const isLetter = (offset: number) => classOf(unitAt(text, offset)) === LETTER;
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
export function wordEnd(text: string, start: number, first: number): number {
  let end = start + unitsAt(text, start);
  for (; ; end += unitsAt(text, end)) {
    // Most of most words: letters, one after the other.
    while (
      first === LETTER &&
      end < text.length &&
      CLASSES[String.prototype.charCodeAt.call(text, end)] === LETTER
    )
      end++;
    if (end >= text.length) return text.length;
    const kind = classAt(text, end);
    if (kind === MARK || kind === TRANSPARENT) continue;
    if (first === UNSPACED) return end;
    if (kind === first) continue;
    if (first === LETTER || first === DIGIT) {
      if (kind === LETTER || kind === DIGIT) continue;
      if (kind === APOSTROPHE && isLetterAt(text, end + 1)) {
        if (isElided(text, start, end)) return end;
        continue;
      }
    }
    return end;
  }
}

/** Cuts transparent characters off the end of a word: they belong to no one. */
export function trimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && classOf(unitAt(text, last - 1)) === TRANSPARENT) last--;
  return last;
}

/**
 * Texts come as flat strings, slices, ropes …: to V8 each is another type, and a method looked up on more
 * than four types is no longer inlined. Called this way it always is.
 */

/** Whether three digits stand behind a space, as in "12 000"; yes when in doubt. */
function isGroup(text: string, start: number): boolean {
  let end = start;
  while (end < text.length && CLASSES[unitAt(text, end)] === DIGIT) end++;
  const next = end < text.length ? CLASSES[unitAt(text, end)] : BREAK;
  return end - start === 3 || next === TRANSPARENT;
}

/** Whether nothing behind digits belongs to their number; no when in doubt. */
function standsAlone(text: string, end: number, kind: number): boolean {
  if (end + 1 >= text.length) return true;
  const unit = unitAt(text, end + 1);
  const next = CLASSES[unit] as number;
  if (next === MARK || next === TRANSPARENT || next === SURROGATE) return false;
  if (next === DIGIT) {
    return kind === JOINER || kind === QUOTE || (kind === SPACE && !isGroup(text, end + 1));
  }
  if (next !== LETTER || (kind !== SPACE && kind !== JOINER)) return true;
  return !mayMultiply(unit, unitAt(text, end + 2));
}

/** Whether an apostrophe behind letters is inside their word for sure: no French elision. */
export function isInside(text: string, start: number, apostrophe: number): boolean {
  if (apostrophe + 1 >= text.length || apostrophe - start < 2) return false;
  if (CLASSES[unitAt(text, apostrophe + 1)] !== LETTER) return false;
  const last = unitAt(text, apostrophe - 1);
  // Elided words of more than one letter end in "qu".
  return last < 0x80 && (last | 0x20) !== LETTER_U;
}

/**
 * The end of a plain run: digits that are a number by themselves, Hangul, Katakana, or one unspaced
 * character; -1 for anything that needs a second look.
 */
export function runEnd(text: string, start: number, kind: number): number {
  let end = start + 1;
  let next = BREAK;
  for (; end < text.length; end++) {
    next = CLASSES[String.prototype.charCodeAt.call(text, end)] as number;
    if (next !== kind || kind === UNSPACED) break;
  }
  if (end === text.length) return end;
  if (((PLAIN_ENDS[kind] as number) & bit(next)) === 0) return -1;
  return kind !== DIGIT || standsAlone(text, end, next) ? end : -1;
}
