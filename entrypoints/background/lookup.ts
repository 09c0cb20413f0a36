/**
 * Text of a page that is to be looked up in the record: from the click in the context menu to the popup that the
 * click opens. It stays in memory, never in an address, which browsers keep in their history.
 */
import { browser } from 'wxt/browser';
import { inTurn } from './in-turn';

const KEY = 'lookup';
/** UTF-16 units: a sentence. Of more, no search finds every word. */
const MAX_QUERY = 200;

const queue = inTurn();

/** @param text as it was selected */
export function keepLookup(text: string): Promise<void> {
  const start = text.replace(/\s+/g, ' ').trim().slice(0, MAX_QUERY);
  // Half a surrogate pair at the end is no character.
  const query = start.replace(/[\ud800-\udbff]$/, '');
  return queue(() => browser.storage.session.set({ [KEY]: query }));
}

/** @returns the text, to the first who asks */
export function takeLookup(): Promise<string | null> {
  return queue(async () => {
    const { [KEY]: query } = await browser.storage.session.get(KEY);
    if (typeof query !== 'string') return null;
    await browser.storage.session.remove(KEY);
    return query;
  });
}
