import type { Key } from '../data/messages';

/** A record that the reader is taken to. A new object each time, so that the same one can be gone to twice. */
export interface Lit {
  readonly key: Key;
}
