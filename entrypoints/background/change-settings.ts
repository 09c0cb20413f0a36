/** Keeps how marks look and cards open, and has the pages that are read follow. */
import { browser } from 'wxt/browser';
import type { Appearance, HoverSettings } from '../../data/settings';
import { MARK_SHEETS, markSheet } from '../marks/contract';
import { tellReader } from './readers';
import { register } from './registration';
import { HOVER, LOOK, readSettings } from './settings';

/** Holds at once in every page that is read. */
export async function setHover(settings: HoverSettings): Promise<void> {
  await browser.storage.local.set({ [HOVER]: settings });
  await tellReaders();
}

/** Holds at once in every page that is read. */
export async function setAppearance(look: Appearance): Promise<void> {
  await browser.storage.local.set({ [LOOK]: look });
  await register();
  const reading = await tellReaders();
  await Promise.allSettled(reading.map((tab) => changeSheet(tab, look)));
}

/**
 * Tells the pages that are read how marks look and cards open, and that what cards show may have changed.
 * @returns the tabs whose page is read
 */
export async function tellReaders(): Promise<number[]> {
  const settings = await readSettings();
  const tabs = await browser.tabs.query({});
  const told = await Promise.all(
    tabs.map(async ({ id }) =>
      id !== undefined && (await tellReader(id, 'page.settings', settings)) ? id : [],
    ),
  );
  return told.flat();
}

/** The sheet that came with a page cannot be taken away: the last one holds. */
async function changeSheet(tabId: number, look: Appearance): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.removeCSS({ target, files: MARK_SHEETS });
  await browser.scripting.insertCSS({ target, files: [markSheet(look)] });
}
