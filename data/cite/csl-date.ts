/** Dates of the record as CSL-JSON has them. */
import type { DateView } from '../messages';

/** https://docs.citationstyles.org/en/stable/specification.html#date-variables; years before 1 are negative. */
export interface CslDate {
  /** One day, month or year, or the two ends of a range. */
  readonly 'date-parts'?: readonly (readonly number[])[];
  /** About or perhaps then. */
  readonly circa?: true;
  /** In words, where there are no parts for it. */
  readonly literal?: string;
}

/** A day, month or year as EDTF has it, what is said of its certainty taken off. */
const POINT = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/;

function partsOf(point: string): number[] | null {
  const found = POINT.exec(point.replace(/[~?%]/g, ''));
  return found ? found.slice(1).filter(Boolean).map(Number) : null;
}

/**
 * @param date as the pack has it, and as readers are shown it
 * @returns its calendar parts as far as they were given; of an interval with an open end, for which CSL has
 *   no parts, what readers are shown
 */
export function cslDate({ edtf, label }: DateView): CslDate {
  const ends = edtf.split('/').map(partsOf);
  if (!ends.every((end) => end !== null)) return { literal: label };
  return /[~?%]/.test(edtf) ? { 'date-parts': ends, circa: true } : { 'date-parts': ends };
}
