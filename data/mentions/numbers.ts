/**
 * Figures written in digits: "12,000", "12.000", "12 000", "12'000", "٣٠٠٠", "3.5 million",
 * "12 тыс.", "10 آلاف", "1만2천". A figure is one word to the matcher, its multiplier included.
 */
import { isMonth } from './calendar';
import {
  classAt,
  classOf,
  DIGIT,
  HANGUL,
  JOINER,
  LETTER,
  MARK,
  SPACE,
  TRANSPARENT,
  unitAt,
} from './chars';
import { digitValue, fold } from './fold';

/** A number as it stands in a text. */
export interface Figure {
  /** Where it ends, its multiplier included (UTF-16 offset). */
  readonly end: number;
  readonly value: number;
  /** It counts something: not a year, a day of a date, a clock time or a version number. */
  readonly counts: boolean;
}

/**
 * Words that multiply the figure before them, written as they fold, so that a waking worker need not
 * fold them. A trailing `*` stands for any ending.
 */
export const MULTIPLIERS: readonly (readonly [number, string])[] = [
  [100, 'hundred'],
  [1000, 'thousand* k тыс тысяч* тысячн* тис тисяч* tausend tsd mille mil الف الفا الاف'],
  [1e6, 'million* mn mio млн миллион* мільйон* millon* مليون* ملايين'],
  [1e9, 'billion* bn milliard* mrd млрд миллиард* мільярд* مليار*'],
  [1e12, 'trillion* трлн триллион* трильйон*'],
];
const EXACT = new Map<string, number>();
const STEMS: [string, number][] = [];
for (const [value, words] of MULTIPLIERS) {
  for (const word of words.split(' ')) {
    if (word.endsWith('*')) STEMS.push([word.slice(0, -1), value]);
    else EXACT.set(word, value);
  }
}

/** The first two letters of the multipliers in ASCII: a letter in five bits each. */
const BEGINNINGS = new Uint8Array(1 << 10);
for (const word of [...EXACT.keys(), ...STEMS.map(([stem]) => stem)]) {
  if (/^[a-z]{2}/.test(word)) {
    BEGINNINGS[((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(1) & 31)] = 1;
  }
}

/**
 * Whether a word may be a multiplier, by its first two units; yes when in doubt.
 * @param first a letter
 * @param second what follows it; NaN at the end of the text
 */
export function mayMultiply(first: number, second: number): boolean {
  if (!(first < 0x80)) return true;
  const isAscii = second < 0x80;
  if (!isAscii) return !Number.isNaN(second);
  return BEGINNINGS[((first & 31) << 5) | (second & 31)] === 1;
}

/** East Asian units stand behind their digits and add up: 1만2천 is 12,000. */
const UNITS = new Map<string, number>([
  ['백', 1e2],
  ['천', 1e3],
  ['만', 1e4],
  ['억', 1e8],
  ['조', 1e12],
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
]);
/** What may follow a Korean unit that is a unit and not the first syllable of a word. */
const AFTER_UNIT = /^(?:[^\uac00-\ud7a3]|[여명개원톤대발건채마리통인달]|$)/;
/** 일 day, 월 month, 년 year, 시 o'clock, 분 minute, 年月日時: dates and times. */
const DATE_UNIT = /^[일월년시분年月日時时](?!간)/;

function digitsFrom(text: string, at: number): { digits: string; end: number } {
  let digits = '';
  let end = at;
  while (end < text.length) {
    const unit = unitAt(text, end);
    const kind = classOf(unit);
    if (kind === DIGIT) digits += digitValue(unit);
    else if (kind !== TRANSPARENT) break;
    end++;
  }
  return { digits, end };
}

/** What may stand between two groups of three digits. */
const GROUP_SEPARATORS = ",.'’٬ \u00a0\u2009\u202f\u2007";

interface Plain {
  value: number;
  end: number;
  grouped: boolean;
  /** "12.10.2024", "10.0.1": numbers strung together. */
  strung: boolean;
}

const isAsciiDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
/** A comma, a full stop, a colon: what strings numbers together. */
const isStringing = (unit: number) => unit === 0x2c || unit === 0x2e || unit === 0x3a;

/** Digits with their grouping and decimals: 12,000 and 3.5 and 1.234,56. */
function readPlain(text: string, at: number, mayGroupBySpace: () => boolean): Plain {
  let { digits, end } = digitsFrom(text, at);
  let grouped = false;
  const separator = text[end] ?? '';
  const leading = digits.length <= 3 && digits[0] !== '0';
  if (leading && separator !== '' && GROUP_SEPARATORS.includes(separator)) {
    while (text[end] === separator) {
      const next = digitsFrom(text, end + 1);
      if (next.digits.length !== 3) break;
      if (!grouped && separator === ' ' && !mayGroupBySpace()) break;
      digits += next.digits;
      end = next.end;
      grouped = true;
    }
  }
  let fraction = '';
  const point = text[end] ?? '';
  if (point !== '' && '.,٫'.includes(point) && !(grouped && point === separator)) {
    const next = digitsFrom(text, end + 1);
    if (next.digits !== '') {
      fraction = next.digits;
      end = next.end;
    }
  }
  const strung = isStringing(unitAt(text, end)) && isAsciiDigit(unitAt(text, end + 1));
  if (strung) {
    while (isStringing(unitAt(text, end)) || isAsciiDigit(unitAt(text, end))) end++;
    while (isStringing(unitAt(text, end - 1))) end--;
  }
  return { value: Number(`${digits}.${fraction}`), end, grouped, strung };
}

/** The word at an offset, as far as a multiplier can be long. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < 24) {
    const kind = classAt(text, end);
    if (kind !== LETTER && kind !== MARK && kind !== TRANSPARENT) break;
    end++;
  }
  return text.slice(at, end);
}

function multiplierOf(word: string): number | undefined {
  const folded = fold(word);
  return EXACT.get(folded) ?? STEMS.find(([stem]) => folded.startsWith(stem))?.[1];
}

/** "12 тыс", "12-тысячный", "3.5 million": the multiplier behind a number. */
function readMultiplier(text: string, at: number): { value: number; end: number } | null {
  const kind = classOf(unitAt(text, at));
  const start = kind === SPACE || kind === JOINER ? at + 1 : at;
  const word = wordAt(text, start);
  // "12 k" and "5 mil" would be guesses: the short ones only where they cannot be another word.
  if (word === '' || (fold(word) === 'k' && start !== at)) return null;
  const value = multiplierOf(word);
  return value === undefined ? null : { value, end: start + word.length };
}

/** 1만2천, 3천여, 65조4500억: digits and units in turn. */
function readUnits(text: string, first: Plain): { value: number; end: number } | null {
  let value = 0;
  let end = first.end;
  let digits = first.value;
  let found = false;
  for (;;) {
    const unit = UNITS.get(text[end] ?? '');
    const rest = text.slice(end + 1, end + 3);
    if (unit === undefined || !AFTER_UNIT.test(rest)) break;
    value += digits * unit;
    digits = 0;
    end++;
    found = true;
    const next = /^ ?(?=\d)/.exec(text.slice(end, end + 2));
    if (next === null) break;
    const plain = readPlain(text, end + next[0].length, () => false);
    // "1만 2024년": the digits behind a space belong to it only with a unit of their own.
    if (next[0] !== '' && !UNITS.has(text[plain.end] ?? '')) break;
    digits = plain.value;
    end = plain.end;
  }
  return found ? { value: value + digits, end } : null;
}

const isDay = (value: number) => Number.isInteger(value) && value >= 1 && value <= 31;

/** "October 24", "24 October", "24. Oktober", "24 de octubre", "11-13 July". */
function isDayOfDate(text: string, end: number, value: number, previous: string): boolean {
  if (!isDay(value)) return false;
  if (isMonth(previous)) return true;
  const after = /^(?:[-–]\d{1,2})?\.?\s+(?:de\s+|of\s+)?(?=\p{L})/u.exec(text.slice(end, end + 12));
  return after !== null && isMonth(wordAt(text, end + after[0].length));
}

/** A number as far as its end depends on it. */
interface Measured {
  readonly end: number;
  readonly value: number;
  /** The digits, when nothing behind them multiplies them. */
  readonly plain: Plain | null;
  /** It has East Asian units. */
  readonly hasUnits: boolean;
}

function measure(text: string, at: number, before: () => string): Measured | null {
  const plain = readPlain(text, at, () => !isMonth(before()));
  const units = readUnits(text, plain);
  if (units !== null) {
    const end = text[units.end] === '여' ? units.end + 1 : units.end;
    return { end, value: units.value, plain: null, hasUnits: true };
  }
  const multiplier = plain.strung ? null : readMultiplier(text, plain.end);
  if (multiplier !== null) {
    const value = plain.value * multiplier.value;
    return { end: multiplier.end, value, plain: null, hasUnits: false };
  }
  const after = plain.end < text.length ? classAt(text, plain.end) : SPACE;
  if (after === LETTER || after === MARK) return null;
  const end = after === HANGUL && text[plain.end] === '여' ? plain.end + 1 : plain.end;
  return { end, value: plain.value, plain, hasUnits: false };
}

/**
 * Where the number ends that begins at an offset.
 * @param text any text
 * @param at offset of its first digit
 * @param before the word before it, for dates; '' when a sentence begins
 * @returns -1 when letters follow the digits at once ("11th", "T62"): that is a word
 */
export function figureEnd(text: string, at: number, before: () => string): number {
  return measure(text, at, before)?.end ?? -1;
}

/**
 * Reads the number that begins at an offset; parameters as for {@link figureEnd}.
 * @returns null when letters follow the digits at once
 */
export function readFigure(text: string, at: number, before: () => string): Figure | null {
  const measured = measure(text, at, before);
  if (measured === null) return null;
  const { end, value, plain, hasUnits } = measured;
  const isDated = () => DATE_UNIT.test(text.slice(end, end + 2));
  if (plain === null) return { end, value, counts: !hasUnits || !isDated() };
  const year = !plain.grouped && plain.end - at === 4 && value >= 1900 && value <= 2100;
  const counts = !plain.strung && !year && !isDated() && !isDayOfDate(text, end, value, before());
  return { end, value, counts };
}
