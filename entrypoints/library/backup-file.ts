/** Saves and restores a backup, in the page itself: it may be larger than what a message may carry. */
import { browser } from 'wxt/browser';
import { makeBackup, restoreHere } from '../../data/backup/beside';
import { NOT_KEPT } from '../../data/backup/format';
import type { AskBackground } from '../../data/messages';

const SAVED = 'backupSaved';

/** When a backup was saved here last, in milliseconds since 1970 UTC, and its bytes. */
export interface Saved {
  readonly at: number;
  readonly bytes: number;
}

export async function lastSaved(): Promise<Saved | null> {
  const kept = (await browser.storage.local.get(SAVED))[SAVED] as Partial<Saved> | undefined;
  const { at, bytes } = kept ?? {};
  return typeof at === 'number' && typeof bytes === 'number' ? { at, bytes } : null;
}

export const backupNow = async (): Promise<Blob> =>
  makeBackup(await browser.storage.local.get(null));

export async function rememberSaved({ size }: Blob): Promise<Saved> {
  const saved: Saved = { at: Date.now(), bytes: size };
  await browser.storage.local.set({ [SAVED]: saved });
  return saved;
}

/**
 * Puts a backup in the place of what is here, and has the background follow.
 * @throws {BackupRefused}
 * @throws what the store throws; nothing has changed then
 */
export async function putBack(file: Blob, ask: AskBackground): Promise<void> {
  const settings = await restoreHere(file);
  const here = Object.keys(await browser.storage.local.get(null));
  const gone = here.filter((key) => !NOT_KEPT.has(key) && !Object.hasOwn(settings, key));
  const coming = Object.entries(settings).filter(([key]) => !NOT_KEPT.has(key));
  await browser.storage.local.remove(gone);
  await browser.storage.local.set(Object.fromEntries(coming));
  await ask('backup.restored', null);
}
