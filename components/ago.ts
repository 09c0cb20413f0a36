import type { DateView } from '../data/messages';
import { daysOf } from './bounds';
import { agoFormat } from './intl';

const DAY_MS = 86_400_000;

/** Days in the larger units, about. Each is used from two of it on: "41 days ago" says more than "last month". */
const [MONTH, YEAR] = [30, 365];

/**
 * How long ago a date was, in the language's words: "2 days ago", "yesterday".
 * @param now milliseconds since 1970 UTC
 * @param locale BCP-47 tag
 * @returns null for a date that is not plain, or still to come
 */
export function ago(date: DateView, now: number, locale: string): string | null {
  const day = daysOf(date.edtf)?.first ?? Number.NaN;
  const days = Math.floor(now / DAY_MS) - day;
  if (!Number.isFinite(days) || days < 0) return null;
  const [unit, length] =
    days < 2 * MONTH
      ? (['day', 1] as const)
      : days < 2 * YEAR
        ? (['month', MONTH] as const)
        : (['year', YEAR] as const);
  return agoFormat(locale).format(-Math.floor(days / length), unit);
}
