/** Half-open ranges of a list's places, ascending and apart: what of it is on show. */
export type Ranges = readonly (readonly [start: number, end: number])[];

/** A gap of one row is filled: a button would take the room of what it hides. */
const LEAST_HIDDEN = 2;

/**
 * Adds a range to what is on show.
 * @param length of the list
 */
export function reveal(ranges: Ranges, from: number, to: number, length: number): Ranges {
  const wanted = [...ranges, [Math.max(0, from), Math.min(to, length)] as const]
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [start, end] of wanted) {
    const last = merged.at(-1);
    if (last && start - last[1] < LEAST_HIDDEN) last[1] = Math.max(last[1], end);
    else merged.push([start < LEAST_HIDDEN ? 0 : start, end]);
  }
  const last = merged.at(-1);
  if (last && length - last[1] < LEAST_HIDDEN) last[1] = length;
  return merged;
}

/** The first `head` and the last `tail` places of a list. */
export const ends = (length: number, head: number, tail: number): Ranges =>
  reveal([[0, Math.min(head, length)]], length - tail, length, length);

/** What is not on show, in order. */
export function gaps(ranges: Ranges, length: number): Ranges {
  const bounds = [0, ...ranges.flat(), length];
  return bounds.flatMap((start, i) => {
    const end = bounds[i + 1];
    return i % 2 === 0 && end !== undefined && start < end ? [[start, end] as const] : [];
  });
}
