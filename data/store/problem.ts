/**
 * Why the store could not do something, in three words that a surface can turn into a sentence.
 *
 * - `storage`: the browser gives no database here (a private window, a policy, a broken profile)
 * - `full`: the quota is reached; what was stored before is still there
 * - `internal`: anything else, which is a bug
 */
export type StoreProblem = 'storage' | 'full' | 'internal';

/** Names that IndexedDB and Dexie give to a database that cannot be had at all. */
const UNAVAILABLE = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotAllowedError',
  'OpenFailedError',
  'SecurityError',
  'UnknownError',
  'VersionError',
]);

/** Dexie wraps the browser's error in `inner`, at times twice. */
const MAX_DEPTH = 4;

/** @returns which of the three an error thrown by the store was */
export function storeProblem(error: unknown): StoreProblem {
  const names: string[] = [];
  let at: unknown = error;
  for (let depth = 0; at instanceof Error && depth < MAX_DEPTH; depth++) {
    names.push(at.name);
    at = 'inner' in at ? at.inner : at.cause;
  }
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => UNAVAILABLE.has(name)) ? 'storage' : 'internal';
}
