/** When a pack is looked at again. Readers of one pack must not all ask at once, nor a host in trouble be asked over and over. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "Within hours": four looks a day find a correction after three on average. */
export const EVERY_HOURS = 6;
/** After the first failure; doubles with each. */
const AGAIN_MS = 15 * MINUTE;
const AT_MOST_MS = 24 * HOUR;

/** So much earlier or later, so that those who began together drift apart. */
const JITTER = 0.2;

/** The browser has enough to do when it starts. */
export const SETTLED_MS = 2 * MINUTE;

/** Between two packs of one host. */
export const BREATH_MS = 2000;

/** No pause is longer, jitter and a host's own wish included: a time further off was set by a clock that was wrong. */
export const LONGEST_MS = AT_MOST_MS * (1 + JITTER);

export interface Attempt {
  /** Tries in a row that failed, this one included; 0 after one that did not. */
  readonly failures: number;
  /** In seconds, where the host said so. */
  readonly retryAfter: number | null;
}

/**
 * @param random from 0 to 1
 * @param everyHours how often the reader wants packs to be looked at
 * @returns milliseconds until the next look
 */
export function pauseAfter(
  { failures, retryAfter }: Attempt,
  random: number,
  everyHours: number = EVERY_HOURS,
): number {
  const base =
    failures === 0 ? everyHours * HOUR : Math.min(AGAIN_MS * 2 ** (failures - 1), AT_MOST_MS);
  const jittered = base * (1 + JITTER * (2 * random - 1));
  return Math.max(jittered, (retryAfter ?? 0) * 1000);
}
