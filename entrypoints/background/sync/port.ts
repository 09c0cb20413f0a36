/** A sync's way to the network and to the store. */
import { browser } from 'wxt/browser';
import type { RequestCause } from '../../../data/store/request-log';
import type { Store } from '../../../data/store/store';
import { syncStore } from '../../../data/store/sync-store';
import type { SyncPort } from '../../../data/sync/client/port';
import { wire } from './wire';

export function portTo(store: Store, cause: RequestCause, signal: AbortSignal): SyncPort {
  const get = wire(store, cause, { signal, redirect: 'error' });
  return { ...syncStore(store), get: async (url, limit) => (await get(url, limit)).bytes };
}

const AUTHOR = 'authorMode';

/** @returns whether the reader is an author who previews packs from the own machine */
export async function isAuthor(): Promise<boolean> {
  return (await browser.storage.local.get(AUTHOR))[AUTHOR] === true;
}

export async function setAuthor(on: boolean): Promise<void> {
  await browser.storage.local.set({ [AUTHOR]: on });
}
