/**
 * A copy of the subscriptions outside the database, since browsers wipe IndexedDB: where it is gone, the packs are
 * subscribed to again by themselves, and fetched at the next alarm.
 */
import { browser } from 'wxt/browser';
import type { Store } from '../../../data/store/store';
import type { Subscription } from '../../../data/sync/client/port';

export const COPY = 'subscriptions';

/** To be called after the subscriptions changed; the account hears of it by this, too (see account.ts). */
export async function keepCopy({ db }: Store): Promise<void> {
  await browser.storage.local.set({ [COPY]: await db.subscriptions.toArray() });
}

/**
 * Brings back what the copy has and a new database has not. The entries are gone; the root that was trusted last is
 * trusted on, and no number below the last one is taken. Where the copy is gone as well, the account may have them.
 * @returns how many subscriptions came back
 */
export async function restoreSubscriptions({ db }: Store): Promise<number> {
  const kept = (await browser.storage.local.get(COPY))[COPY];
  if (!Array.isArray(kept)) return 0;
  const lost = (kept as Subscription[]).filter(isSubscription);
  const there = new Set(await db.subscriptions.toCollection().primaryKeys());
  const missing = lost.filter(({ pack }) => !there.has(pack));
  await db.subscriptions.bulkPut(
    missing.map((one) => ({ ...one, applied: one.applied && { ...one.applied, digest: LOST } })),
  );
  return missing.length;
}

/** The digest of no state: whatever is published is other content. */
const LOST = '';

const isSubscription = (value: unknown): value is Subscription =>
  typeof value === 'object' &&
  value !== null &&
  'pack' in value &&
  'folder' in value &&
  'root' in value;
