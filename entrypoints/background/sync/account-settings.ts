/** Settings to and from the account. What says where the reader has been never goes: no site, no topic, nothing seen. */
import { browser } from 'wxt/browser';
import type { AccountState } from './account';

/** Keys of `storage.local`, each read with care by whoever uses it. */
export const FOLLOWED_SETTINGS = ['locale', 'hover', 'appearance', 'memory', 'syncSettings'];

const PREFIX = 'set:';

/** UTF-16 units of one as JSON; an item may have 8 KB. */
const MAX_JSON = 2000;

interface Setting {
  readonly json: string;
  readonly at: number;
}

function readItem(value: unknown): Setting | null {
  const { json, at } = (value ?? {}) as Partial<Record<keyof Setting, unknown>>;
  if (typeof json !== 'string' || json.length > MAX_JSON || typeof at !== 'number') return null;
  try {
    JSON.parse(json);
    return { json, at };
  } catch {
    return null;
  }
}

/** @returns what the account and this browser both have from now on; of two changes the later one */
export async function followSettings(
  base: AccountState['settings'],
  items: Readonly<Record<string, unknown>>,
  now: number,
): Promise<AccountState['settings']> {
  const local = await browser.storage.local.get(FOLLOWED_SETTINGS);
  const merged: Record<string, Setting> = {};
  for (const key of FOLLOWED_SETTINGS) {
    const json = local[key] === undefined ? null : JSON.stringify(local[key]);
    const was = base[key];
    const here = json === null ? null : { json, at: was?.json === json ? was.at : now };
    const there = readItem(items[PREFIX + key]);
    const one = here && (!there || here.at >= there.at) ? here : there;
    if (!one || one.json.length > MAX_JSON) continue;
    merged[key] = one;
    if (one.json !== json) await browser.storage.local.set({ [key]: JSON.parse(one.json) });
    if (one.json !== there?.json || one.at !== there.at) {
      await browser.storage.sync.set({ [PREFIX + key]: one });
    }
  }
  return merged;
}
