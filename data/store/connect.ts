/** The connection to the database, apart from all that is done with it: a waking worker begins it first. */
import type { DexieOptions } from 'dexie';
import { declareDatabase } from './schema';
import type { Store } from './store';

export interface Connected {
  readonly store: Store;
  /** There was no database before. */
  readonly isNew: boolean;
}

/**
 * Opens the database and nothing more; see `openStore` and `tidyStore`.
 * @throws Dexie's errors; see `storeProblem`
 */
export async function connectStore(options?: DexieOptions & { name?: string }): Promise<Connected> {
  const db = declareDatabase(options);
  let isNew = false;
  db.on('populate', () => {
    isNew = true;
  });
  await db.open();
  return { store: { db, memory: new Map() }, isNew };
}
