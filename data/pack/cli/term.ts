/** `--term`: how long a head holds. */
import { UsageError } from './command';

export const DEFAULT_TERM = '90d';

const HOUR = 60 * 60 * 1000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR };

/** Readers shall notice within a year or so that a host shows them an old pack. */
const MAX_TERM = 400 * 24 * HOUR;

/**
 * @returns milliseconds
 * @throws {UsageError}
 */
export function termOf(text: string = DEFAULT_TERM): number {
  const [, amount, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const term = Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (term > 0 && term <= MAX_TERM) return term;
  throw new UsageError(
    `--term ${text} is no time. Write hours, days or weeks: 12h, 90d, 4w; at most 400d.`,
  );
}
