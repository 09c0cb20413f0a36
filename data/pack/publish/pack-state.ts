/** A pack as it travels. */
import { entriesOf, type Pack } from '../../model';
import { bucketCount } from '../../store/buckets';
import { type State, stateOf } from '../../sync/snapshot';
import type { PackLine } from '../../sync/state';

/** @returns the pack without its entries */
export function lineOf(pack: Pack): PackLine {
  const { topics, actors, sources, claims, denials, statements, events, tombstones, ...line } =
    pack;
  return line;
}

/** A layout with so many times the buckets that it needs is given up, and the deltas that lead to it. */
const TOO_WIDE = 4;

/**
 * @param buckets of the version before, which are kept while they suit: a delta leads only from a layout to the same
 */
export function packState(pack: Pack, buckets = 1): State {
  const entries = entriesOf(pack);
  const suits = buckets <= TOO_WIDE * bucketCount(entries.length);
  return stateOf(lineOf(pack), entries, suits ? buckets : 1);
}
