/** Messages from the background to the readers of a tab. */
import { browser } from 'wxt/browser';
import type { Envelope, ReaderRequests } from '../../data/messages';

/** Sends to every reader in a tab; a tab without one is nothing to worry about. */
export async function tellReader<K extends keyof ReaderRequests>(
  tab: number,
  type: K,
  ask: ReaderRequests[K]['ask'],
): Promise<void> {
  const message: Envelope<ReaderRequests, K> = { type, ask };
  await browser.tabs.sendMessage(tab, message).catch(() => {});
}
