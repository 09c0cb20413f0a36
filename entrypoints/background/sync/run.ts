/** Brings packs up to date, one at a time, and keeps how it went. */
import type { SyncProgress } from '../../../data/pack-messages';
import type { RequestCause } from '../../../data/store/request-log';
import { duePacks, type SyncRow } from '../../../data/store/sync-log';
import { type Subscription, type SyncPort, Unreachable } from '../../../data/sync/client/port';
import { BREATH_MS, pauseAfter } from '../../../data/sync/client/schedule';
import { NOWHERE } from '../../../data/sync/client/subscribe';
import { type Synced, sync } from '../../../data/sync/client/sync';
import { inTurn } from '../in-turn';
import { library } from '../library';
import { staysAwake } from './awake';
import { isAuthor, portTo } from './port';
import { WAITING, watched } from './progress';
import { keepCopy } from './restore';
import { readSyncSettings } from './settings';
import { troubleOf } from './trouble';

/** Two at once would fetch twice and stage into each other; and a page's marks come before packs. */
const oneAtATime = inTurn();

interface Running {
  progress: SyncProgress;
  readonly stop: AbortController;
}

const running = new Map<string, Running>();

/** @returns how far a pack is that is being brought up to date; null for one that is not */
export const progressOf = (pack: string): SyncProgress | null =>
  running.get(pack)?.progress ?? null;

/** Stops bringing a pack up to date. What is staged stays for the next try. */
export function stopUpdate(pack: string): void {
  running.get(pack)?.stop.abort();
}

/** A worker that is stopped meanwhile is woken by the alarm, and goes on with what is staged. */
const STOPPED_MS = 60_000;

export interface Update {
  readonly cause: RequestCause;
  /** One that is not stored yet; else the stored one is taken. */
  readonly subscription?: Subscription;
  /** Takes files from here instead of from the network. */
  readonly get?: SyncPort['get'];
}

/** @returns how it went */
export async function update(pack: string, how: Update): Promise<SyncRow> {
  const before = running.get(pack);
  // One that is being stopped does not stop the one that is asked for after it.
  const mine: Running =
    before && !before.stop.signal.aborted
      ? before
      : { progress: WAITING, stop: new AbortController() };
  running.set(pack, mine);
  try {
    return await staysAwake(() => oneAtATime(() => tryOnce(pack, how, mine)));
  } finally {
    if (running.get(pack) === mine) running.delete(pack);
  }
}

async function tryOnce(pack: string, how: Update, mine: Running): Promise<SyncRow> {
  // An update before this one may have ended meanwhile, and taken its line away.
  running.set(pack, mine);
  const { subscription: fresh, cause } = how;
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
  const { signal } = mine.stop;
  const { everyHours } = await readSyncSettings();
  const pause = (failures: number, retryAfter: number | null) =>
    now + pauseAfter({ failures, retryAfter }, Math.random(), everyHours ?? undefined);
  try {
    const port = { ...portTo(store, cause, signal), ...(how.get && { get: how.get }) };
    const synced = await sync(
      subscription,
      watched(port, (progress) => {
        mine.progress = progress;
      }),
      { author: await isAuthor(), signal },
    );
    if (synced.by) await keepCopy(store);
    return await keep({ ...base, ...wentWell(synced, base, now), next: pause(0, null) });
  } catch (error) {
    console.warn(`Pack ${pack} stays as it was.`, error);
    const trouble = signal.aborted ? STOPPED : troubleOf(error);
    const failures = base.failures + (signal.aborted ? 0 : 1);
    const retryAfter = error instanceof Unreachable ? error.retryAfter : null;
    const failed = { ...base, failures, trouble, next: pause(failures, retryAfter) };
    // A subscription that has brought nothing leaves nothing.
    return fresh ? failed : await keep(failed);
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
  };
}

/** The trouble of an update that the reader stopped. */
const STOPPED = 'stopped';

/** Troubles of a whole host: its other packs would meet the same. */
const OF_HOST: readonly (string | null)[] = ['offline', 'timeout', 'busy', 'status'];

/** Whether nothing should be fetched by itself: the device is offline, or saves data. */
export async function isQuiet(): Promise<boolean> {
  return !navigator.onLine || (savesData() && (await readSyncSettings()).saveData);
}

/** Updates what is due; nothing where the reader wants to press "Check". */
export async function updateDue(): Promise<void> {
  const { everyHours } = await readSyncSettings();
  if (everyHours === null) return;
  const { db } = await library();
  const asked = new Map<string, SyncRow>();
  for (const { pack, folder } of await duePacks(db, Date.now())) {
    const { host } = new URL(folder);
    const before = asked.get(host);
    // What is left over is due at the next alarm, before what failed now.
    if (before && OF_HOST.includes(before.trouble)) continue;
    if (before) await staysAwake(() => new Promise((resolve) => setTimeout(resolve, BREATH_MS)));
    asked.set(host, await update(pack, { cause: 'alarm' }));
  }
}

/** Chromium tells; Firefox does not (https://developer.mozilla.org/docs/Web/API/NetworkInformation/saveData). */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

export const isPublished = ({ folder }: Pick<Subscription, 'folder'>) => folder !== NOWHERE;
