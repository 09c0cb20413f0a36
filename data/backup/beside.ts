/**
 * What pages of the extension do with the database by themselves: a backup is larger than a message between them and the
 * background may be, and a worker is not kept awake for as long as a large one takes. The background works on meanwhile: a
 * flip checks what it flips from.
 */
import { connectStore } from '../store/connect';
import { type StoreProblem, storeProblem } from '../store/problem';
import type { Store } from '../store/store';
import { packBytes } from '../store/usage';
import { type BackupFault, BackupRefused } from './format';
import { restoreBackup } from './restore';
import { writeBackup } from './write';

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { store } = await connectStore();
  try {
    return await work(store);
  } finally {
    store.db.close();
  }
}

/**
 * @param settings all of the browser's storage for the extension
 * @returns the file; the browser keeps on its disk what is too large for memory
 */
export const makeBackup = (settings: Readonly<Record<string, unknown>>): Promise<Blob> =>
  withStore((store) => new Response(writeBackup(store, settings)).blob());

/** As `restoreBackup`, in this browser's own database. */
export const restoreHere = (file: Blob): Promise<Readonly<Record<string, unknown>>> =>
  withStore((store) => restoreBackup(store, file));

/** @returns the bytes that each pack takes, by id */
export const measurePacks = (): Promise<Readonly<Record<string, number>>> =>
  withStore(async ({ db }) => {
    const packs: Record<string, number> = {};
    for (const row of await db.packs.toArray()) packs[row.id] = await packBytes(db, row);
    return packs;
  });

/** @returns the message that says what went wrong */
export function troubleWith(
  error: unknown,
): `backup.refused.${BackupFault}` | `error.${StoreProblem}` {
  return error instanceof BackupRefused
    ? `backup.refused.${error.fault}`
    : `error.${storeProblem(error)}`;
}
