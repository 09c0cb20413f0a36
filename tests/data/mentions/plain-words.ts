/**
 * From text to words as docs/mention-rules.md §1 says it, one character after the other, without a
 * shortcut: what the engine's scan is held to.
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
} from '../../../data/mentions/chars';
import { fold } from '../../../data/mentions/fold';
import { readFigure } from '../../../data/mentions/numbers';
import { sentenceEnds } from '../../../data/mentions/sentences';
import { COUNTS, DOTTED, JOINED } from '../../../data/mentions/words';

export interface PlainWord {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** JOINED, DOTTED, COUNTS. */
  readonly flags: number;
  readonly value: number;
}

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

/** @returns the words of a block */
export function plainWords(text: string): PlainWord[] {
  const words: PlainWord[] = [];
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
    if (words.length > 0 && (gap & GAP_EMPTY_LINE) !== 0) {
      newSentence = true;
    } else if (words.length > 0 && ((gap & GAP_STOP) !== 0 || dottedBefore)) {
      const previous = text.slice(previousStart, previousEnd);
      newSentence = sentenceEnds(text, previousEnd, at, previous, dottedBefore);
    }
    if (newSentence) sentence++;
    let flags = 0;
    let value = Number.NaN;
    let end = -1;
    if (kind === DIGIT) {
      const before = newSentence ? '' : text.slice(previousStart, previousEnd);
      const figure = readFigure(text, at, () => before);
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
    words.push({ start: at, end: last, sentence, flags, value });
    previousStart = at;
    previousEnd = last;
    previousFlags = flags;
    gap = 0;
    at = end;
  }
  return words;
}
