/** What each UTF-16 unit is to the tokenizer, in one flat table. */
import { RUNS } from './char-classes';

export const LETTER = 1;
export const DIGIT = 2;
/** Hangul: a word of its own beside other scripts, so that "NATO가" is two words. */
export const HANGUL = 3;
export const KATAKANA = 4;
/** A character of a script written without spaces (Han, Hiragana, Thai …): one word each. */
export const UNSPACED = 5;
/** A combining mark: belongs to the character before it. */
export const MARK = 6;
/** Soft hyphen, zero-width and bidi characters, tatweel, harakat: as if not there. */
export const TRANSPARENT = 7;
export const SURROGATE = 8;
export const SPACE = 9;
export const APOSTROPHE = 10;
export const QUOTE = 11;
/** Hyphens and what else joins two words into one name: "North-Korean", "Nord·Sud", "AT&T". */
export const JOINER = 12;
/** May end a sentence. */
export const STOP = 13;
/** Anything else; no term reaches across it. */
export const BREAK = 14;

/** The class of each unit; char-rules.ts says why. */
export const CLASSES = readRuns(RUNS);

/** @param runs see `writeRuns` in char-rules.ts */
function readRuns(runs: string): Uint8Array {
  const classes = new Uint8Array(0x10000);
  let unit = 0;
  for (let i = 0; i < runs.length; ) {
    const kind = runs.charCodeAt(i++) - 0x61;
    let count = 0;
    for (; runs.charCodeAt(i) < 0x3a; i++) count = 10 * count + runs.charCodeAt(i) - 0x30;
    classes.fill(kind, unit, unit + (count || 1));
    unit += count || 1;
  }
  return classes;
}

const UNSPACED_UNITS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A unit of a text, as `text.charCodeAt(at)` gives it.
 *
 * V8 inlines a method that is looked up on a value only while values of few types came by, and strings
 * have many (flat, sliced, joined …). Called through the prototype it always is.
 */
export const unitAt = (text: string, at: number): number =>
  String.prototype.charCodeAt.call(text, at);

/**
 * The class of a UTF-16 unit.
 * @param unit 0 to 0xFFFF; NaN, which `charCodeAt` gives behind the end of a text, is a BREAK
 */
export function classOf(unit: number): number {
  // Asked first, so that the table is never read out of bounds, which V8 does slowly ever after.
  return unit <= 0xffff ? (CLASSES[unit] as number) : BREAK;
}

/**
 * The class of the character at an offset, surrogate pairs taken together.
 * @param text any text
 * @param at offset in UTF-16 units
 */
export function classAt(text: string, at: number): number {
  const kind = classOf(unitAt(text, at));
  if (kind !== SURROGATE) return kind;
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x10000) return BREAK;
  const char = String.fromCodePoint(point);
  if (/\p{Default_Ignorable_Code_Point}/u.test(char)) return TRANSPARENT;
  if (/\p{M}/u.test(char)) return MARK;
  // Digits out there are ornamental (𝟙𝟚): part of a word, not of a figure.
  if (/[\p{L}\p{Nl}\p{Nd}]/u.test(char)) return UNSPACED_UNITS.test(char) ? UNSPACED : LETTER;
  return BREAK;
}

/**
 * @returns how many UTF-16 units the character at an offset has; a lone surrogate has one
 */
export function unitsAt(text: string, at: number): number {
  return classOf(unitAt(text, at)) === SURROGATE && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
