/**
 * How a pack changes: a new generation is written beside the one that is read, then one transaction
 * points at it and drops the old. Stopped anywhere, the store holds the old state or the new.
 */
import Dexie from 'dexie';
import type { Subscription } from '../sync/client/port';
import type { Chunk } from './chunk';
import type { Database, GenerationKey, PackRow, SidecarRow } from './schema';
import { type ComingVersion, keepVersion } from './versions';

/** The sidecar that holds the digests which a published state's is made of. */
export const DIGESTS = 'digests';

/** A generation being written. */
export interface Staging {
  readonly pack: string;
  readonly generation: number;
  /** The generation that was read when the staging began; null for a new pack. */
  readonly base: number | null;
}

/** What a staged generation must hold before it may be read. */
export interface Expected {
  readonly chunks: number;
  readonly sidecars: number;
}

/** Every row of a generation, whatever the last part of its key. */
const rowsOf = (db: Database, [pack, generation]: GenerationKey) => {
  const range = [
    [pack, generation, Dexie.minKey],
    [pack, generation, Dexie.maxKey],
  ] as const;
  return {
    chunks: db.chunks.where(':id').between(...range),
    sidecars: db.sidecars.where(':id').between(...range),
  };
};

/** Deletes a generation; to be called inside a transaction over the tables named in {@link ALL}. */
export async function drop(db: Database, key: GenerationKey): Promise<void> {
  const { chunks, sidecars } = rowsOf(db, key);
  await chunks.delete();
  await sidecars.delete();
  await db.stagings.delete(key);
}

export const ALL = [
  'packs',
  'chunks',
  'sidecars',
  'stagings',
  'subscriptions',
  'versions',
] as const;

/**
 * Clears what an interrupted staging left behind; to be called once when the store opens. Parts of a published
 * snapshot stay: the next sync goes on with them.
 */
export async function sweep(db: Database): Promise<void> {
  await db.transaction('rw', ALL, async () => {
    for (const { pack, generation, digest } of await db.stagings.toArray()) {
      if (digest === undefined) await drop(db, [pack, generation]);
    }
  });
}

/**
 * Begins a new generation of a pack. An older staging of the same pack is dropped.
 * @param pack the pack's id
 * @param keep leaves one of a published snapshot, whose next sync goes on with it
 */
export function beginStaging(
  db: Database,
  pack: string,
  keep: 'published' | null = null,
): Promise<Staging> {
  return db.transaction('rw', ALL, async () => {
    const base = (await db.packs.get(pack))?.generation ?? null;
    const old = await db.stagings
      .where(':id')
      .between([pack, Dexie.minKey], [pack, Dexie.maxKey])
      .toArray();
    for (const { generation, digest } of old) {
      if (keep === null || digest === undefined) await drop(db, [pack, generation]);
    }
    // Never a number used before, so that two stagings at once cannot mix their rows.
    const generation = Math.max(base ?? 0, ...old.map((row) => row.generation)) + 1;
    await db.stagings.add({ pack, generation });
    return { pack, generation, base };
  });
}

/** A staging that another one replaced must not leave rows that nobody would sweep. */
async function assertStaging(db: Database, { pack, generation }: Staging): Promise<void> {
  if (!(await db.stagings.get([pack, generation]))) {
    throw new Error(`the staging of pack ${pack} was replaced by another`);
  }
}

/** Writes chunks of a staged generation, in one transaction a call. */
export async function stageChunks(
  db: Database,
  staging: Staging,
  chunks: readonly (Chunk & { readonly bucket: number })[],
): Promise<void> {
  const { pack, generation } = staging;
  await db.transaction('rw', db.stagings, db.chunks, async () => {
    await assertStaging(db, staging);
    await db.chunks.bulkPut(chunks.map((chunk) => ({ pack, generation, ...chunk })));
  });
}

/** Writes sidecars of a staged generation, in one transaction a call. */
export async function stageSidecars(
  db: Database,
  staging: Staging,
  sidecars: readonly Pick<SidecarRow, 'name' | 'body'>[],
): Promise<void> {
  const { pack, generation } = staging;
  await db.transaction('rw', db.stagings, db.sidecars, async () => {
    await assertStaging(db, staging);
    await db.sidecars.bulkPut(sidecars.map((sidecar) => ({ pack, generation, ...sidecar })));
  });
}

/** Gives up a staging and frees its room at once. */
export async function abandonStaging(db: Database, staging: Staging): Promise<void> {
  await db.transaction('rw', ALL, () => drop(db, [staging.pack, staging.generation]));
}

/** What flips along with the entries. */
export interface FlippedAlong {
  /** What is kept of the new version; null where it is the same one in another form. */
  readonly version: ComingVersion | null;
  /** What it was made of, where that may have changed meanwhile. */
  readonly of?: PackRow;
  /** Of a sync. */
  readonly subscription?: Subscription;
  /** Sidecars that served the staging only. */
  readonly discard?: readonly string[];
}

/**
 * Makes a staged generation the one that is read and drops the one before, in one transaction.
 * @param row the pack's new row, its generation left out
 * @param expected how many rows the staged generation must hold
 * @throws {Error} when it holds others, or when another staging flipped first; nothing has changed then
 */
export async function flip(
  db: Database,
  { pack, generation, base }: Staging,
  row: Omit<PackRow, 'id' | 'generation'>,
  expected: Expected,
  { version, of, subscription, discard = [] }: FlippedAlong,
): Promise<void> {
  await db.transaction('rw', ALL, async () => {
    const now = await db.packs.get(pack);
    if ((now?.generation ?? null) !== base || (of && now?.revision !== of.revision))
      throw new Error(`pack ${pack} changed while it was staged`);
    await assertStaging(db, { pack, generation, base });
    if (subscription) await db.subscriptions.put(subscription);
    await db.sidecars.bulkDelete(discard.map((name) => [pack, generation, name] as const));
    const { chunks, sidecars } = rowsOf(db, [pack, generation]);
    const held = { chunks: await chunks.count(), sidecars: await sidecars.count() };
    if (held.chunks !== expected.chunks || held.sidecars !== expected.sidecars) {
      throw new Error(`pack ${pack} was not staged whole: ${JSON.stringify({ held, expected })}`);
    }
    if (version) await keepVersion(db, version);
    await db.packs.put({ ...row, id: pack, generation });
    await db.stagings.delete([pack, generation]);
    if (base !== null) await drop(db, [pack, base]);
  });
}
