/** The store as the background uses it: opened once a worker, the packs that ship stored first. */
import { browser } from 'wxt/browser';
import { connectStore } from '../../data/store/connect';
import { ensureBundled, type VersionedPack } from '../../data/store/install';
import { type Store, tidyStore } from '../../data/store/store';
import { ownFile } from './own-file';
import { restoreSubscriptions } from './sync/restore';

/** One line of packs/index.json, which the build writes. */
interface ShippedPack {
  readonly id: string;
  readonly version: string;
  readonly file: string;
}

/**
 * Set when the store was tidied and the packs that ship were in it. The browser forgets it when it
 * starts and when the extension is updated; a worker that wakes in between need not look again.
 */
const READY = 'storeReady';

async function isReady(): Promise<boolean> {
  try {
    return (await browser.storage.session.get(READY))[READY] === true;
  } catch (error) {
    console.warn('Whether the store is ready cannot be read.', error);
    return false;
  }
}

async function makeReady(store: Store): Promise<void> {
  await tidyStore(store);
  let complete = true;
  for (const shipped of await ownFile<ShippedPack[]>('packs/index.json')) {
    try {
      await ensureBundled(store.db, shipped, () => ownFile<VersionedPack>(shipped.file));
    } catch (error) {
      if (!(await store.db.packs.get(shipped.id))) throw error;
      complete = false;
      console.warn(`The version of ${shipped.id} stored before stays in use.`, error);
    }
  }
  if (complete) await browser.storage.session.set({ [READY]: true });
}

async function open(): Promise<Store> {
  const [{ store, isNew }, ready] = await Promise.all([connectStore(), isReady()]);
  // The browser closed it (its data was cleared, say): the next request opens it anew.
  store.db.on('close', () => {
    opened = null;
  });
  if (isNew) await restoreSubscriptions(store);
  if (isNew || !ready) await makeReady(store);
  return store;
}

let opened: Promise<Store> | null = null;

/**
 * @returns the open store; whoever asks first waits until the shipped packs are in it
 * @throws what opening throws; the next call tries again
 */
export function library(): Promise<Store> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
