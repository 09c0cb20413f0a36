/**
 * Tells when a page may have become another without a load: sites swap their pages in place, and many
 * draw an article only after their scripts ran.
 */

import { headElement } from '../../components/dom';

/** A site that swaps its page has drawn the new one, as a rule, within so long of the new address. */
const DRAWN_MS = [300, 1500];

/** A site that draws everything by script is looked at again so long after it was loaded. */
const LOADED_MS = [500, 2000, 6000];

/** Some pages change their head for ever; what has not become an article by then will not. */
const MAX_LOOKS = 20;

/** Sites write titles and metadata in many small steps. */
const HEAD_SETTLES_MS = 500;

interface WithNavigation {
  readonly navigation?: EventTarget;
}

/**
 * - `address`: the page's address became another.
 * - `drawn`: some time after, when the page of that address should stand.
 * - `content`: there is more of the page than before.
 */
export type Change = 'address' | 'drawn' | 'content';

/**
 * @param onChange called when what kind of page this is should be looked at again
 * @param isRead whether the page is read: then that there is more of it is no news
 */
export function watchNavigation(
  onChange: (change: Change) => void,
  isRead: () => boolean,
  signal: AbortSignal,
): void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (change: Change) => (ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      onChange(change);
    }, ms);
    timers.add(timer);
  };
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));

  let address = pageAddress();
  let looks = 0;
  const look = () => {
    if (pageAddress() === address) return;
    address = pageAddress();
    looks = 0;
    onChange('address');
    if (!isRead()) watchContent();
    if (timers.size < MAX_TIMERS) DRAWN_MS.forEach(later('drawn'));
  };
  // Firefox has `navigation` from 147 on; before, the title and the way back tell.
  const { navigation } = globalThis as WithNavigation;
  navigation?.addEventListener('currententrychange', look, { signal });
  addEventListener('popstate', look, { signal });

  let settling = false;
  const onHead = () => {
    if (settling) return;
    settling = true;
    setTimeout(() => {
      settling = false;
      if (signal.aborted) return;
      look();
      if (looks++ < MAX_LOOKS) onChange('content');
    }, HEAD_SETTLES_MS);
  };

  /** Looks at the page again while it is drawn, and when its head changes. */
  let watchContent = () => {
    watchContent = () => {};
    const head = new MutationObserver(onHead);
    const element = headElement();
    if (element) {
      head.observe(element, { childList: true, subtree: true, characterData: true });
    }
    signal.addEventListener('abort', () => head.disconnect());
    LOADED_MS.forEach(later('content'));
  };
  if (!navigation || !isRead()) watchContent();
}

/** A page that writes its address in a loop shall not have us pile up timers. */
const MAX_TIMERS = 8;

/** Where in a page one is (`#…`) does not make it another; but some address their pages by it. */
function pageAddress(): string {
  const { origin, pathname, search, hash } = location;
  return origin + pathname + search + (hash.startsWith('#!') || hash.startsWith('#/') ? hash : '');
}
