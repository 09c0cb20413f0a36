/** A quote selector as it is looked for. */
import type { QuoteView } from '../messages';
import { foldString } from './fold';

/** A quotation, folded. */
export interface Sought {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many letters may differ in `exact`. */
  readonly maxErrors: number;
  /** Where each of the pieces begins that `exact` is cut into, in order; the last ends with it. */
  readonly pieces: readonly number[];
}

/** A pack's quotations are hardly longer (eight words, and LIMITS.name of data/model.ts); others are cut. */
const MAX_UNITS = 240;

/** More words around do not tell it better apart. */
const MAX_CONTEXT = 64;

/**
 * One letter in twelve: a tense, a spelling or a small word changed, and not another sentence. It also
 * keeps every piece at four units or more, see {@link piecesOf}.
 */
const UNITS_AN_ERROR = 12;

/** Reached by a quotation of 240 units; its pieces still fit the 32 bits that find.ts tells them apart by. */
const MAX_ERRORS = 20;

/**
 * Cuts a text into two pieces more than it may have errors, so that wherever it stands with no more
 * errors than that, two of its pieces stand unchanged (pattern partitioning: G. Navarro, "A guided tour to
 * approximate string matching", ACM Computing Surveys 33, 2001, section 8).
 */
function piecesOf(length: number, maxErrors: number): number[] {
  if (maxErrors === 0) return [0];
  const count = maxErrors + 2;
  return Array.from({ length: count }, (_, index) => Math.floor((index * length) / count));
}

/** @returns null for a quotation without a word */
export function soughtOf({ exact, prefix, suffix }: QuoteView): Sought | null {
  const folded = foldString(exact).slice(0, MAX_UNITS);
  if (!/[\p{L}\p{N}]/u.test(folded)) return null;
  const maxErrors = Math.min(MAX_ERRORS, Math.floor(folded.length / UNITS_AN_ERROR));
  return {
    exact: folded,
    prefix: foldString(prefix ?? '').slice(-MAX_CONTEXT),
    suffix: foldString(suffix ?? '').slice(0, MAX_CONTEXT),
    maxErrors,
    pieces: piecesOf(folded.length, maxErrors),
  };
}
