/**
 * The sites that the reader switched off. A site switched off in a private window is remembered for
 * the browser's session only: nothing of a private window is stored.
 */
import { browser } from 'wxt/browser';

const KEY = 'sitesOff';

type Area = 'local' | 'session';

async function list(area: Area): Promise<string[]> {
  const stored: unknown = (await browser.storage[area].get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : [];
}

/** @returns host names */
export async function sitesOff(): Promise<string[]> {
  return [...new Set([...(await list('local')), ...(await list('session'))])].sort();
}

/** Whether some are remembered for this session only. */
export async function someOffPrivately(): Promise<boolean> {
  return (await list('session')).length > 0;
}

/** @param privately the switch was thrown in a private window */
export async function switchSite(host: string, on: boolean, privately: boolean): Promise<void> {
  const without = async (area: Area) => (await list(area)).filter((other) => other !== host);
  if (on) {
    // Switching on in a private window must not change what is stored either.
    for (const area of privately ? (['session'] as const) : (['local', 'session'] as const)) {
      await browser.storage[area].set({ [KEY]: await without(area) });
    }
    return;
  }
  const area = privately ? 'session' : 'local';
  await browser.storage[area].set({ [KEY]: [...(await without(area)), host].sort() });
}
