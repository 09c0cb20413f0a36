/**
 * What the reader chose for single sites. A choice made in a private window is remembered for the browser's session
 * only, and holds there before the others: nothing of a private window is stored.
 */
import { browser } from 'wxt/browser';
import type { SiteMode } from '../../data/messages';
import { inTurn } from './in-turn';

const KEY = 'siteModes';
/** The hosts that were switched off, as 0.1.0 stored them; read until the next choice writes them anew. */
const OLD_KEY = 'sitesOff';

type Area = 'local' | 'session';
type Choices = Readonly<Record<string, SiteMode>>;

const isMode = (mode: unknown): mode is SiteMode =>
  mode === 'articles' || mode === 'always' || mode === 'never';

async function read(area: Area): Promise<Choices> {
  const { [KEY]: stored, [OLD_KEY]: off } = await browser.storage[area].get([KEY, OLD_KEY]);
  const never = Array.isArray(off) ? off.map((host) => [String(host), 'never'] as const) : [];
  const chosen = Object.entries(stored ?? {}).filter((each): each is [string, SiteMode] =>
    isMode(each[1]),
  );
  return Object.fromEntries([...never, ...chosen]);
}

async function write(area: Area, choices: Choices): Promise<void> {
  await browser.storage[area].set({ [KEY]: choices });
  await browser.storage[area].remove(OLD_KEY);
}

async function change(area: Area, host: string, mode: SiteMode | null): Promise<void> {
  const { [host]: before, ...others } = await read(area);
  if (before !== (mode ?? undefined))
    await write(area, mode ? { ...others, [host]: mode } : others);
}

/** @returns the choices, by host; a site without one has its articles read */
export async function siteModes(): Promise<ReadonlyMap<string, SiteMode>> {
  const [stored, privately] = await Promise.all([read('local'), read('session')]);
  return new Map(Object.entries({ ...stored, ...privately }));
}

/** Whether some are remembered for this session only. */
export async function someChosenPrivately(): Promise<boolean> {
  return Object.keys(await read('session')).length > 0;
}

const queue = inTurn();

/** @param privately it was chosen in a private window */
export function keepMode(host: string, mode: SiteMode, privately: boolean): Promise<void> {
  return queue(async () => {
    if (privately) return change('session', host, mode);
    await change('session', host, null);
    await change('local', host, mode === 'articles' ? null : mode);
  });
}

export function forgetMode(host: string): Promise<void> {
  return keepMode(host, 'articles', false);
}
