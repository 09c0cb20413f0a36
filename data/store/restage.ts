/** Puts a stored pack anew beside itself: in the form of today, or with a change that reaches all of it. */
import type { Chunk } from './chunk';
import { chunksIn } from './chunk-rows';
import { type Counts, deriveAll, type PackHead, type Sidecar } from './derive';
import {
  abandonStaging,
  beginStaging,
  type FlippedAlong,
  flip,
  type Staging,
  stageChunks,
  stageSidecars,
} from './generations';
import { groupsOf } from './groups';
import type { Database, PackRow } from './schema';

/** What a generation is made of. */
export interface Content {
  readonly head: PackHead;
  readonly buckets: number;
  /** Reads some of its chunks. */
  readonly read: (buckets: readonly number[]) => Promise<readonly Chunk[]>;
  /** Sidecars that are not derived from the chunks. */
  readonly more: readonly Sidecar[];
}

/**
 * Derives the sidecars of chunks that are staged, and stages them.
 * @returns how many, and what the pack has of what
 */
export async function stageDerived(
  db: Database,
  staging: Staging,
  { head, buckets, more }: Omit<Content, 'read'>,
): Promise<{ sidecars: number; counts: Counts }> {
  let sidecars = 0;
  const put = async (some: readonly Sidecar[]) => {
    sidecars += some.length;
    await stageSidecars(db, staging, some);
  };
  const read = chunksIn(db, [staging.pack, staging.generation]);
  const counts = await deriveAll(head, buckets, read, put);
  if (more.length > 0) await put(more);
  return { sidecars, counts };
}

/**
 * Stages a generation and flips to it. Whatever fails, the one before stays as it was.
 * @param rowOf makes the pack's row
 * @param keep see `beginStaging`
 */
export async function stageAndFlip(
  db: Database,
  content: Content,
  rowOf: (counts: Counts) => Omit<PackRow, 'id' | 'generation'>,
  along: FlippedAlong,
  keep: 'published' | null = null,
): Promise<void> {
  const { head, buckets, read } = content;
  const staging = await beginStaging(db, head.pack, keep);
  try {
    for (const group of groupsOf(buckets)) {
      const chunks = await read(group);
      await stageChunks(
        db,
        staging,
        group.map((bucket, i) => ({ bucket, ...(chunks[i] as Chunk) })),
      );
    }
    const { sidecars, counts } = await stageDerived(db, staging, content);
    await flip(db, staging, rowOf(counts), { chunks: buckets, sidecars }, along);
  } catch (error) {
    // When even this fails, the sweep of the next opening does it.
    await abandonStaging(db, staging).catch(() => {});
    throw error;
  }
}
