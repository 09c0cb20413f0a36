/** Packs that a page offers to its visitors. Looked for only when the popup asks, by a script that runs once. */
import { readAddress } from '../../../data/sync/address';
import { library } from '../library';
import { runOnce } from '../run-once';
import { isAuthor } from './port';

/** Of one page; more is a directory, and no offer. */
const MAX_OFFERS = 3;
const MAX_ADDRESS = 2000;

/** @returns addresses that may be subscribed to and are not, as the page in a tab gives them */
export async function offersOf(tab: number): Promise<string[]> {
  const said = await runOnce(tab, '/offers.js');
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
