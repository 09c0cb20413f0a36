/** Chance that repeats: one seed, one sequence, on every machine. */

export interface Random {
  /** @returns at least 0, below 1 */
  next(): number;
  /** @returns an integer of at least 0, below `end` */
  below(end: number): number;
  /**
   * @param choices at least one
   * @returns one of them, each as likely as the others
   */
  of<T>(choices: ArrayLike<T>): T;
}

/**
 * Mulberry32 (Tommy Ettinger, 2017): 2³² steps of a counter, mixed.
 * @param seed any integer; its low 32 bits count
 */
export function random(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { next, below, of: <T>(choices: ArrayLike<T>) => choices[below(choices.length)] as T };
}
