/** Packs that a page offers to its visitors. Looked for only when the popup asks, by a script that runs once. */
import { browser } from 'wxt/browser';
import { readAddress } from '../../../data/sync/address';
import { library } from '../library';
import { isAuthor } from './port';

/** Of one page; more is a directory, and no offer. */
const MAX_OFFERS = 3;
const MAX_ADDRESS = 2000;

async function runIn(tabId: number): Promise<unknown> {
  try {
    const target = { tabId, frameIds: [0] };
    const [ran] = await browser.scripting.executeScript({ target, files: ['/offers.js'] });
    return ran?.result;
  } catch {
    // The browser's own pages, and such that it may not enter.
    return null;
  }
}

/** @returns addresses that may be subscribed to and are not, as the page in a tab gives them */
export async function offersOf(tab: number): Promise<string[]> {
  const said = await runIn(tab);
  if (!Array.isArray(said)) return [];
  const author = await isAuthor();
  const { db } = await library();
  const known = new Set((await db.subscriptions.toArray()).map(({ folder }) => folder));
  const found = said.filter((address): address is string => {
    if (typeof address !== 'string' || address.length > MAX_ADDRESS) return false;
    const read = readAddress(address, author);
    return typeof read === 'object' && !known.has(read.folder);
  });
  return [...new Set(found)].slice(0, MAX_OFFERS);
}
