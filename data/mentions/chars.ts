/**
 * What each UTF-16 unit is to the tokenizer, in one flat table.
 *
 * Filling all 65,536 entries costs tens of milliseconds, which a waking service worker does not
 * have, so a page of 256 units is filled when a text first touches it.
 */

/** Not looked up yet. */
export const UNKNOWN = 0;
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

/** The class of each unit that was asked for before; read {@link classOf} unless speed is all. */
export const CLASSES = new Uint8Array(0x10000);

const APOSTROPHES = "'’ʼʻ‘‛＇′`´՚ʹ";
const QUOTES = '"“”„‟«»‹›‚「」『』〝〞＂《》〈〉';
const JOINERS = '-‐‑‒–−﹣－/&_·・･';
const STOPS = '.!?…。！？｡．؟۔।॥‼⁇⁈⁉';

/** Vowel signs and the like that are written or left out freely (Hebrew, Arabic). */
const FREE_MARKS =
  /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/;
const HANGUL_UNITS =
  /[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc]/;
const KATAKANA_UNITS = /[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]/;
const UNSPACED_UNITS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (/\p{Default_Ignorable_Code_Point}/u.test(char) || FREE_MARKS.test(char)) return TRANSPARENT;
  if (/\s/.test(char)) return SPACE;
  if (APOSTROPHES.includes(char)) return APOSTROPHE;
  if (QUOTES.includes(char)) return QUOTE;
  if (JOINERS.includes(char)) return JOINER;
  if (STOPS.includes(char)) return STOP;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/\p{M}/u.test(char)) return MARK;
  if (HANGUL_UNITS.test(char)) return HANGUL;
  if (KATAKANA_UNITS.test(char)) return KATAKANA;
  if (/[\p{L}\p{Nl}]/u.test(char)) return UNSPACED_UNITS.test(char) ? UNSPACED : LETTER;
  return BREAK;
}

function firstSeen(unit: number): number {
  const first = unit & 0xff00;
  for (let u = first; u < first + 256; u++) CLASSES[u] = classify(u);
  return CLASSES[unit] ?? BREAK;
}

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
  if (!(unit <= 0xffff)) return BREAK;
  const known = CLASSES[unit] as number;
  return known === UNKNOWN ? firstSeen(unit) : known;
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
