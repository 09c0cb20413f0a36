/** Subscriptions to and from the account: an item a pack, since an item may have 8 KB and there may be 512. */
import { browser } from 'wxt/browser';
import { removePack } from '../../../data/store/remove';
import type { Database } from '../../../data/store/schema';
import { subscribeAddress } from '../../../data/sync/address';
import {
  checkFollowed,
  type Followed,
  type FollowedList,
  isPublic,
  mergeFollowed,
} from '../../../data/sync/client/account';
import { subscriptionTo } from '../../../data/sync/client/subscribe';
import { rootFingerprint } from '../../../data/sync/root';
import { library } from '../library';
import type { AccountState } from './account';
import { findOffer } from './offers';
import { keepCopy } from './restore';
import { update } from './run';

const PREFIX = 'sub:';

type Items = Readonly<Record<string, unknown>>;

/** @returns what the account and this browser both have from now on */
export async function followSubscriptions(
  db: Database,
  { subscriptions: base, removed }: AccountState,
  items: Items,
  now: number,
): Promise<FollowedList> {
  const there = readItems(items);
  const here = await listHere(db, base, removed, now);
  const merged = mergeFollowed(here, there, base, now);
  await writeItems(merged, there, items);
  const taken = Object.keys(merged).filter(
    (pack) => merged[pack]?.gone === true && here[pack]?.gone === false,
  );
  for (const pack of taken) await removePack(await library(), pack);
  // Only then: the copy's change is what calls this.
  if (taken.length > 0) await keepCopy(await library());
  return merged;
}

function readItems(items: Items): FollowedList {
  return Object.fromEntries(
    Object.entries(items).flatMap(([name, value]) => {
      const pack = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
      const one = pack === null ? null : checkFollowed(pack, value);
      return pack !== null && one ? [[pack, one] as const] : [];
    }),
  );
}

async function listHere(
  db: Database,
  base: FollowedList,
  removed: AccountState['removed'],
  now: number,
): Promise<FollowedList> {
  const here: Record<string, Followed> = {};
  for (const [pack, at] of Object.entries(removed)) {
    const was = base[pack];
    if (was) here[pack] = { ...was, at, gone: true };
  }
  for (const { pack, folder, root, applied } of await db.subscriptions.toArray()) {
    if (!isPublic(folder)) continue;
    const key = await rootFingerprint(applied?.root ?? root);
    const was = base[pack];
    const same = was && was.folder === folder && was.key === key && !was.gone;
    here[pack] = { folder, key, at: same ? was.at : now, gone: false };
  }
  return here;
}

async function writeItems(merged: FollowedList, there: FollowedList, items: Items): Promise<void> {
  const changed = Object.entries(merged).filter(
    ([pack, one]) => JSON.stringify(there[pack]) !== JSON.stringify(one),
  );
  const forgotten = Object.keys(items).filter(
    (name) => name.startsWith(PREFIX) && !Object.hasOwn(merged, name.slice(PREFIX.length)),
  );
  if (changed.length > 0)
    await browser.storage.sync.set(
      Object.fromEntries(changed.map(([pack, one]) => [PREFIX + pack, one])),
    );
  if (forgotten.length > 0) await browser.storage.sync.remove(forgotten);
}

/** Subscribes here to what the account has and this browser has not: with the key that was trusted there, or not at all. */
export async function adoptFollowed(followed: FollowedList): Promise<void> {
  const { db } = await library();
  for (const [pack, { folder, key, gone }] of Object.entries(followed)) {
    if (gone || (await db.subscriptions.get(pack)) || (await db.packs.get(pack))) continue;
    if (await wasTried(pack)) continue;
    try {
      const { offer } = await findOffer({ address: subscribeAddress(folder, key) }, 'account');
      if (offer.pack !== pack) throw new Error(`${folder} is of another pack`);
      await update(pack, { cause: 'account', subscription: subscriptionTo(offer) });
    } catch (error) {
      console.warn(`Pack ${pack} of the account is tried again later.`, error);
      await browser.storage.session.set({ [TRIED + pack]: Date.now() });
    }
  }
}

/** Begins the names under which the session holds when a pack of the account could not be had. */
const TRIED = 'tried:';

/** A host that has nothing, or something else, is not asked at every alarm. In ms. */
const TRY_AGAIN_MS = 60 * 60 * 1000;

async function wasTried(pack: string): Promise<boolean> {
  const at: unknown = (await browser.storage.session.get(TRIED + pack))[TRIED + pack];
  return typeof at === 'number' && Math.abs(Date.now() - at) < TRY_AGAIN_MS;
}
