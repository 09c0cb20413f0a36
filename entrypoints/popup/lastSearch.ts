/**
 * What was typed last: a popup closes by a click beside it, and opens again where it was. It stays in memory, is of one
 * page, and is forgotten soon: later it would stand in the way of what the page mentions.
 */
import { browser } from 'wxt/browser';
import type { PopupTab } from './tab';

const KEY = 'last search';
const KEPT_MS = 5 * 60_000;

interface LastSearch {
  readonly query: string;
  readonly tab: number | null;
  readonly url: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** Keeps nothing of private windows. */
export async function keepSearch({ id, url, isPrivate }: PopupTab, query: string): Promise<void> {
  if (isPrivate) return;
  if (query.trim() === '') await browser.storage.session.remove(KEY);
  else
    await browser.storage.session.set({
      [KEY]: { query, tab: id, url, at: Date.now() } satisfies LastSearch,
    });
}

/** @returns what was typed over this page a moment ago; empty where nothing was */
export async function lastSearch({ id, url, isPrivate }: PopupTab): Promise<string> {
  const { [KEY]: kept } = await browser.storage.session.get(KEY);
  const last = kept as LastSearch | undefined;
  const holds =
    !isPrivate && last?.tab === id && last.url === url && Date.now() - last.at < KEPT_MS;
  return holds ? last.query : '';
}
