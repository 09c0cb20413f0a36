import { useEffect, useState } from 'preact/hooks';
import type { PageMention } from '../data/messages';

/** The reader goes on finding while a list of its mentions is open; once a second is soon enough. */
const REFRESH_MS = 1000;

/** A reader that has just been put into the page needs a moment to listen. */
const GRACE_MS = 1500;

export interface Mentions {
  /** Null as long as the page's reader has not answered. */
  readonly list: readonly PageMention[] | null;
  /** There is no reader in the page: it was not loaded anew, or it is one that scripts cannot enter. */
  readonly absent: boolean;
}

/** Each answer comes as new objects; an equal one is the old one, so that nothing is drawn anew. */
const same = (a: Mentions, b: Mentions) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What the reader in a tab has found so far.
 * @param tab null while there is nothing to ask
 * @param read asks the tab's reader; rejects where there is none. The same function at every call
 */
export function useMentions(
  tab: number | null,
  read: (tab: number) => Promise<readonly PageMention[]>,
): Mentions {
  const [mentions, setMentions] = useState<Mentions>({ list: null, absent: false });

  useEffect(() => {
    setMentions({ list: null, absent: false });
    if (tab === null) return;
    let answered = Date.now();
    let ended = false;
    const refresh = async () => {
      const list = await read(tab).catch(() => null);
      if (ended) return;
      if (list) answered = Date.now();
      // Between two pages of one tab there is no reader either.
      else if (Date.now() - answered <= GRACE_MS) return;
      const now = { list, absent: list === null };
      setMentions((before) => (same(before, now) ? before : now));
    };
    void refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [tab, read]);

  return mentions;
}
