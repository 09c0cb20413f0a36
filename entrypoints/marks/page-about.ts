/** What the page says of itself, asked for once an address. */
import type { AskBackground, PageAbout } from '../../data/messages';

/** @returns asks, or remembers what was answered while the page has the address that it was asked for under */
export function rememberAbout(ask: AskBackground): () => Promise<PageAbout | null> {
  let known: { address: string; about: Promise<PageAbout | null> } | null = null;
  return () => {
    const address = location.href.replace(/#(?![!/]).*/, '');
    if (known?.address === address) return known.about;
    const about = ask('page.about', { tab: null }).catch(() => {
      // The next card asks again.
      if (known?.about === about) known = null;
      return null;
    });
    known = { address, about };
    return about;
  };
}
