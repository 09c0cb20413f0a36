/** The open store: the database, and what of it is kept in memory while the worker lives. */
import type { DexieOptions } from 'dexie';
import { chunksIn } from './chunk-rows';
import { connectStore } from './connect';
import { HEAD, type PackHead } from './derive';
import { DIGESTS, sweep } from './generations';
import { stageAndFlip } from './restage';
import { type Database, FORMAT, type PackRow } from './schema';

export interface Store {
  readonly db: Database;
  /** What was read and opened, by name, each with the packs' rows that it belongs to. */
  readonly memory: Map<string, { readonly rows: readonly PackRow[]; readonly value: unknown }>;
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
 * Clears what an interrupted update left, and derives anew the sidecars of packs that an older
 * version of the extension stored. Nothing may be staged meanwhile.
 */
export async function tidyStore(store: Store): Promise<void> {
  await sweep(store.db);
  for (const row of await store.db.packs.toArray()) {
    if (row.format !== FORMAT) await deriveAnew(store, row);
  }
}

/**
 * Opens the store and tidies it.
 * @throws Dexie's errors; see `storeProblem`
 */
export async function openStore(options?: DexieOptions & { name?: string }): Promise<Store> {
  const { store } = await connectStore(options);
  await tidyStore(store);
  return store;
}

/**
 * Puts a stored pack anew from its chunks, with all that is derived from them; nothing happens if it changed since.
 * What a sync has staged of it meanwhile stays.
 */
export async function deriveAnew({ db, memory }: Store, row: PackRow): Promise<void> {
  const { id, generation, buckets } = row;
  const [head, digests] = await db.sidecars.bulkGet([
    [id, generation, HEAD],
    [id, generation, DIGESTS],
  ]);
  if (!head || (await db.packs.get(id))?.generation !== generation) return;
  const body = head.body as PackHead;
  await stageAndFlip(
    db,
    {
      head: body,
      buckets,
      read: chunksIn(db, [id, generation]),
      more: digests ? [{ name: DIGESTS, body: digests.body }] : [],
    },
    () => ({ ...completed(row, body), format: FORMAT }),
    { version: null, of: row },
    'published',
  );
  for (const [name, { rows }] of memory) {
    if (rows.some((one) => one.id === id)) memory.delete(name);
  }
}

/** A row of before is without what was added since. */
function completed(row: Partial<PackRow>, { publisher }: PackHead): PackRow {
  const added = {
    contact: publisher.contact ?? null,
    revision: 0,
    signed: false,
    updated: null,
    expires: null,
  } satisfies Partial<PackRow>;
  return { ...added, ...row } as PackRow;
}

/** Whether two rows of a pack stand for the same content. */
export const isSameState = (a: PackRow | undefined, b: PackRow | undefined): boolean =>
  a?.id === b?.id && a?.generation === b?.generation && a?.revision === b?.revision;

/**
 * Opened sidecars, from memory or else the database, with one read for all.
 * @param open makes of a stored body what is kept in memory
 * @returns one a name, in their order
 * @throws {DamagedSidecar} when one is missing or `open` throws
 */
export async function sidecars<T>(
  { db, memory }: Store,
  row: PackRow,
  names: readonly string[],
  open: (body: unknown) => T,
): Promise<T[]> {
  const keyOf = (name: string) => `${row.id}/${name}`;
  const missing = names.filter((name) => !isSameState(memory.get(keyOf(name))?.rows[0], row));
  if (missing.length > 0) {
    const stored = await db.sidecars.bulkGet(
      missing.map((name) => [row.id, row.generation, name] as const),
    );
    missing.forEach((name, i) => {
      const found = stored[i];
      if (!found) throw new DamagedSidecar(row, name);
      memory.set(keyOf(name), { rows: [row], value: opened(row, name, () => open(found.body)) });
    });
  }
  return names.map((name) => memory.get(keyOf(name))?.value as T);
}

/**
 * @param open makes something of a sidecar's body
 * @throws {DamagedSidecar} when that throws
 */
export function opened<T>(row: PackRow, name: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new DamagedSidecar(row, name, error);
  }
}

/** One sidecar, as {@link sidecars}. */
export async function sidecar<T>(
  store: Store,
  row: PackRow,
  name: string,
  open: (body: unknown) => T,
): Promise<T> {
  const [value] = await sidecars(store, row, [name], open);
  return value as T;
}

/**
 * Does some work, and again where a sidecar is found damaged: the pack's are then derived anew, once.
 * @throws what the work throws
 */
export async function repairing<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const repaired = new Set<string>();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DamagedSidecar) || repaired.has(error.row.id)) throw error;
      repaired.add(error.row.id);
      await deriveAnew(store, error.row);
    }
  }
}

/** Reads in one transaction, so that what is read belongs to one generation of each pack. */
export function inOneRead<T>({ db }: Store, read: () => Promise<T>): Promise<T> {
  return db.transaction('r', db.packs, db.chunks, db.sidecars, db.seen, read);
}

/** Reads in one transaction; where a sidecar is found damaged, repairs it and begins again. */
export function reading<T>(store: Store, read: () => Promise<T>): Promise<T> {
  return repairing(store, () => inOneRead(store, read));
}
