/** Stored entries by where they stand, with what surrounds them. */
import type { Entry } from '../model';
import { entryAt } from './chunk';
import { chunkOf } from './chunk-rows';
import type { Place } from './place-table';
import type { PackRow } from './schema';
import { DamagedSidecar, opened, type Store } from './store';
import { openSurroundings, type Surroundings, surroundingsName } from './surroundings';

export interface PlacedEntry {
  readonly entry: Entry;
  /** Of its bucket. */
  readonly surroundings: Surroundings;
}

/**
 * Reads entries, with one read of chunk and surroundings a bucket. To be called in one transaction with the
 * read of `pack`.
 * @returns one a place, in the order asked; null where none stands
 * @throws {DamagedSidecar} when a bucket's surroundings are missing
 */
export async function entriesAt(
  store: Store,
  pack: PackRow,
  places: readonly Place[],
): Promise<(PlacedEntry | null)[]> {
  const buckets = [...new Set(places.map(({ bucket }) => bucket))];
  const [chunks, stored] = await Promise.all([
    store.db.chunks.bulkGet(buckets.map((bucket) => [pack.id, pack.generation, bucket])),
    store.db.sidecars.bulkGet(
      buckets.map((bucket) => [pack.id, pack.generation, surroundingsName(bucket)]),
    ),
  ]);
  const at = new Map(
    buckets.map((bucket, i) => {
      const row = stored[i];
      if (!row) throw new DamagedSidecar(pack, surroundingsName(bucket));
      const name = surroundingsName(bucket);
      return [
        bucket,
        {
          chunk: chunkOf(chunks[i]),
          surroundings: opened(pack, name, () => openSurroundings(row.body)),
        },
      ];
    }),
  );
  return places.map(({ bucket, slot }) => {
    const found = at.get(bucket);
    const entry = found && entryAt(found.chunk, slot);
    return found && entry ? { entry, surroundings: found.surroundings } : null;
  });
}
