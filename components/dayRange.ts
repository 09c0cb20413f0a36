import type { DateView } from '../data/messages';
import { dayFormat, shortMonthYearFormat } from './intl';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** British English writes "Sept"; the style sheet wants three letters, as for every other month. */
const short = (text: string) => text.replace(/\bSept\b(?!\.)/g, 'Sep');

const dayOf = (date: DateView): Date | null => {
  const found = DAY.exec(date.edtf);
  if (!found) return null;
  const [year = 0, month = 1, day = 1] = found.slice(1).map(Number);
  return new Date(new Date(0).setUTCFullYear(year, month - 1, day));
};

/**
 * From one day to another, as short as the language says it: "23–25 Oct", "28 Oct – 3 Nov"; with years, and without days, where
 * the years differ: "Oct 2024 – Apr 2025".
 * @param locale BCP-47 tag
 * @returns null where one of the dates is not a plain day: a range would make it more precise
 */
export function dayRange(from: DateView, to: DateView, locale: string): string | null {
  const [start, end] = [dayOf(from), dayOf(to)];
  if (!start || !end || start > end) return null;
  const sameYear = start.getUTCFullYear() === end.getUTCFullYear();
  return short((sameYear ? dayFormat : shortMonthYearFormat)(locale).formatRange(start, end));
}

/** "Oct 2024" for a plain day; null for any other date, which has words of its own. */
export function monthOf(date: DateView, locale: string): string | null {
  const day = dayOf(date);
  return day && short(shortMonthYearFormat(locale).format(day));
}
