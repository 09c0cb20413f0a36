/** How cards open: kept here, and told to the pages that are read. */
import { browser } from 'wxt/browser';
import { type HoverSettings, hoverSettings } from '../../data/settings';
import { tellReader } from './readers';

const KEY = 'hover';

/** @returns what the reader chose; the defaults where it cannot be read: cards open all the same */
export async function readHover(): Promise<HoverSettings> {
  try {
    return hoverSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch (error) {
    console.warn('How cards open cannot be read.', error);
    return hoverSettings(null);
  }
}

/** Holds at once in every page that is read. */
export async function setHover(settings: HoverSettings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) => id !== undefined && tellReader(id, 'page.settings', settings)),
  );
}
