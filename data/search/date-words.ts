/** The words a date is looked up by. */
import { dateBounds } from '../dates';

/** Months of an interval that find it; of a longer one only its ends do, or it would be found by any. */
const MAX_MONTHS = 24;

/** Stands before the number of a month in the dictionary, where no word of a text begins so. */
const MONTH = '\u0001';

/** @returns the word of the dictionary that stands for a month, 1 to 12, by whatever name */
export const monthWord = (month: number): string => MONTH + String.fromCharCode(0x40 + month);

/** Counted from the year 0, so that months can be walked through. */
function monthNumber(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** @returns the months that a date covers, numbered as above; an open end has none */
function monthsIn(edtf: string): number[] {
  const { earliest, latest } = dateBounds(edtf);
  const ends = [earliest, latest].filter(Number.isFinite).map(monthNumber);
  const [from = 0, to = from] = ends;
  const count = to - from + 1;
  return count > MAX_MONTHS ? ends : Array.from({ length: count }, (_, i) => from + i);
}

/**
 * @param edtf a date
 * @returns its numbers, and the years and months that it covers, as far as they were given
 */
export function dateWords(edtf: string): string[] {
  const months = /\d{4}-\d\d/.test(edtf) ? monthsIn(edtf) : [];
  const numbers = (edtf.match(/\d+/g) ?? []).map((digits) => String(Number(digits)));
  const years = months.map((month) => String(Math.floor(month / 12)));
  const names = months.map((month) => monthWord((((month % 12) + 12) % 12) + 1));
  return [...new Set([...numbers, ...years, ...names])];
}
