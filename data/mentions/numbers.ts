/**
 * Figures written in digits: "12,000", "12.000", "12 000", "12'000", "٣٠٠٠", "3.5 million",
 * "12 тыс.", "10 آلاف", "1만2천". A figure is one word to the matcher, its multiplier included.
 */
import { isMonth } from './calendar';
import { classAt, classOf, DIGIT, HANGUL, JOINER, LETTER, MARK, SPACE, TRANSPARENT } from './chars';
import { digitValue, fold } from './fold';

/** A number as it stands in a text. */
export interface Figure {
  /** Where it ends, its multiplier included (UTF-16 offset). */
  readonly end: number;
  readonly value: number;
  /** It counts something: not a year, a day of a date, a clock time or a version number. */
  readonly counts: boolean;
}

/** Words that multiply the figure before them; folded. A trailing `*` stands for any ending. */
const MULTIPLIERS: readonly (readonly [number, string])[] = [
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
    if (word.endsWith('*')) STEMS.push([fold(word.slice(0, -1)), value]);
    else EXACT.set(fold(word), value);
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
    const unit = text.charCodeAt(end);
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

/** Digits with their grouping and decimals: 12,000 and 3.5 and 1.234,56. */
function readPlain(text: string, at: number, mayGroupBySpace: boolean): Plain {
  let { digits, end } = digitsFrom(text, at);
  let grouped = false;
  const separator = text[end] ?? '';
  const leading = digits.length <= 3 && digits[0] !== '0';
  const groups = GROUP_SEPARATORS.includes(separator) && (separator !== ' ' || mayGroupBySpace);
  if (leading && separator !== '' && groups) {
    while (text[end] === separator) {
      const next = digitsFrom(text, end + 1);
      if (next.digits.length !== 3) break;
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
  const strung = /^[.,:]\d/.test(text.slice(end, end + 2));
  if (strung) while (end < text.length && /[\d.,:]/.test(text[end] ?? '')) end++;
  while (strung && /[.,:]/.test(text[end - 1] ?? '')) end--;
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
  const kind = classOf(text.charCodeAt(at));
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
    const plain = readPlain(text, end + next[0].length, false);
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

/**
 * Reads the number that begins at an offset.
 * @param text any text
 * @param at offset of its first digit
 * @param previous the word before it, for dates; '' when a sentence begins
 * @returns null when letters follow the digits at once ("11th", "T62"): that is a word
 */
export function readFigure(text: string, at: number, previous: string): Figure | null {
  const inDate = isMonth(previous);
  const plain = readPlain(text, at, !inDate);
  const units = readUnits(text, plain);
  if (units !== null) {
    const end = text[units.end] === '여' ? units.end + 1 : units.end;
    return { end, value: units.value, counts: !DATE_UNIT.test(text.slice(end, end + 2)) };
  }
  const multiplier = readMultiplier(text, plain.end);
  if (multiplier !== null && !plain.strung) {
    const value = plain.value * multiplier.value;
    return { end: multiplier.end, value, counts: true };
  }
  const after = classAt(text, plain.end);
  if (plain.end < text.length && (after === LETTER || after === MARK)) return null;
  const end = after === HANGUL && text[plain.end] === '여' ? plain.end + 1 : plain.end;
  const year = !plain.grouped && plain.end - at === 4 && plain.value >= 1900 && plain.value <= 2100;
  const counts =
    !plain.strung &&
    !year &&
    !DATE_UNIT.test(text.slice(end, end + 2)) &&
    !isDayOfDate(text, end, plain.value, previous);
  return { end, value: plain.value, counts };
}
