/** Whole packs into the store. */

import { type Entry, entriesOf, type Pack } from '../model';
import { diffEntries } from '../pack/diff';
import { bucketCount, bucketOf, homeOf } from './buckets';
import { type Chunk, chunkOfEntries, entriesIn, NO_CHUNK } from './chunk';
import { chunksIn } from './chunk-rows';
import { headOf } from './derive';
import { groupsOf } from './groups';
import { rowFor } from './pack-row';
import { stageAndFlip } from './restage';
import type { Database } from './schema';

/** A pack and what names its content. */
export interface VersionedPack {
  readonly version: string;
  readonly pack: Pack;
}

/** @returns the pack's entries by bucket */
export function chunksOf(pack: Pack): Chunk[] {
  const entries = entriesOf(pack);
  const buckets: Entry[][] = Array.from({ length: bucketCount(entries.length) }, () => []);
  for (const entry of entries) buckets[bucketOf(homeOf(entry), buckets.length)]?.push(entry);
  return buckets.map(chunkOfEntries);
}

/** @returns what a pack that is in memory changes of the one that is stored; nothing where none is */
async function changesOf(db: Database, { pack }: Pack, chunks: readonly Chunk[]) {
  const row = await db.packs.get(pack);
  if (!row) return [];
  const read = chunksIn(db, [pack, row.generation]);
  const before: Entry[] = [];
  for (const group of groupsOf(row.buckets)) {
    for (const chunk of await read(group)) before.push(...entriesIn(chunk));
  }
  return diffEntries(before, chunks.flatMap(entriesIn));
}

/**
 * Stages a pack and flips to it. Whatever fails, the version before stays as it was.
 * @param bundled whether it comes with the extension
 */
export async function installPack(
  db: Database,
  { version, pack }: VersionedPack,
  bundled: boolean,
): Promise<void> {
  const chunks = chunksOf(pack);
  const head = headOf(pack);
  const { length: buckets } = chunks;
  await stageAndFlip(
    db,
    {
      head,
      buckets,
      read: async (some) => some.map((bucket) => chunks[bucket] ?? NO_CHUNK),
      more: [],
    },
    (counts) =>
      rowFor(
        head,
        { buckets, counts, revision: 0 },
        { version, bundled, signed: false, updated: null, expires: null },
      ),
    {
      version: {
        pack: pack.pack,
        seq: null,
        issued: null,
        edition: pack.edition ?? null,
        diff: await changesOf(db, pack, chunks),
      },
    },
  );
}

/**
 * Stores a pack that comes with the extension, unless this very version is stored.
 * @param load fetches the pack; called only when it is needed
 */
export async function ensureBundled(
  db: Database,
  { id, version }: { id: string; version: string },
  load: () => Promise<VersionedPack>,
): Promise<void> {
  if ((await db.packs.get(id))?.version === version) return;
  await installPack(db, await load(), true);
}
