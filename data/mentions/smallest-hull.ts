/** `all`: the closest combination of one find of each part. */
import { byPlace, type Find } from './find';

/**
 * Joins what finds paint; ranges that share a word become one.
 * @param finds the chosen finds
 * @returns first and last word of each part, ascending
 */
export function joinParts(finds: readonly Find[]): number[] {
  const ranges: [number, number][] = [];
  for (const { parts } of finds) {
    for (let i = 0; i < parts.length; i += 2) ranges.push([parts[i] ?? 0, parts[i + 1] ?? 0]);
  }
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: number[] = [];
  for (const [first, last] of ranges) {
    const end = joined.length - 1;
    const before = joined[end];
    if (before !== undefined && first <= before) joined[end] = Math.max(before, last);
    else joined.push(first, last);
  }
  return joined;
}

/**
 * @param finds for each part its finds within one scope, none empty
 * @returns the combination with the smallest hull, the leftmost of equals; within that hull each
 *   part is the leftmost find, the longest of equals
 */
export function smallestHulls(finds: readonly (readonly Find[])[]): Find[] {
  const begins = [...new Set(finds.flat().map((find) => find.first))].sort((a, b) => b - a);
  const waiting = finds.map((of) => [...of].sort((a, b) => a.first - b.first));
  const earliest = finds.map(() => Number.POSITIVE_INFINITY);
  let best: [number, number] | null = null;
  // From the right: the hull that begins here ends where every part has been seen once.
  for (const begin of begins) {
    waiting.forEach((of, part) => {
      while ((of.at(-1)?.first ?? -1) >= begin) {
        earliest[part] = Math.min(earliest[part] ?? 0, of.pop()?.last ?? 0);
      }
    });
    const end = Math.max(...earliest);
    if (end < Number.POSITIVE_INFINITY && (best === null || end - begin <= best[1] - best[0])) {
      best = [begin, end];
    }
  }
  if (best === null) return [];
  const [first, last] = best;
  const chosen = finds.flatMap((of) => {
    const inside = of.filter((find) => find.first >= first && find.last <= last);
    return inside.sort(byPlace).slice(0, 1);
  });
  return [{ first, last, parts: joinParts(chosen) }];
}
