/**
 * Whether subscriptions and settings follow the reader through the account with the browser's maker. Off unless the
 * reader switched it on; the switch itself follows, so that a browser whose storage was wiped finds back.
 */
import { browser } from 'wxt/browser';
import type { FollowedList } from '../../../data/sync/client/account';
import { inTurn } from '../in-turn';
import { library } from '../library';
import { FOLLOWED_SETTINGS, followSettings } from './account-settings';
import { adoptFollowed, followSubscriptions } from './account-subscriptions';
import { COPY } from './restore';

const KEY = 'account';

/** What this browser knows of the account. */
export interface AccountState {
  /** Null where the reader has chosen nothing here. */
  readonly on: boolean | null;
  /** What was the same here and there last. */
  readonly subscriptions: FollowedList;
  readonly settings: Readonly<Record<string, { readonly json: string; readonly at: number }>>;
  /** Packs that the reader took away here since, and when. */
  readonly removed: Readonly<Record<string, number>>;
}

const NEW: AccountState = { on: null, subscriptions: {}, settings: {}, removed: {} };

async function readState(): Promise<AccountState> {
  const kept = (await browser.storage.local.get(KEY))[KEY];
  return typeof kept === 'object' && kept !== null ? { ...NEW, ...kept } : NEW;
}

const writeState = (state: AccountState) => browser.storage.local.set({ [KEY]: state });

export async function isFollowed(): Promise<boolean> {
  const { on } = await readState();
  return on ?? (await browser.storage.sync.get(KEY))[KEY] === true;
}

/** Reads, merges and writes: never two at once. */
const turn = inTurn();

/** Switched off, what was written to the account is taken out of it. */
export async function setFollowed(on: boolean): Promise<void> {
  await turn(async () => {
    if (on) await browser.storage.sync.set({ [KEY]: true });
    else await browser.storage.sync.clear();
    await writeState({ ...NEW, on });
  });
  if (on) await followAccount();
}

/** To be called before a pack is taken away because the reader wants it so, and not because another browser said so. */
export async function noteRemoved(pack: string): Promise<void> {
  await turn(async () => {
    const state = await readState();
    await writeState({ ...state, removed: { ...state.removed, [pack]: Date.now() } });
  });
}

/** Brings this browser and the account together; to be called when either has changed. */
export async function followAccount(): Promise<void> {
  const { db } = await library();
  await turn(async () => {
    if (!(await isFollowed())) return;
    const state = await readState();
    const now = Date.now();
    const there = await browser.storage.sync.get(null);
    const subscriptions = await followSubscriptions(db, state, there, now);
    const settings = await followSettings(state.settings, there, now);
    await writeState({ on: true, subscriptions, settings, removed: {} });
  });
  await adoptFollowed((await readState()).subscriptions);
}

/** Of `storage.local`: what goes to the account when it changes. */
const WATCHED: ReadonlySet<string> = new Set([COPY, ...FOLLOWED_SETTINGS]);

/** A listener to what changes in the browser's storage. */
export async function onStorageChanged(
  changes: Readonly<Record<string, unknown>>,
  area: string,
): Promise<void> {
  const concerns = area === 'sync' || Object.keys(changes).some((key) => WATCHED.has(key));
  if ((area !== 'sync' && area !== 'local') || !concerns || !(await isFollowed())) return;
  await followAccount().catch((error: unknown) => {
    console.warn('The account was not reached.', error);
  });
}
