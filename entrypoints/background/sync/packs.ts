/** Subscribing and what is told of it: one function a request. */
import type { OfferView, SyncView } from '../../../data/messages';
import { removePack } from '../../../data/store/remove';
import type { SyncRow } from '../../../data/store/sync-log';
import { fetchFile } from '../../../data/sync/client/fetch';
import type { Subscription } from '../../../data/sync/client/port';
import { type Offer, readOffer, subscriptionTo } from '../../../data/sync/client/subscribe';
import { grouped } from '../../../data/sync/keys';
import { rootFingerprint } from '../../../data/sync/root';
import { library } from '../library';
import { readerLanguage } from '../locale';
import { isAuthor } from './port';
import { keepSubscriptions } from './restore';
import { isBusy, sayTrouble, troubleOf, update } from './run';

/** Thrown with words for the reader. */
export class Said extends Error {}

async function offerAt(address: string): Promise<Offer> {
  const { say } = await readerLanguage();
  const { signal } = new AbortController();
  const get = (url: string, limit: number) => fetchFile(url, limit, { signal, redirect: 'follow' });
  try {
    const offer = await readOffer(address, { get, author: await isAuthor() });
    if (typeof offer !== 'string') return offer;
    throw new Said(say(`subscribe.${offer}`));
  } catch (error) {
    if (error instanceof Said) throw error;
    throw new Said(sayTrouble(troubleOf(error), say), { cause: error });
  }
}

export async function offer(address: string): Promise<OfferView> {
  const found = await offerAt(address);
  return {
    pack: found.pack,
    name: found.name,
    publisher: found.publisher,
    folder: found.folder,
    fingerprint: grouped(found.fingerprint),
    pinned: found.pinned,
    known: (await standing(found)).known,
  };
}

/** How an offer stands to what is stored: the subscription to that very pack, or another pack of its name. */
async function standing({
  pack,
  fingerprint,
}: Offer): Promise<{ known: OfferView['known']; subscription: Subscription | undefined }> {
  const { db } = await library();
  const [subscription, row] = await Promise.all([db.subscriptions.get(pack), db.packs.get(pack)]);
  const same = subscription && (await rootFingerprint(subscription.root)) === fingerprint;
  return { known: same ? 'same' : subscription || row ? 'other' : 'new', subscription };
}

/**
 * @param fingerprint the key that the reader agreed to; where another answers meanwhile, nothing is stored
 * @throws {Said}
 */
export async function subscribe(address: string, fingerprint: string): Promise<SyncView> {
  const { say } = await readerLanguage();
  const found = await offerAt(address);
  if (found.fingerprint !== fingerprint.replaceAll(' ', '')) throw new Said(say('sync.signature'));
  const { known, subscription: stored } = await standing(found);
  if (known === 'other') throw new Said(say('subscribe.taken'));
  // The same pack at two addresses is one pack: the newer address holds.
  const subscription = stored ? { ...stored, folder: found.folder } : subscriptionTo(found);
  const row = await update(found.pack, subscription);
  if (row.trouble !== null) throw new Said(sayTrouble(row.trouble, say));
  if (stored) {
    // Where nothing was new, the sync had nothing to store.
    const store = await library();
    await store.db.subscriptions.update(found.pack, { folder: found.folder });
    await keepSubscriptions(store);
  }
  return view(subscription, row);
}

export async function updateNow(pack: string): Promise<SyncView> {
  const row = await update(pack);
  const { db } = await library();
  const subscription = await db.subscriptions.get(pack);
  if (!subscription) throw new Error(`nobody subscribed to ${pack}`);
  return view(subscription, row);
}

export async function listSyncs(): Promise<SyncView[]> {
  const { db } = await library();
  const subscriptions = await db.subscriptions.toArray();
  const rows = await db.syncs.bulkGet(subscriptions.map(({ pack }) => pack));
  return Promise.all(subscriptions.map((one, i) => view(one, rows[i])));
}

async function view(
  { pack, folder, root, applied }: Subscription,
  row: SyncRow | undefined,
): Promise<SyncView> {
  const { say } = await readerLanguage();
  return {
    pack,
    folder,
    fingerprint: grouped(await rootFingerprint(applied?.root ?? root)),
    at: row?.at ?? null,
    updated: row?.updated?.at ?? null,
    trouble: row?.trouble ? sayTrouble(row.trouble, say) : null,
    ended: row?.ended ?? null,
    busy: isBusy(pack),
  };
}

/** Takes a pack away that was subscribed to. */
export async function remove(pack: string): Promise<void> {
  const store = await library();
  await removePack(store, pack);
  await keepSubscriptions(store);
}
