/** Whether readers who have one published version get to the next one, and how. */
import { appliedTo } from '../../sync/delta';
import { deltaName, follows, HEAD } from '../../sync/head';
import { sameHeadKeys } from '../../sync/root';
import { digestOfState, type State } from '../../sync/snapshot';
import type { Place } from './place';
import { readDeltaFile, readState, readTrusted, type Trusted } from './published';
import { REPUBLISH, type Say, trying } from './trying';

/** What readers fetch. */
export interface Step {
  /** `head` where the content is the same. */
  readonly by: 'head' | 'delta' | 'snapshot';
  /** The version that readers have. */
  readonly seq: number;
  /** Inflated; 0 for a head alone. */
  readonly bytes: number;
}

/**
 * @param from where what readers have now stands
 * @param place where the new version stands
 * @returns null where something is wrong, which is told
 */
export async function verifyStep(
  from: Place,
  place: Place,
  { trusted, state }: { readonly trusted: Trusted; readonly state: State },
  say: Say,
): Promise<Step | null> {
  const { head } = trusted;
  const old = await trying(say, from.name, 'Check the name', async () => {
    const found = await readTrusted(from, null);
    return found && { ...found, state: await readState(from, found.head) };
  });
  if (!old) return null;
  const { seq } = old.head;
  const { digest } = old.head.state;
  const mend = 'Publish from what your host serves, not from an older copy';
  const goesOn = await trying(say, HEAD, mend, async () => {
    const floorHolds = sameHeadKeys(old.root, trusted.root);
    follows(trusted, { seq, digest, hash: old.hash, root: old.root }, floorHolds);
    return true;
  });
  if (!goesOn) return null;
  if (digest === head.state.digest) return { by: 'head', seq, bytes: 0 };
  const file = head.deltas.find((delta) => delta.from.digest === digest);
  if (!file) return { by: 'snapshot', seq, bytes: head.state.bytes };
  // A broken file is told where all deltas are looked at.
  const delta = await readDeltaFile(place, head, file).catch(() => null);
  if (!delta) return null;
  const isSameLayout = old.state.buckets.length === state.buckets.length;
  const after = isSameLayout ? await digestOfState(appliedTo(old.state, delta)) : null;
  if (after === head.state.digest) return { by: 'delta', seq, bytes: file.bytes };
  const message = `this does not lead from version ${seq} to the state that ${HEAD} names`;
  say('error', deltaName(file, head.seq), message, REPUBLISH);
  return null;
}
