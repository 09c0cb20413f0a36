/** Whole packs into the store. */
import type { Pack } from '../model';
import { chunksOf, deriveSidecars, headOf } from './derive';
import {
  abandonStaging,
  beginStaging,
  flip,
  inWrites,
  stageChunks,
  stageSidecars,
} from './generations';
import { rowFor } from './pack-row';
import type { Database } from './schema';

/** A pack and what names its content. */
export interface VersionedPack {
  readonly version: string;
  readonly pack: Pack;
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
  const sidecars = await deriveSidecars(head, chunks);
  const staging = await beginStaging(db, pack.pack);
  try {
    const rows = chunks.map((entries, bucket) => ({ bucket, entries }));
    for (const slice of inWrites(rows)) await stageChunks(db, staging, slice);
    for (const slice of inWrites(sidecars)) await stageSidecars(db, staging, slice);
    await flip(
      db,
      staging,
      rowFor(head, chunks, { version, bundled, signed: false, updated: null, expires: null }),
      { chunks: chunks.length, sidecars: sidecars.length },
    );
  } catch (error) {
    // When even this fails, the sweep of the next opening does it.
    await abandonStaging(db, staging).catch(() => {});
    throw error;
  }
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
