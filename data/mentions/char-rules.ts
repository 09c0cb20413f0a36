/**
 * The rules by which each UTF-16 unit has its class, from the properties that Unicode gives it. Too slow
 * to be asked while a page waits: char-classes.ts holds the answers, and a test that they are the same.
 */
import {
  APOSTROPHE,
  BREAK,
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
} from './chars';

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

/** @returns the class of a unit of the BMP */
export function classify(unit: number): number {
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

/** Runs of units of one class: its letter (a is 0, b is 1 …), then how many when there are several. */
export function writeRuns(): string {
  let runs = '';
  for (let unit = 0; unit < 0x10000; ) {
    const kind = classify(unit);
    const start = unit;
    while (unit < 0x10000 && classify(unit) === kind) unit++;
    runs += String.fromCharCode(0x61 + kind) + (unit - start > 1 ? unit - start : '');
  }
  return runs;
}
