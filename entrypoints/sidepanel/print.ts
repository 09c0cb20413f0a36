/**
 * Prints a page's record. Chromium's side panel prints nothing and says nothing of it; so the record goes into a tab, and is
 * printed there. A panel that is in a tab already prints itself.
 */
import { browser } from 'wxt/browser';
import type { PanelView } from '../../components/ViewChoice';
import { type Filter, NO_FILTER } from './filter';

/** What is on show. */
export interface Choices {
  readonly order: PanelView;
  readonly filter: Filter;
}

export const ALL_BY_TOPIC: Choices = { order: 'topic', filter: NO_FILTER };

/** In memory, never in an address, which browsers keep in their history. */
const KEY = 'print';

/** @param tab whose page the record is of */
export async function printRecord(tab: number, choices: Choices): Promise<void> {
  if (await browser.tabs.getCurrent()) {
    print();
    return;
  }
  await browser.storage.session.set({ [KEY]: choices });
  await browser.tabs.create({ url: `/sidepanel.html?tab=${tab}&print` });
}

/** @returns what this page was opened to print, once; null where it was opened for something else */
export async function takePrint(): Promise<Choices | null> {
  if (!new URLSearchParams(location.search).has('print')) return null;
  const { [KEY]: kept } = await browser.storage.session.get(KEY);
  await browser.storage.session.remove(KEY);
  return (kept as Choices | undefined) ?? null;
}
