/**
 * Dates as the record has them: EDTF (ISO 8601-2, https://www.loc.gov/standards/datetime/), never
 * made more precise than they were given. Parsing is the `edtf` package's.
 */
import edtf, { type EdtfSyntax, parse } from 'edtf';

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

interface Span {
  readonly from: Point | null;
  readonly to: Point | null;
  readonly interval: boolean;
}

function point(syntax: EdtfSyntax): Point | null {
  const values = syntax.values ?? [];
  const plain = values.every((part): part is number => typeof part === 'number');
  // Times of day, seasons, sets and digits left open ("202X") are valid EDTF that no record needs;
  // refusing them keeps "true precision" something that every surface can print.
  if (syntax.type !== 'Date' || !plain || values.length > 3 || syntax.unspecified) return null;
  return {
    values,
    approximate: Boolean(syntax.approximate),
    uncertain: Boolean(syntax.uncertain),
  };
}

function span(text: string): Span | null {
  if (text.length > MAX_LENGTH) return null;
  let syntax: EdtfSyntax;
  try {
    syntax = parse(text);
  } catch {
    return null;
  }
  if (syntax.type !== 'Interval') {
    const only = point(syntax);
    return only && { from: only, to: only, interval: false };
  }
  const [from, to] = (syntax.values ?? []) as (EdtfSyntax | null)[];
  const start = from ? point(from) : null;
  const end = to ? point(to) : null;
  if ((from && !start) || (to && !end) || (!start && !end)) return null;
  const { min, max } = edtf(text);
  // An interval that ends before it starts parses, but says nothing.
  if (min !== null && max !== null && min > max) return null;
  return { from: start, to: end, interval: true };
}

/**
 * Whether a text is a date that a record may carry: a day, month or year, each perhaps approximate
 * (`~`), uncertain (`?`) or both (`%`), or an interval of such, perhaps open (`..`) at one end.
 */
export function isDate(text: string): boolean {
  return span(text) !== null;
}

/** The days a date covers, in milliseconds since 1970 UTC, both ends included; open ends infinite. */
export interface DateBounds {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * @param text an EDTF date accepted by {@link isDate}
 * @throws {RangeError} when it is not one
 */
export function dateBounds(text: string): DateBounds {
  if (!isDate(text)) throw new RangeError(`not a date: ${text}`);
  const { min, max } = edtf(text);
  return { earliest: min ?? -Infinity, latest: max ?? Infinity };
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

/** Plain "en" is American in Intl; our style sheet is British. */
const intlLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

function printPoint({ values, approximate, uncertain }: Point, locale: string, say: Say): string {
  const [year = 0, month, day] = values;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) options.month = 'short';
  if (day !== undefined) options.day = 'numeric';
  const at = new Date(0);
  at.setUTCFullYear(year, month ?? 0, day ?? 1);
  // British English writes "Sept"; the style sheet wants three letters, as for every other month.
  const date = new Intl.DateTimeFormat(intlLocale(locale), options)
    .format(at)
    .replace(/\bSept\b/, 'Sep');
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
  const parsed = span(text);
  if (!parsed) throw new RangeError(`not a date: ${text}`);
  const { from, to, interval } = parsed;
  const start = from && printPoint(from, locale, say);
  if (!interval && start !== null) return start;
  const end = to && printPoint(to, locale, say);
  if (start === null) return say('date.until', { date: end ?? '' });
  if (end === null) return say('date.since', { date: start });
  return say('date.range', { from: start, to: end });
}
