/** Subscribing and what is told of it: one function a request. */
import type { OfferedAt, SyncSettings, SyncView } from '../../../data/pack-messages';
import { removePack } from '../../../data/store/remove';
import type { SyncRow } from '../../../data/store/sync-log';
import type { Subscription } from '../../../data/sync/client/port';
import { pauseAfter } from '../../../data/sync/client/schedule';
import { fromFile, NOWHERE, subscriptionTo } from '../../../data/sync/client/subscribe';
import { grouped } from '../../../data/sync/keys';
import { rootFingerprint } from '../../../data/sync/root';
import { library } from '../library';
import { readerLanguage } from '../locale';
import { noteRemoved } from './account';
import { findOffer, standing } from './offers';
import { keepCopy } from './restore';
import { isPublished, progressOf, update } from './run';
import { Said } from './said';
import { writeSyncSettings } from './settings';
import { sayTrouble } from './trouble';

/**
 * @param fingerprint the key that the reader agreed to; where another answers meanwhile, nothing is stored
 * @throws {Said}
 */
export async function subscribe(at: OfferedAt, fingerprint: string): Promise<SyncView> {
  const { say } = await readerLanguage();
  const { offer, file } = await findOffer(at);
  if (offer.fingerprint !== fingerprint.replaceAll(' ', '')) throw new Said(say('sync.signature'));
  const { known, subscription: stored } = await standing(offer);
  if (known === 'other') throw new Said(say('subscribe.taken'));
  // The same pack at two addresses is one pack: the newer address holds, if there is one.
  const folder = offer.folder === NOWHERE ? (stored?.folder ?? NOWHERE) : offer.folder;
  const subscription = { ...(stored ?? subscriptionTo(offer)), folder };
  const row = await update(offer.pack, {
    cause: 'subscribe',
    subscription,
    ...(file && { get: fromFile(file, folder) }),
  });
  if (row.trouble !== null) throw new Said(sayTrouble(row.trouble, say));
  if (stored) {
    // Where nothing was new, the sync had nothing to store.
    const store = await library();
    await store.db.subscriptions.update(offer.pack, { folder });
    await keepCopy(store);
  }
  return viewSync(subscription, row);
}

/** @throws {Said} where it is published nowhere */
export async function updateNow(pack: string): Promise<SyncView> {
  const { db } = await library();
  const before = await db.subscriptions.get(pack);
  if (!before) throw new Error(`nobody subscribed to ${pack}`);
  if (!isPublished(before)) throw new Said((await readerLanguage()).say('library.sync.nowhere'));
  const row = await update(pack, { cause: 'check' });
  return viewSync((await db.subscriptions.get(pack)) ?? before, row);
}

export async function listSyncs(): Promise<SyncView[]> {
  const { db } = await library();
  const subscriptions = await db.subscriptions.toArray();
  const rows = await db.syncs.bulkGet(subscriptions.map(({ pack }) => pack));
  return Promise.all(subscriptions.map((one, i) => viewSync(one, rows[i])));
}

async function viewSync(
  { pack, folder, root, applied }: Subscription,
  row: SyncRow | undefined,
): Promise<SyncView> {
  const { say } = await readerLanguage();
  const progress = progressOf(pack);
  return {
    pack,
    folder: folder === NOWHERE ? null : folder,
    fingerprint: grouped(await rootFingerprint(applied?.root ?? root)),
    version: applied?.seq ?? null,
    at: row?.at ?? null,
    updated: row?.updated?.at ?? null,
    trouble: row?.trouble ? sayTrouble(row.trouble, say) : null,
    ended: row?.ended ?? null,
    busy: progress !== null,
    progress,
  };
}

/** Takes a pack away that was subscribed to. */
export async function remove(pack: string): Promise<void> {
  const store = await library();
  await noteRemoved(pack);
  await removePack(store, pack);
  await keepCopy(store);
}

/** Another pace holds at once, for what went well: who failed waits as the failure has it. */
export async function setSyncSettings(settings: SyncSettings): Promise<void> {
  await writeSyncSettings(settings);
  const { everyHours } = settings;
  if (everyHours === null) return;
  const { syncs } = (await library()).db;
  await syncs
    .filter(({ failures }) => failures === 0)
    .modify((row: { at: number; next: number }) => {
      const pause = pauseAfter({ failures: 0, retryAfter: null }, Math.random(), everyHours);
      row.next = row.at + pause;
    });
}
