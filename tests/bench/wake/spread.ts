/** What many times of the same come to. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly least: number;
}

/** @param values at least one; the p90 of fewer than ten is the largest */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
    return Math.round((sorted[place] ?? Number.NaN) * 10) / 10;
  };
  return { median: at(0.5), p90: at(0.9), least: at(0) };
}
