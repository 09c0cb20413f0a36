/** The one pause for everything. It names no site, so that a private window may set it too. */
import { browser } from 'wxt/browser';

const KEY = 'paused';

export async function isPaused(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

export async function keepPaused(paused: boolean): Promise<void> {
  if (paused) await browser.storage.local.set({ [KEY]: true });
  else await browser.storage.local.remove(KEY);
}
