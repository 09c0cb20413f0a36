/**
 * How far a date reaches, for telling what is certainly later. Pieces may know of data its types only, so this reads the
 * few forms of EDTF that records may carry (data/dates.ts) by itself; a test holds the two together.
 */
import type { DateView } from '../data/messages';

/** The first and last day that a date may mean, in days since 1970; open ends are infinite. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const POINT = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?$/;

const day = (year: number, month: number, date: number) =>
  new Date(0).setUTCFullYear(year, month, date) / 86_400_000;

/**
 * A day, month or year. EDTF gives approximate and uncertain ones no bounds; a convention of ours lets them reach one more
 * unit of their own precision each way: "about October" may be September or November, and is neither before nor after a day of those.
 */
function point(text: string): Days | null {
  const found = POINT.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, date = 0] = found.slice(1, 4).map((part) => Number(part ?? 0));
  const slack = found[4] ? 1 : 0;
  const start = (by: number) =>
    date
      ? day(year, month - 1, date + by)
      : month
        ? day(year, month - 1 + by, 1)
        : day(year + by, 0, 1);
  return { first: start(-slack), last: start(1 + slack) - 1 };
}

function read(edtf: string): Days | null {
  const [from = '', to = from] = edtf.split('/');
  const open = (text: string) => text === '' || text === '..';
  const start = open(from) ? null : point(from);
  const end = open(to) ? null : point(to);
  if ((!start && !open(from)) || (!end && !open(to))) return null;
  return { first: start?.first ?? -Infinity, last: end?.last ?? Infinity };
}

/** A long record is asked for each date several times before it is drawn. */
const known = new Map<string, Days | null>();
/** Enough for a topic of thousands. */
const MAX_KNOWN = 4096;

/**
 * @param edtf a date as the pack has it
 * @returns null for a form that records do not carry
 */
export function daysOf(edtf: string): Days | null {
  const had = known.get(edtf);
  if (had !== undefined) return had;
  const days = read(edtf);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(edtf, days);
  return days;
}

/** Whether a date is later than another, whatever the two may mean; false where that is not certain. */
export function isAfter(date: DateView | null, other: DateView | null | undefined): boolean {
  const later = date && daysOf(date.edtf);
  const earlier = other && daysOf(other.edtf);
  return Boolean(later && earlier && later.first > earlier.last);
}

/** Whether two dates cannot mean the same day. */
export const areApart = (one: DateView, other: DateView): boolean =>
  isAfter(one, other) || isAfter(other, one);
