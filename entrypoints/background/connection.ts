/**
 * The connection to the store. The browser takes some 20 ms to open a database that it had closed, about
 * as long as this worker's script takes to be evaluated; so the one is begun before the other.
 * To be imported before everything else.
 */
import { type Connected, connectStore } from '../../data/store/connect';

let begun: Promise<Connected> | null = connectStore();
// Who asks for it hears of the failure.
begun.catch(() => {});

/** @returns the connection that was begun when the worker started, to the first who asks; then a new one */
export function connection(): Promise<Connected> {
  const first = begun;
  begun = null;
  return first ?? connectStore();
}
