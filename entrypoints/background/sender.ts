/** Who asks. */
import type { Browser } from 'wxt/browser';
import { addressesOf } from '../../data/store/page-address';

type Sender = Browser.runtime.MessageSender;

/**
 * @param origin the extension's own, without the last slash
 * @returns whether it is a page of the extension itself, not a web page with a script of ours in it
 */
export const isOwnPage = ({ url }: Sender, origin = location.origin): boolean =>
  url?.startsWith(`${origin}/`) ?? false;

/**
 * @param said what the asker says of itself: the side panel has no tab by which it could be told
 * @returns whether it asks for a private window, of which nothing is stored
 */
export const isPrivate = (sender: Sender, said = false): boolean =>
  sender.tab?.incognito === true || (said && isOwnPage(sender));

/** @returns the host name of the asking page, null for what has none */
export const hostOf = ({ url }: Sender): string | null =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname || null : null;

/**
 * @param said the address that the page gives for itself; the side panel gives its page's, which the background told it
 * @returns the addresses by which the asking page may be a source; none for a frame in a page, which is not the page
 */
export function pageOf(sender: Sender, said: string | null): string[] {
  if (isOwnPage(sender)) return addressesOf(said ?? undefined, null);
  return sender.frameId === 0 ? addressesOf(sender.url, said) : [];
}
