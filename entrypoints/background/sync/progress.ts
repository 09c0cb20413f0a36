/** How far a sync is, seen from the calls that it makes. */
import type { SyncProgress } from '../../../data/pack-messages';
import type { SyncPort } from '../../../data/sync/client/port';
import type { Head } from '../../../data/sync/head';

export const WAITING: SyncProgress = { phase: 'waiting', parts: 0, of: 0, bytes: 0, ofBytes: 0 };
const LOOKING: SyncProgress = { ...WAITING, phase: 'looking' };

const bytesOf = (parts: Head['snapshot']) => parts.reduce((sum, { bytes }) => sum + bytes, 0);

function fetching({ snapshot }: Head, parts: number): SyncProgress {
  return {
    phase: 'fetching',
    parts,
    of: snapshot.length,
    bytes: bytesOf(snapshot.slice(0, parts)),
    ofBytes: bytesOf(snapshot),
  };
}

/**
 * @param tell is told of each step; a snapshot's parts in bytes before compression
 * @returns a port that does what the given one does
 */
export function watched(port: SyncPort, tell: (progress: SyncProgress) => void): SyncPort {
  tell(LOOKING);
  let last = LOOKING;
  const say = (progress: SyncProgress) => {
    last = progress;
    tell(progress);
  };
  const storing = () => say({ ...last, phase: 'storing' });
  return {
    ...port,
    async stage(head) {
      const staging = await port.stage(head);
      say(fetching(head, staging.staged));
      return staging;
    },
    async putPart(head, index, content) {
      await port.putPart(head, index, content);
      say(fetching(head, index + 1));
    },
    flipSnapshot(flip) {
      storing();
      return port.flipSnapshot(flip);
    },
    flipBuckets(flip, changes) {
      storing();
      return port.flipBuckets(flip, changes);
    },
  };
}
