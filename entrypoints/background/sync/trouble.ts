/** What went wrong with a sync, as a word that is stored and a sentence that is shown. */
import type { Say } from '../../../data/locale';
import { storeProblem } from '../../../data/store/problem';
import { Unreachable } from '../../../data/sync/client/port';
import { Refused } from '../../../data/sync/refused';

/** @returns what went wrong, as the last part of a message's key */
export function troubleOf(error: unknown): string {
  if (error instanceof Refused) return error.reason;
  if (error instanceof Unreachable) return error.trouble;
  return `store.${storeProblem(error)}`;
}

/** @returns a trouble in words */
export function sayTrouble(trouble: string, say: Say): string {
  return say(`sync.${trouble}` as Parameters<Say>[0]);
}
