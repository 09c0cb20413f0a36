/** The store as the background uses it: opened once a worker, the packs that ship stored first. */
import { ensureBundled, type VersionedPack } from '../../data/store/install';
import { openStore, type Store } from '../../data/store/store';
import { ownFile } from './own-file';

/** One line of packs/index.json, which the build writes. */
interface ShippedPack {
  readonly id: string;
  readonly version: string;
  readonly file: string;
}

async function open(): Promise<Store> {
  const store = await openStore();
  // The browser closed it (its data was cleared, say): the next request opens it anew.
  store.db.on('close', () => {
    opened = null;
  });
  for (const shipped of await ownFile<ShippedPack[]>('packs/index.json')) {
    try {
      await ensureBundled(store.db, shipped, () => ownFile<VersionedPack>(shipped.file));
    } catch (error) {
      if (!(await store.db.packs.get(shipped.id))) throw error;
      console.warn(`The version of ${shipped.id} stored before stays in use.`, error);
    }
  }
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
