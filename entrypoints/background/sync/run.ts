/** Brings packs up to date, one at a time, and keeps how it went. */
import type { Say } from '../../../data/locale';
import { storeProblem } from '../../../data/store/problem';
import { duePacks, type SyncRow } from '../../../data/store/sync-log';
import { type Subscription, Unreachable } from '../../../data/sync/client/port';
import { pauseAfter } from '../../../data/sync/client/schedule';
import { type Synced, sync } from '../../../data/sync/client/sync';
import { Refused } from '../../../data/sync/refused';
import { inTurn } from '../in-turn';
import { library } from '../library';
import { isAuthor, portTo } from './port';
import { keepSubscriptions } from './restore';

/** Two at once would fetch twice and stage into each other; and a page's marks come before packs. */
const oneAtATime = inTurn();

const busy = new Set<string>();

export const isBusy = (pack: string) => busy.has(pack);

/** A worker that is stopped meanwhile is woken by the alarm, and goes on with what is staged. */
const STOPPED_MS = 60_000;

/**
 * @param subscription one that is not stored yet; else the stored one is taken
 * @returns how it went
 */
export function update(pack: string, subscription?: Subscription): Promise<SyncRow> {
  return oneAtATime(async () => {
    busy.add(pack);
    try {
      return await tryOnce(pack, subscription);
    } finally {
      busy.delete(pack);
    }
  });
}

async function tryOnce(pack: string, fresh?: Subscription): Promise<SyncRow> {
  const store = await library();
  const { syncs, subscriptions } = store.db;
  const before = await syncs.get(pack);
  const now = Date.now();
  const subscription = fresh ?? (await subscriptions.get(pack));
  if (!subscription) throw new Error(`nobody subscribed to ${pack}`);
  const base: SyncRow = {
    pack,
    at: now,
    next: now + STOPPED_MS,
    failures: before?.failures ?? 0,
    trouble: before?.trouble ?? null,
    updated: before?.updated ?? null,
    ended: before?.ended ?? null,
  };
  if (!fresh) await syncs.put(base);
  const { signal } = new AbortController();
  const author = await isAuthor();
  try {
    const synced = await sync(subscription, portTo(store, signal), { author, signal });
    if (synced.by) await keepSubscriptions(store);
    return await keep({ ...base, ...wentWell(synced, base, now) });
  } catch (error) {
    console.warn(`Pack ${pack} stays as it was.`, error);
    const failed = wentBadly(error, base, now);
    // A subscription that has brought nothing leaves nothing.
    return fresh ? { ...base, ...failed } : await keep({ ...base, ...failed });
  }

  async function keep(row: SyncRow): Promise<SyncRow> {
    await syncs.put(row);
    return row;
  }
}

function wentWell({ by, head }: Synced, { updated }: SyncRow, now: number): Partial<SyncRow> {
  return {
    failures: 0,
    trouble: null,
    ended: head.ended ?? null,
    updated: by ? { at: now, by } : updated,
    next: now + pauseAfter({ failures: 0, retryAfter: null }, Math.random()),
  };
}

function wentBadly(error: unknown, { failures }: SyncRow, now: number): Partial<SyncRow> {
  const retryAfter = error instanceof Unreachable ? error.retryAfter : null;
  return {
    failures: failures + 1,
    trouble: troubleOf(error),
    next: now + pauseAfter({ failures: failures + 1, retryAfter }, Math.random()),
  };
}

/** @returns what went wrong, as the last part of a message's key */
export function troubleOf(error: unknown): string {
  if (error instanceof Refused) return error.reason;
  if (error instanceof Unreachable) return error.trouble;
  return `store.${storeProblem(error)}`;
}

/** @returns a trouble in words */
export function sayTrouble(trouble: string, say: Say): string {
  return say(`sync.${trouble}` as Parameters<Say>[0]);
}

/** Updates what is due; where the device is offline, or saves data, it waits for the next alarm. */
export async function updateDue(): Promise<void> {
  if (!navigator.onLine || savesData()) return;
  const { db } = await library();
  for (const pack of await duePacks(db, Date.now())) await update(pack);
}

/** Chromium tells; Firefox does not (https://developer.mozilla.org/docs/Web/API/NetworkInformation/saveData). */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
