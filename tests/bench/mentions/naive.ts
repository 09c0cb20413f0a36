/** Which aliases stand in a text, found by trying every stretch of it. */
import { standsAlone } from './word-units';

/**
 * @param aliases in lower case
 * @returns finds the leftmost of overlapping aliases, of those the longest; for comparison, not speed
 */
export function naiveScan(aliases: readonly string[]): (text: string) => number {
  const known = new Set(aliases);
  const longest = aliases.reduce((most, { length }) => Math.max(most, length), 0);
  return (text) => {
    const lower = text.toLowerCase();
    let found = 0;
    for (let start = 0; start < lower.length; start++) {
      let end = standsAlone(lower, start, lower.length)
        ? Math.min(start + longest, lower.length)
        : start;
      while (
        end > start &&
        !(known.has(lower.slice(start, end)) && standsAlone(lower, start, end))
      ) {
        end--;
      }
      if (end === start) continue;
      found++;
      start = end - 1;
    }
    return found;
  };
}
