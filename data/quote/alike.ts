/** Counting differences (approx-string-match), within a budget. */
import search, { type Match } from 'approx-string-match';
import { type Budget, spend } from './budget';

/** What it takes to begin, and what each letter of the text for each 32 of the pattern, in nanoseconds. */
const BEGIN = 4000;
const STEP = 20;
const WORD_BITS = 32;

/**
 * @param maxErrors how many letters may be missing, too many or others
 * @returns the places where the pattern stands with the fewest differences, half-open; none once the
 *   budget is spent
 */
export function findAlike(
  text: string,
  pattern: string,
  maxErrors: number,
  budget: Budget,
): readonly Match[] {
  const cost = (length: number) => BEGIN + STEP * length * Math.ceil(pattern.length / WORD_BITS);
  if (!spend(budget, cost(text.length))) return [];
  const found = search(text, pattern, maxErrors);
  // Each is looked for once more, from its end back to its beginning.
  spend(budget, found.length * cost(pattern.length + maxErrors));
  return found;
}
