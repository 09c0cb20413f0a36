/**
 * From text to words, in one pass. Most words of a page stand for nothing in any pack: they are hashed as
 * they are read, one look into the table of surfaces tells so, and nothing of them is kept but the count.
 */
import {
  APOSTROPHE,
  BREAK,
  CLASSES,
  classAt,
  DIGIT,
  JOINER,
  LETTER,
  MARK,
  SPACE,
  STOP,
  SURROGATE,
  TRANSPARENT,
  UNSPACED,
  unitAt,
  unitsAt,
} from './chars';
import { figureEnd } from './numbers';
import {
  A_NUMBER,
  BEGINS,
  INNER,
  type Known,
  learn,
  lookIn,
  NOT_THERE,
  NOTHING,
  remember,
  setOf,
  valueIn,
} from './surfaces';
import {
  dottedEnd,
  ENDS_LETTERS,
  ENDS_SYLLABLES,
  isInside,
  runEnd,
  trimmed,
  wordEnd,
} from './word-ends';
import {
  BEHIND_DOTTED,
  DOTTED,
  JOINED,
  NUMBER,
  OPENS,
  roomFor,
  UNDECIDED,
  UNREAD,
  type Words,
  wordBefore,
} from './words';

const NEWLINE = 10;
const FULL_STOP = 46;

/** What stands between two words: a bit for each class, and one for a line's end and for an empty line. */
const bit = (kind: number) => 1 << kind;
const LINE = 1;
const EMPTY_LINE = 2;
const SPACED_JOINER = bit(SPACE) | bit(JOINER);

/** FNV-1a, and the polynomial hash with 31: 46 bits of the two tell surfaces apart. */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** Keeps a hash apart from an empty place. */
const NEVER_ZERO = 4;

/** One set of arrays for all calls of each kind: a page has hundreds of blocks, and nobody keeps their words. */
let allWords = roomFor(1024);
let knownWords = roomFor(1024);

function flagsOf(gap: number, ordinal: number, dottedBefore: boolean): number {
  if (ordinal === 0) return 0;
  if ((gap & EMPTY_LINE) !== 0) return OPENS;
  const flags = (gap & SPACED_JOINER) === SPACED_JOINER || (gap & bit(BREAK)) !== 0 ? 0 : JOINED;
  if (dottedBefore) return flags | UNDECIDED | BEHIND_DOTTED;
  return (gap & bit(STOP)) !== 0 ? flags | UNDECIDED : flags;
}

function hashWord({ text, starts, ends, hashes }: Words, word: number): void {
  const end = ends[word] as number;
  let hash = SEED;
  let other = 0;
  for (let i = starts[word] as number; i < end; i++) {
    const unit = String.prototype.charCodeAt.call(text, i);
    hash = Math.imul(hash ^ unit, PRIME);
    other = ((other << 5) - other + unit) | 0;
  }
  hashes[2 * word] = hash | NEVER_ZERO;
  hashes[2 * word + 1] = other;
}

/** Reads a word that is no plain run into the next place: a number, "U.S.", "l'Otan", one with marks … */
function readIrregular(words: Words, at: number, kind: number): number {
  const { text, count, ends, flags } = words;
  let end = -1;
  if (kind === DIGIT) {
    end = figureEnd(text, at, () => wordBefore(words, count));
    if (end >= 0) {
      ends[count] = trimmed(text, at, end);
      flags[count] = (flags[count] as number) | NUMBER | UNREAD;
      return end;
    }
  } else if (kind === LETTER && unitAt(text, at + 1) === FULL_STOP) {
    end = dottedEnd(text, at);
    if (end >= 0) flags[count] = (flags[count] as number) | DOTTED;
  }
  if (end < 0) end = wordEnd(text, at, kind);
  ends[count] = trimmed(text, at, end);
  hashWord(words, count);
  return end;
}

/**
 * The loop. Hashes are made while the characters are at hand; what needs a second look leaves it.
 *
 * Units are read as `unitAt` does it, but in place: never behind the end, so that V8 knows them for integers.
 * @param known what words are kept for; null for all of them
 */
function scan(text: string, words: Words, known: Known | null): void {
  const { length } = text;
  const { starts, ends, flags, ordinals, befores, meanings, hashes } = words;
  const skipsNumbers = known !== null && !known.hasNumbers;
  words.text = text;
  let count = 0;
  let ordinal = 0;
  let gap = bit(BREAK);
  let dottedBefore = false;
  /** A term may have begun: a word that begins none matters only behind others of one. */
  let isOpen = false;
  let lastStart = 0;
  let lastEnd = 0;
  let at = 0;
  for (;;) {
    let unit = 0;
    let kind = BREAK;
    while (at < length) {
      unit = String.prototype.charCodeAt.call(text, at);
      kind = CLASSES[unit] as number;
      if (kind < SPACE) break;
      gap |= bit(kind);
      if (unit === NEWLINE) gap |= (gap & LINE) === 0 ? LINE : EMPTY_LINE;
      at++;
    }
    if (at >= length) break;

    let hash = SEED;
    let other = 0;
    let end = at;
    let isPlain = false;
    if (kind === LETTER) {
      let after = LETTER;
      for (;;) {
        do {
          hash = Math.imul(hash ^ unit, PRIME);
          other = ((other << 5) - other + unit) | 0;
          end++;
          if (end === length) {
            after = SPACE;
            break;
          }
          unit = String.prototype.charCodeAt.call(text, end);
          after = CLASSES[unit] as number;
        } while (after === LETTER);
        if (after !== APOSTROPHE || !isInside(text, at, end)) break;
      }
      isPlain =
        after === SPACE ||
        ((ENDS_LETTERS & bit(after)) !== 0 && (unit !== FULL_STOP || end > at + 1));
    } else if (kind === UNSPACED) {
      hash = Math.imul(hash ^ unit, PRIME);
      other = unit;
      end++;
      isPlain =
        end === length ||
        (ENDS_SYLLABLES & bit(CLASSES[String.prototype.charCodeAt.call(text, end)] as number)) !==
          0;
    }

    if (isPlain) {
      hash |= NEVER_ZERO;
      let meaning = NOTHING;
      if (known !== null) {
        const set = setOf(other);
        const found = lookIn(set, hash);
        if (found === NOT_THERE) {
          meaning = learn(known, text, at, end, 0, hash, other);
          if ((meaning & INNER) !== 0 && !isOpen) meaning = NOTHING;
        } else if ((found & BEGINS) !== 0 || (found !== 0 && isOpen)) {
          meaning = valueIn(set, hash);
        }
        isOpen = meaning !== NOTHING;
      }
      if (meaning !== NOTHING || known === null) {
        starts[count] = at;
        ends[count] = end;
        flags[count] =
          gap === bit(SPACE) && !dottedBefore ? JOINED : flagsOf(gap, ordinal, dottedBefore);
        ordinals[count] = ordinal;
        befores[2 * count] = lastStart;
        befores[2 * count + 1] = lastEnd;
        meanings[count] = meaning;
        hashes[2 * count] = hash;
        hashes[2 * count + 1] = other;
        count++;
      }
      dottedBefore = false;
      lastStart = at;
      lastEnd = end;
      at = end;
    } else {
      if (kind === DIGIT && skipsNumbers) {
        const run = runEnd(text, at, DIGIT);
        if (run > 0) {
          dottedBefore = false;
          isOpen = false;
          lastStart = at;
          lastEnd = run;
          at = run;
          ordinal++;
          gap = 0;
          continue;
        }
      }
      if (kind === SURROGATE) kind = classAt(text, at);
      if (kind >= MARK) {
        if (kind !== TRANSPARENT) gap |= bit(kind === MARK ? BREAK : kind);
        at += unitsAt(text, at);
        continue;
      }
      starts[count] = at;
      ordinals[count] = ordinal;
      befores[2 * count] = lastStart;
      befores[2 * count + 1] = lastEnd;
      flags[count] = flagsOf(gap, ordinal, dottedBefore);
      words.count = count;
      lastStart = at;
      const run = kind >= DIGIT && kind !== UNSPACED ? runEnd(text, at, kind) : -1;
      if (run < 0) {
        at = readIrregular(words, at, kind);
      } else {
        ends[count] = run;
        if (kind === DIGIT) flags[count] = (flags[count] as number) | NUMBER | UNREAD;
        else hashWord(words, count);
        at = run;
      }
      lastEnd = ends[count] as number;
      const flag = flags[count] as number;
      dottedBefore = (flag & DOTTED) !== 0;
      let meaning = NOTHING;
      if ((flag & NUMBER) !== 0) meaning = A_NUMBER;
      else if (known !== null) meaning = remember(known, words, count);
      if ((meaning & INNER) !== 0 && !isOpen) meaning = NOTHING;
      isOpen = meaning !== NOTHING;
      meanings[count] = meaning;
      if (known === null || (meaning === A_NUMBER ? known.hasNumbers : meaning !== NOTHING))
        count++;
    }
    ordinal++;
    gap = 0;
  }
  words.count = count;
}

/**
 * Cuts a block into words; `settle` decides about sentences and numbers.
 * @param text one block of page text
 * @returns arrays that the next call writes over
 */
export function scanWords(text: string): Words {
  if (allWords.starts.length <= text.length) allWords = roomFor(2 * text.length);
  scan(text, allWords, null);
  return allWords;
}

/**
 * The words of a block that may stand for something.
 * @param text one block of page text
 * @param known the indexes
 * @returns arrays that the next call writes over; `meanings` says what each may stand for
 */
export function scanKnown(text: string, known: Known): Words {
  if (knownWords.starts.length <= text.length) knownWords = roomFor(2 * text.length);
  scan(text, knownWords, known);
  return knownWords;
}
