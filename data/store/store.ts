/** The open store: the database, and what of it is kept in memory while the worker lives. */
import type { DexieOptions } from 'dexie';
import { deriveSidecars, type PackHead } from './derive';
import { sweep } from './generations';
import { type Database, declareDatabase, FORMAT, type PackRow } from './schema';

export interface Store {
  readonly db: Database;
  /** Opened sidecars by pack and name, each with the pack's row that it belongs to. */
  readonly memory: Map<string, { readonly row: PackRow; readonly value: unknown }>;
}

/** A sidecar that is missing or cannot be read. */
export class DamagedSidecar extends Error {
  override name = 'DamagedSidecar';
  constructor(
    readonly row: PackRow,
    sidecar: string,
    cause?: unknown,
  ) {
    super(`sidecar ${sidecar} of pack ${row.id} is damaged`, { cause });
  }
}

/**
 * Opens the store, clears what an interrupted update left, and derives anew the sidecars of packs
 * that an older version of the extension stored.
 * @throws Dexie's errors; see `storeProblem`
 */
export async function openStore(options?: DexieOptions & { name?: string }): Promise<Store> {
  const db = declareDatabase(options);
  await db.open();
  const store = { db, memory: new Map() };
  await sweep(db);
  for (const row of await db.packs.toArray()) {
    if (row.format !== FORMAT) await deriveAnew(store, row);
  }
  return store;
}

/** Derives all sidecars of a stored pack from its chunks again; nothing happens if it changed since. */
export async function deriveAnew(store: Store, row: PackRow): Promise<void> {
  const { db } = store;
  const [head, chunks] = await Promise.all([
    db.sidecars.get([row.id, row.generation, 'head']),
    db.chunks
      .where(':id')
      .between([row.id, row.generation, 0], [row.id, row.generation, row.buckets])
      .toArray(),
  ]);
  if (!head) return;
  const sidecars = deriveSidecars(
    head.body as PackHead,
    chunks.map(({ entries }) => entries),
  );
  await db.transaction('rw', db.packs, db.sidecars, async () => {
    if ((await db.packs.get(row.id))?.generation !== row.generation) return;
    await db.sidecars.bulkPut(
      sidecars.map((sidecar) => ({ pack: row.id, generation: row.generation, ...sidecar })),
    );
    await db.packs.put({ ...row, format: FORMAT });
  });
  for (const { name } of sidecars) store.memory.delete(`${row.id}/${name}`);
}

/**
 * An opened sidecar, from memory or the database.
 * @param open makes of the stored body what is kept in memory
 * @throws {DamagedSidecar} when it is missing or `open` throws
 */
export async function sidecar<T>(
  { db, memory }: Store,
  row: PackRow,
  name: string,
  open: (body: unknown) => T,
): Promise<T> {
  const key = `${row.id}/${name}`;
  const known = memory.get(key);
  const current = known?.row.generation === row.generation && known.row.version === row.version;
  if (current) return known.value as T;
  const stored = await db.sidecars.get([row.id, row.generation, name]);
  if (!stored) throw new DamagedSidecar(row, name);
  let value: T;
  try {
    value = open(stored.body);
  } catch (error) {
    throw new DamagedSidecar(row, name, error);
  }
  memory.set(key, { row, value });
  return value;
}

/**
 * Reads in one transaction, so that what is read belongs to one generation of each pack. Where a
 * sidecar is found damaged, the pack's are derived anew, once, and the reading begins again.
 */
export async function reading<T>(store: Store, read: () => Promise<T>): Promise<T> {
  const { db } = store;
  const repaired = new Set<string>();
  for (;;) {
    try {
      return await db.transaction('r', db.packs, db.chunks, db.sidecars, read);
    } catch (error) {
      if (!(error instanceof DamagedSidecar) || repaired.has(error.row.id)) throw error;
      repaired.add(error.row.id);
      await deriveAnew(store, error.row);
    }
  }
}
