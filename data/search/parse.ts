/**
 * What people type into a search box.
 *
 *     denied by:pyongyang        words, and who said it
 *     "kursk region" -"border"   next to each other; without
 *     kind:denial in:pack-id     of a kind; of a pack
 *     after:2024-10-27 before:   of a time: `after` and `before` leave the day itself out, `since` and `until` do not,
 *     on:2024-10                 `on` is within
 *
 * What does not read so is words. A value with spaces is put into quotes.
 */
import { dateBounds } from '../dates';
import { foldWords } from '../mentions/tokenize';
import type { RecordKind } from '../model';
import { KINDS, kindsNamed } from './kinds';

/** UTF-16 units of a query that are looked at. */
const MAX_QUERY = 300;
/** Parts and words of one that are looked at: more than anybody types, and as many as a set of bits holds. */
const MAX_PARTS = 16;

/** Part of a query, with where it stands in it. */
interface Part {
  /** As typed. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
}

export interface WordPart extends Part {
  readonly type: 'word';
  readonly word: string;
}

export interface PhrasePart extends Part {
  readonly type: 'phrase' | 'not';
  readonly words: readonly string[];
  /** Its last word may go on. */
  readonly open: boolean;
}

export interface SpeakerPart extends Part {
  readonly type: 'by';
  readonly value: string;
  readonly words: readonly string[];
}

export interface PackPart extends Part {
  readonly type: 'in';
  readonly value: string;
  readonly words: readonly string[];
}

export interface KindPart extends Part {
  readonly type: 'kind';
  readonly kinds: readonly RecordKind[];
}

/** A time: from a moment on, up to another, in milliseconds since 1970 UTC, both within it. */
export interface DatePart extends Part {
  readonly type: 'date';
  readonly name: DateName;
  /** EDTF, as it was read. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

export type QueryPart = WordPart | PhrasePart | SpeakerPart | PackPart | KindPart | DatePart;

export interface Query {
  readonly text: string;
  readonly parts: readonly QueryPart[];
}

export type DateName = 'after' | 'before' | 'since' | 'until' | 'on';

/** A prefix, a value in quotes or without; the end of a quote may be missing. */
const PART = /(-)?(?:([\p{L}]{2,10}):)?(?:["“„«]([^"”“»]*)(["”“»]|$)|(\S+))/gu;

const foldedWords = (text: string) => foldWords(text).map(({ word }) => word);

/** Years, months and days in digits, whatever stands between them. */
const DATE = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/;

/** @returns EDTF, and the ends of what it covers; null for what is no date in digits */
export function readDate(value: string): { date: string; from: number; to: number } | null {
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (year === undefined) return null;
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const { earliest, latest } = boundsOf(date);
  return Number.isNaN(earliest) ? null : { date, from: earliest, to: latest };
}

/** NaN for days that no calendar has. */
function boundsOf(date: string): { earliest: number; latest: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const check = new Date(Date.UTC(year, month - 1, day));
  const exists = check.getUTCMonth() === month - 1 && check.getUTCDate() === day;
  return exists ? dateBounds(date) : { earliest: Number.NaN, latest: Number.NaN };
}

const DATE_NAMES: Readonly<Record<DateName, (from: number, to: number) => [number, number]>> = {
  after: (_, to) => [to + 1, Infinity],
  before: (from) => [-Infinity, from - 1],
  since: (from) => [from, Infinity],
  until: (_, to) => [-Infinity, to],
  on: (from, to) => [from, to],
};

const isDateName = (name: string): name is DateName => Object.hasOwn(DATE_NAMES, name);

/** @returns null where a prefix and a value mean nothing together */
function readNamed(name: string, value: string, part: Part): QueryPart | null {
  if (isDateName(name)) {
    const read = readDate(value);
    if (!read) return null;
    const [from, to] = DATE_NAMES[name](read.from, read.to);
    return { ...part, type: 'date', name, date: read.date, from, to };
  }
  if (value === '') return null;
  const words = foldedWords(value);
  if (name === 'by') return words.length > 0 ? { ...part, type: 'by', value, words } : null;
  if (name === 'in') return words.length > 0 ? { ...part, type: 'in', value, words } : null;
  if (name === 'kind') {
    const kinds = KINDS.filter(
      (kind, i) => kind === value || words.some((word) => kindsNamed(word).includes(i)),
    );
    return kinds.length > 0 ? { ...part, type: 'kind', kinds } : null;
  }
  return null;
}

/** The words of a text as parts of a query, with where they stand. */
function wordParts(text: string, offset: number): WordPart[] {
  return foldWords(text).map(({ word, start, end }) => ({
    type: 'word',
    word,
    typed: text.slice(start, end),
    start: start + offset,
    end: end + offset,
  }));
}

/** @param text anything that was typed; what is too long is cut */
export function parseQuery(text: string): Query {
  const cut = text.slice(0, MAX_QUERY);
  const parts: QueryPart[] = [];
  /** Words stay together until something else comes: "12 000" is one figure. */
  let words: { start: number; end: number } | null = null;
  const endWords = () => {
    if (words) parts.push(...wordParts(cut.slice(words.start, words.end), words.start));
    words = null;
  };
  for (const found of cut.matchAll(PART)) {
    const [typed, minus, name, quoted, end, bare] = found;
    const start = found.index;
    const part = { typed, start, end: start + typed.length };
    const value = quoted ?? bare ?? '';
    const named = name !== undefined && !minus ? readNamed(name.toLowerCase(), value, part) : null;
    if (named) {
      endWords();
      parts.push(named);
    } else if (quoted !== undefined && name === undefined) {
      const folded = foldedWords(quoted);
      endWords();
      if (folded.length > 0) {
        parts.push({ ...part, type: minus ? 'not' : 'phrase', words: folded, open: end === '' });
      }
    } else if (minus && name === undefined && foldedWords(value).length > 0 && value !== '') {
      endWords();
      parts.push({ ...part, type: 'not', words: foldedWords(value), open: false });
    } else {
      words = { start: words ? (words as { start: number }).start : start, end: part.end };
    }
  }
  endWords();
  const seen = new Set<string>();
  const distinct = parts.filter((part) => {
    const key = part.type === 'word' ? `word ${part.word}` : `${part.type} ${part.typed}`;
    return !seen.has(key) && seen.add(key);
  });
  return { text: cut, parts: distinct.slice(0, MAX_PARTS) };
}

/** @returns the words that a hit is marked by */
export const markedWords = ({ parts }: Query): string[] =>
  parts.flatMap((part) =>
    part.type === 'word' ? [part.word] : part.type === 'phrase' ? [...part.words] : [],
  );
