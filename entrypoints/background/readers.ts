/** The readers that run in open tabs: started, stopped and told. */
import { browser } from 'wxt/browser';
import type { Answer, Envelope, ReaderRequests } from '../../data/messages';

/** The page itself; frames have no place in a list, and the first to answer would speak for all. */
const PAGE_ITSELF = { frameId: 0 };
const FOR_FRAMES_TOO: ReadonlySet<keyof ReaderRequests> = new Set(['page.stop', 'page.settings']);

/**
 * Sends to the reader of a tab's page; to those in its frames too where that concerns them.
 * @returns its answer, or null where none runs
 */
export async function tellReader<K extends keyof ReaderRequests>(
  tab: number,
  type: K,
  ask: ReaderRequests[K]['ask'],
): Promise<Answer<ReaderRequests[K]['answer']> | null> {
  const message: Envelope<ReaderRequests, K> = { type, ask };
  const to = FOR_FRAMES_TOO.has(type) ? {} : PAGE_ITSELF;
  return browser.tabs.sendMessage(tab, message, to).catch(() => null);
}

/** Runs in the page, in the reader's own world; see the `always` script. */
function sayWhere(always: boolean) {
  globalThis.__onRecordAlways = always;
  globalThis.__onRecordLate = true;
}

/** Runs the reader where the page was loaded without it. */
export async function startReader(
  target: { readonly tabId: number; readonly frameIds?: number[] },
  always: boolean,
): Promise<void> {
  await browser.scripting.executeScript({ target, func: sayWhere, args: [always] });
  await browser.scripting.executeScript({ target, files: ['/reader.js'] });
}

/**
 * Starts the reader in tabs where none runs, and anew where one runs in another mode, so that a page need not be
 * loaded again.
 * @param always reads whatever the page is
 */
export async function startReaders(tabs: readonly number[], always: boolean): Promise<void> {
  const start = async (tabId: number) => {
    const running = await tellReader(tabId, 'page.state', null);
    if (running?.ok && (running.value.why === 'always') === always) return;
    await startReader({ tabId }, always);
  };
  // A tab that is not loaded, or shows an error page, cannot be read; its next page will be.
  await Promise.allSettled(tabs.map(start));
}

export async function stopReaders(tabs: readonly number[]): Promise<void> {
  await Promise.all(tabs.map((tab) => tellReader(tab, 'page.stop', null)));
}
