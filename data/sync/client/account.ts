/**
 * Subscriptions that follow a reader from browser to browser: what is written of each, and how two browsers' lists
 * become one. Who wins is the later one, but a subscription that changed here and there is never lost.
 */
import { placeFault } from '../address';
import { FINGERPRINT } from '../keys';

/** One subscription as it travels: where, and by which key alone it is taken. Some hundred bytes. */
export interface Followed {
  readonly folder: string;
  /** Of the root that is trusted. */
  readonly key: string;
  /** When it became so, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** The reader took the pack away. */
  readonly gone: boolean;
}

/** By pack. */
export type FollowedList = Readonly<Record<string, Followed>>;

/** A removal is remembered so long, that a browser which was off hears of it. In milliseconds. */
const REMEMBERED_MS = 180 * 24 * 60 * 60 * 1000;

/** Browsers give 512 items and 100 KB in all; settings need some of it. */
const MAX_ITEMS = 400;

const same = (a: Followed | undefined, b: Followed | undefined) =>
  a?.folder === b?.folder && a?.key === b?.key && a?.gone === b?.gone;

function mergeOne(
  here: Followed | undefined,
  there: Followed | undefined,
  base: Followed | undefined,
): Followed | undefined {
  if (!here || !there) return here ?? there;
  const changedHere = !same(here, base);
  const changedThere = !same(there, base);
  if (changedHere && changedThere && here.gone !== there.gone) return here.gone ? there : here;
  return here.at >= there.at ? here : there;
}

/**
 * @param here what this browser has
 * @param there what the account has
 * @param base what both had when they were merged last
 * @returns what both have from now on
 */
export function mergeFollowed(
  here: FollowedList,
  there: FollowedList,
  base: FollowedList,
  now: number,
): FollowedList {
  const packs = [...new Set([...Object.keys(here), ...Object.keys(there)])].sort();
  const merged = packs.flatMap((pack) => {
    const one = mergeOne(here[pack], there[pack], base[pack]);
    const forgotten = one?.gone === true && one.at < now - REMEMBERED_MS;
    return one && !forgotten ? [[pack, one] as const] : [];
  });
  // Those that are there before those that are gone, the later ones first.
  merged.sort(([, a], [, b]) => Number(a.gone) - Number(b.gone) || b.at - a.at);
  return Object.fromEntries(merged.slice(0, MAX_ITEMS));
}

const PACK = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * What came from another browser, which may be of another version, is looked at like anything that comes from outside.
 * @returns null for what is no subscription that may be followed
 */
export function checkFollowed(pack: string, value: unknown): Followed | null {
  if (!PACK.test(pack) || pack.length > 80 || typeof value !== 'object' || value === null)
    return null;
  const { folder, key, at, gone } = value as Partial<Record<keyof Followed, unknown>>;
  if (typeof folder !== 'string' || !isPublic(folder)) return null;
  if (typeof key !== 'string' || !FINGERPRINT.test(key)) return null;
  if (typeof at !== 'number' || !Number.isSafeInteger(at)) return null;
  return { folder, key, at, gone: gone === true };
}

/** Whether a folder is one that other browsers of the reader could fetch from, too. */
export const isPublic = (folder: string): boolean =>
  folder.endsWith('/') && URL.canParse(folder) && placeFault(new URL(folder), false) === null;
