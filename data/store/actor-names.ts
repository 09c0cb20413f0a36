/** Names of actors by their ids, for the choices of a search. */
import type { Actor } from '../model';
import { keyOf } from '../sync/state';
import { bucketOf } from './buckets';
import { entryOf } from './chunk';
import { chunkOf } from './chunk-rows';
import { pickText, type ReaderLanguage } from './language';
import type { ChunkKey, PackRow } from './schema';
import type { Store } from './store';

const MEMORY = 'actor names';
/** Names that are remembered: each takes a read of its bucket, and the next key asks for the same ones. */
const REMEMBERED = 1024;

interface Asked {
  readonly pack: string;
  readonly id: string;
}

/** @returns the name of each in the reader's language; null where nobody has the id */
export async function actorNames(
  { db, memory }: Store,
  rows: readonly PackRow[],
  asked: readonly Asked[],
  language: ReaderLanguage,
): Promise<(string | null)[]> {
  const known = memory.get(MEMORY)?.value as Map<string, Actor | null> | undefined;
  const actors = known && known.size < REMEMBERED ? known : new Map<string, Actor | null>();
  memory.set(MEMORY, { rows: [], value: actors });
  const all = asked.map(({ pack, id }) => {
    const row = rows.find((one) => one.id === pack);
    return { id, row, name: `${pack} ${row?.generation} ${row?.revision} ${id}` };
  });
  const missing = all.flatMap((one) =>
    one.row && !actors.has(one.name) ? [{ ...one, row: one.row }] : [],
  );
  const chunks = await db.chunks.bulkGet(
    missing.map(({ row, id }): ChunkKey => [row.id, row.generation, bucketOf(id, row.buckets)]),
  );
  missing.forEach(({ id, name }, i) => {
    const entry = entryOf(chunkOf(chunks[i]), keyOf({ kind: 'actor', id }));
    actors.set(name, entry?.kind === 'actor' ? entry : null);
  });
  return all.map(({ row, name }) => {
    const actor = actors.get(name);
    return actor && row ? pickText(actor.name, language.locale, row.language).text : null;
  });
}
