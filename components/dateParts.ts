import type { DateView } from '../data/messages';
import { dayFormat, monthFormat, yearFormat } from './intl';

export interface DateParts {
  /** The date without its year: "24 Oct". */
  readonly day: string;
  readonly year: string;
}

/** A plain day or month. Approximate dates and intervals are printed whole, as the background worded them. */
const PLAIN = /^(\d{4})-(\d\d)(?:-(\d\d))?$/;

/**
 * Splits a plain date, so that a list may say the year once.
 * @param date as the pack has it
 * @param locale BCP-47 tag
 * @returns null for a date that is not plainly a day or a month
 */
export function dateParts(date: DateView, locale: string): DateParts | null {
  const found = PLAIN.exec(date.edtf);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day || 1);
  return {
    day: (day ? dayFormat : monthFormat)(locale)
      .format(at)
      // British English writes "Sept"; the style sheet wants three letters, as for every other month.
      .replace(/\bSept\b(?!\.)/, 'Sep'),
    year: yearFormat(locale).format(at),
  };
}
