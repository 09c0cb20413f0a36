/** How well a place fits a quotation: its own words, and the words around it. */
import { findAlike } from './alike';
import type { Budget } from './budget';
import { type Folded, stringOf, textAt } from './fold';
import type { Sought } from './selector';

/** A place in a fold that may be the quotation, half-open, in units of the fold; it may run over several texts. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Letters in which it differs from the quotation. */
  readonly errors: number;
}

/** A letter of the words around counts for half of one of the quotation itself. */
const CONTEXT_WEIGHT = 0.5;

/** Words around that differ in more than half of their letters are other words. */
const SAME_CONTEXT = 0.5;

/**
 * From so many units on a quotation is told by itself, and words around it that are others now are an
 * edited page; one that is shorter stands in other sentences too.
 */
const TELLING = 20;

interface Agreement {
  /** Units of the words around that were there to be compared. */
  readonly units: number;
  readonly errors: number;
}

/** At the edge of a text nothing, or less, is there to compare with: that speaks neither for nor against. */
const NOTHING: Agreement = { units: 0, errors: 0 };

/**
 * @param wanted the words around as quoted
 * @param found those on the page, up to twice as long, since they may have grown
 * @param isBefore whether they stand before the quotation or after it
 */
function compare(wanted: string, found: string, isBefore: boolean, budget: Budget): Agreement {
  const units = Math.min(wanted.length, found.length);
  if (units === 0) return NOTHING;
  const near = isBefore ? wanted.slice(-units) : wanted.slice(0, units);
  if (isBefore ? found.endsWith(near) : found.startsWith(near)) return { units, errors: 0 };
  const most = Math.floor(units * SAME_CONTEXT);
  return { units, errors: findAlike(found, near, most, budget)[0]?.errors ?? units };
}

function around(
  folded: Folded,
  { prefix, suffix }: Sought,
  { from, to }: Candidate,
  budget: Budget,
): Agreement {
  // What stands in another paragraph may be a picture's caption or the next story.
  const first = folded.texts[textAt(folded, from)];
  const last = folded.texts[textAt(folded, to - 1)];
  const start = Math.max(first?.from ?? 0, from - 2 * prefix.length);
  const end = Math.min(last?.to ?? folded.length, to + 2 * suffix.length);
  const before = compare(prefix, stringOf(folded, start, from).trimEnd(), true, budget);
  const after = compare(suffix, stringOf(folded, to, end).trimStart(), false, budget);
  return { units: before.units + after.units, errors: before.errors + after.errors };
}

/** Of the alphabets that set their words apart by nothing but spaces; elsewhere words may begin after any letter. */
const inWord = (unit: number | undefined) =>
  unit !== undefined && unit < 0x0590 && /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));

/** At how many of its ends a place cuts through a word. */
function cuts({ units, length }: Folded, { from, to }: Candidate): number {
  const cutsAt = (at: number) =>
    at > 0 && at < length && inWord(units[at - 1]) && inWord(units[at]) ? 1 : 0;
  return cutsAt(from) + cutsAt(to);
}

/**
 * How well a place fits, from 0 to 1: the share of the quotation's letters that stand there, those of
 * the words around it at half the weight. A word that is cut through counts as one wrong letter.
 * @returns null where the place is not the one that is quoted
 */
export function fitOf(
  folded: Folded,
  sought: Sought,
  candidate: Candidate,
  budget: Budget,
): number | null {
  const errors = candidate.errors + cuts(folded, candidate);
  if (errors > sought.maxErrors) return null;
  const context = around(folded, sought, candidate, budget);
  const isElsewhere = context.errors > context.units * SAME_CONTEXT;
  if (isElsewhere && sought.exact.length < TELLING) return null;
  const wrong = errors + CONTEXT_WEIGHT * context.errors;
  return 1 - wrong / (sought.exact.length + CONTEXT_WEIGHT * context.units);
}
