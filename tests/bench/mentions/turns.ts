/** Takes the time of several scans of the same text, by turns in one process. */
import type { Scan } from './peers';

export interface Timed {
  /** Milliseconds for the whole text, one a round. */
  readonly times: readonly number[];
  /** What the scan found in it. */
  readonly found: number;
}

/** Rounds before those that count, in which V8 compiles and the caches fill. */
const WARM_UP = 3;
/** How far on the next round begins: never at the page read last, whatever their number. */
const strideOf = (pages: number) => Math.floor(pages * 0.38);

/** @returns the middle one, the mean of both when there are two; NaN of nothing */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * Every scan goes through all pages once a round; the pages and the scans begin elsewhere each time.
 * So no page is read twice in a row, and what slows the machine for a while slows all alike.
 * @param pages each as its blocks
 * @param rounds how many count
 * @param again whether a scan goes through the pages once more before its time is taken: for scans
 *   that share what our engine remembers and so forget each other's
 */
export function takeTurns(
  scans: readonly Scan[],
  pages: readonly (readonly string[])[],
  rounds: number,
  again = false,
): Timed[] {
  const stride = strideOf(pages.length);
  const readAll = (scan: Scan, shift: number) => {
    let found = 0;
    for (let i = 0; i < pages.length; i++) {
      for (const block of pages[(i + shift * stride) % pages.length] ?? []) found += scan(block);
    }
    return found;
  };
  const timed = scans.map(() => ({ times: [] as number[], found: 0 }));
  for (let round = -WARM_UP; round < rounds; round++) {
    const shift = round + WARM_UP;
    for (let turn = 0; turn < scans.length; turn++) {
      const who = (turn + shift) % scans.length;
      const scan = scans[who];
      const result = timed[who];
      if (scan === undefined || result === undefined) continue;
      if (again) readAll(scan, shift + 1);
      const start = performance.now();
      result.found = readAll(scan, shift);
      const time = performance.now() - start;
      if (round >= 0) result.times.push(time);
    }
  }
  return timed;
}

/** How many times as fast one is as another: the median of the rounds' own ratios. */
export const ratio = (one: Timed, other: Timed) =>
  median(one.times.map((time, round) => (other.times[round] ?? Number.NaN) / time));
