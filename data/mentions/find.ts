/** Finds: the ways in which a rule holds in a text. */

/** One way in which a rule holds, in numbers of words, both ends included. */
export interface Find {
  readonly first: number;
  readonly last: number;
  /** What of it is painted: first and last word of each part, in turn. */
  readonly parts: readonly number[];
}

/** The order of finds: leftmost first, of those the longest, then part by part. */
export function byPlace(a: Find, b: Find): number {
  if (a.first !== b.first) return a.first - b.first;
  if (a.last !== b.last) return b.last - a.last;
  for (let i = 0; i < Math.min(a.parts.length, b.parts.length); i++) {
    const difference = (a.parts[i] ?? 0) - (b.parts[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.parts.length - b.parts.length;
}
