/** A sync's way to the network and to the store. */
import { browser } from 'wxt/browser';
import type { Store } from '../../../data/store/store';
import { syncStore } from '../../../data/store/sync-store';
import { fetchFile } from '../../../data/sync/client/fetch';
import type { SyncPort } from '../../../data/sync/client/port';

export function portTo(store: Store, signal: AbortSignal): SyncPort {
  return {
    ...syncStore(store),
    get: async (url, limit) => (await fetchFile(url, limit, { signal, redirect: 'error' })).bytes,
  };
}

const AUTHOR = 'authorMode';

/** @returns whether the reader is an author who previews packs from the own machine */
export async function isAuthor(): Promise<boolean> {
  return (await browser.storage.local.get(AUTHOR))[AUTHOR] === true;
}

export async function setAuthor(on: boolean): Promise<void> {
  await browser.storage.local.set({ [AUTHOR]: on });
}
