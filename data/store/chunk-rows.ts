/** Chunks in the database. */
import type { Entry } from '../model';
import { type Chunk, chunkOfEntries, NO_CHUNK } from './chunk';
import type { ReadChunks } from './finder';
import type { ChunkRow, Database, GenerationKey } from './schema';

/** A row as it was up to format 4. */
interface RowOfEntries {
  readonly entries: readonly Entry[];
}

/** @returns the chunk of a row, whatever format it was written in; an empty one where there is no row */
export function chunkOf(row: ChunkRow | RowOfEntries | undefined): Chunk {
  if (!row) return NO_CHUNK;
  if ('entries' in row) return chunkOfEntries(row.entries);
  const { keys, slots, ends, bytes } = row;
  return { keys, slots, ends, bytes };
}

/** @returns what reads the chunks of a generation; one that is not there is empty */
export const chunksIn =
  (db: Database, [pack, generation]: GenerationKey): ReadChunks =>
  async (buckets) => {
    const rows = await db.chunks.bulkGet(
      buckets.map((bucket) => [pack, generation, bucket] as const as [string, number, number]),
    );
    return rows.map(chunkOf);
  };
