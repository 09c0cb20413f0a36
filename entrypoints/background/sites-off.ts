/**
 * The sites that the reader switched off. One switched off in a private window is remembered for the
 * browser's session only: nothing of a private window is stored.
 */
import { browser } from 'wxt/browser';
import { inTurn } from './in-turn';

const KEY = 'sitesOff';
const AREAS = ['local', 'session'] as const;

type Area = (typeof AREAS)[number];

async function list(area: Area): Promise<string[]> {
  const stored: unknown = (await browser.storage[area].get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : [];
}

/** @returns host names */
export async function sitesOff(): Promise<string[]> {
  const lists = await Promise.all(AREAS.map(list));
  return [...new Set(lists.flat())].sort();
}

/** Whether some are remembered for this session only. */
export async function someOffPrivately(): Promise<boolean> {
  return (await list('session')).length > 0;
}

const queue = inTurn();

/** @param privately the switch was thrown in a private window */
export function addSiteOff(host: string, privately: boolean): Promise<void> {
  return queue(async () => {
    const area = privately ? 'session' : 'local';
    const hosts = new Set([...(await list(area)), host]);
    await browser.storage[area].set({ [KEY]: [...hosts].sort() });
  });
}

export function removeSiteOff(host: string): Promise<void> {
  return queue(async () => {
    for (const area of AREAS) {
      const hosts = await list(area);
      if (!hosts.includes(host)) continue;
      await browser.storage[area].set({ [KEY]: hosts.filter((other) => other !== host) });
    }
  });
}
