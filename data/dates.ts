/**
 * Dates as the record has them: EDTF (ISO 8601-2, https://www.loc.gov/standards/datetime/), never
 * made more precise than they were given. Parsing is the `edtf` package's.
 */
import edtf, { type EdtfSyntax, parse } from 'edtf';
import { intlLocale } from './locale';

/** The longest date anyone writes is an interval of two approximate days (23 characters). */
const MAX_LENGTH = 40;

/** Says a message of the locale file; see data/locale.ts. */
type Say = (
  key: `date.${'about' | 'perhaps' | 'since' | 'until' | 'range'}`,
  parts: Record<string, string>,
) => string;

interface Point {
  /** Calendar parts as far as they are known: [year], [year, month 0-11] or [year, month, day]. */
  readonly values: readonly number[];
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** The days a date covers, in milliseconds since 1970 UTC, both ends included; open ends infinite. */
export interface DateBounds {
  readonly earliest: number;
  readonly latest: number;
}

interface Reading {
  readonly from: Point | null;
  readonly to: Point | null;
  readonly interval: boolean;
  readonly bounds: DateBounds;
}

const utc = (year: number, month: number, day: number) =>
  new Date(0).setUTCFullYear(year, month, day);

/** The package takes 29 February of any year and reads on into March: a day that nobody gave. */
function onCalendar([year = 0, month = 0, day = 1]: readonly number[]): boolean {
  return month < 12 && day > 0 && new Date(utc(year, month, day)).getUTCMonth() === month;
}

function point(syntax: EdtfSyntax): Point | null {
  const values = syntax.values ?? [];
  const numbers = values.every((part): part is number => typeof part === 'number');
  // Times of day, seasons, sets and digits left open ("202X") are valid EDTF that no record needs;
  // refusing them keeps "true precision" something that every surface can print.
  if (syntax.type !== 'Date' || !numbers || values.length > 3 || syntax.unspecified) return null;
  if (!onCalendar(values)) return null;
  return {
    values,
    approximate: Boolean(syntax.approximate),
    uncertain: Boolean(syntax.uncertain),
  };
}

/**
 * Plain dates are most of a pack, and the package's grammar takes 0.4 ms for each, which adds up to
 * a visible wait on a card. A test holds the two to the same answers.
 */
function readPlain(text: string): Reading | null {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(text)) return null;
  const [year = 0, month, day] = text.split('-').map(Number);
  const values = [year];
  if (month !== undefined) values.push(month - 1);
  if (day !== undefined) values.push(day);
  if (!onCalendar(values)) return null;
  const [, m = 0, d = 1] = values;
  const next =
    month === undefined
      ? utc(year + 1, 0, 1)
      : utc(year, day === undefined ? m + 1 : m, day === undefined ? 1 : d + 1);
  const only = { values, approximate: false, uncertain: false };
  const bounds = { earliest: utc(year, m, d), latest: next - 1 };
  return { from: only, to: only, interval: false, bounds };
}

function readAny(text: string): Reading | null {
  try {
    const syntax = parse(text);
    const interval = syntax.type === 'Interval';
    // An open end is Infinity in the package's tree, an unknown one null; both read the same here.
    const [from, to] = (interval ? (syntax.values ?? []) : [syntax, syntax]).map((end) =>
      end !== null && typeof end === 'object' ? end : null,
    );
    const start = from ? point(from) : null;
    const end = to ? point(to) : null;
    if ((from && !start) || (to && !end) || (!start && !end)) return null;
    // Throws for an interval that ends before it starts.
    const { min, max } = edtf(text);
    return {
      from: start,
      to: end,
      interval,
      bounds: { earliest: min ?? -Infinity, latest: max ?? Infinity },
    };
  } catch {
    return null;
  }
}

/** A pack names the same few hundred days over and over. */
const readings = new Map<string, Reading | null>();
/** Enough for a decade of days; a hostile pack gains nothing by naming more. */
const MAX_READINGS = 4096;

function read(text: string): Reading | null {
  if (text.length > MAX_LENGTH) return null;
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readPlain(text) ?? readAny(text);
  if (readings.size >= MAX_READINGS) readings.clear();
  readings.set(text, reading);
  return reading;
}

/**
 * Whether a text is a date that a record may carry: a day, month or year, each perhaps approximate
 * (`~`), uncertain (`?`) or both (`%`), or an interval of such, perhaps open (`..`) at one end.
 */
export function isDate(text: string): boolean {
  return read(text) !== null;
}

/**
 * @param text an EDTF date accepted by {@link isDate}
 * @throws {RangeError} when it is not one
 */
export function dateBounds(text: string): DateBounds {
  const reading = read(text);
  if (!reading) throw new RangeError(`not a date: ${text}`);
  return reading.bounds;
}

/**
 * Where a date stands on the line: its start, or its end where the start is open. Undated is last.
 * @returns milliseconds since 1970 UTC, or `Infinity`
 */
export function dateOrder(text: string | undefined): number {
  if (text === undefined) return Infinity;
  const { earliest, latest } = dateBounds(text);
  return Number.isFinite(earliest) ? earliest : latest;
}

/** Making a formatter takes longer than a whole card's formatting. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, precision: number, era: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${precision} ${era}`;
  const known = formatters.get(key);
  if (known) return known;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (precision > 1) options.month = 'short';
  if (precision > 2) options.day = 'numeric';
  if (era) options.era = 'short';
  const made = new Intl.DateTimeFormat(intlLocale(locale), options);
  formatters.set(key, made);
  return made;
}

function printPoint({ values, approximate, uncertain }: Point, locale: string, say: Say): string {
  const [year = 0, month = 0, day = 1] = values;
  // British English writes "Sept"; the style sheet wants three letters, as for every other month.
  const date = formatter(locale, values.length, year <= 0)
    .format(utc(year, month, day))
    .replace(/\bSept\b(?!\.)/, 'Sep');
  if (approximate) return say('date.about', { date });
  return uncertain ? say('date.perhaps', { date }) : date;
}

/**
 * Prints a date in the reader's language at the precision it has.
 * @param text an EDTF date accepted by {@link isDate}
 * @param locale BCP-47 tag
 * @param say the locale's messages for "about", "since", "until" and ranges
 * @throws {RangeError} when the text is not a date
 */
export function formatDate(text: string, locale: string, say: Say): string {
  const reading = read(text);
  if (!reading) throw new RangeError(`not a date: ${text}`);
  const { from, to, interval } = reading;
  const start = from && printPoint(from, locale, say);
  if (!interval && start !== null) return start;
  const end = to && printPoint(to, locale, say);
  if (start === null) return say('date.until', { date: end ?? '' });
  if (end === null) return say('date.since', { date: start });
  return say('date.range', { from: start, to: end });
}
