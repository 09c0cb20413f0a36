/** A page of the extension under measure, there in the bench's build only: it puts a pack into the store. */
import { connectStore } from '../../../../data/store/connect';
import { installPack, type VersionedPack } from '../../../../data/store/install';
import { MENTIONS } from '../../../../data/store/mention-parts';

/** What stands in the store after the pack was put there. */
export interface Installed {
  readonly installMs: number;
  /** Of the mention index. */
  readonly indexBytes: number;
}

/** @param file the pack as JSON, below the extension's root */
async function install(file: string): Promise<Installed> {
  // The worker's first opening sweeps what is being staged: let it be over.
  await chrome.runtime.sendMessage({ type: 'packs.list', ask: null });
  const pack = (await (await fetch(`/${file}`)).json()) as VersionedPack;
  const { store } = await connectStore();
  const start = performance.now();
  await installPack(store.db, pack, false);
  const installMs = performance.now() - start;
  const row = await store.db.packs.get(pack.pack.pack);
  const sidecar = row && (await store.db.sidecars.get([row.id, row.generation, MENTIONS]));
  store.db.close();
  if (!(sidecar?.body instanceof Blob)) throw new Error('the mention index was not stored');
  return { installMs, indexBytes: sidecar.body.size };
}

Object.assign(window, { install });
