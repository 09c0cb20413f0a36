import { useEffect, useState } from 'preact/hooks';
import type { AskBackground, PageAbout } from '../../data/messages';

const NOTHING: PageAbout = { title: null, address: null, published: null };

/**
 * What the page of a tab says of itself; asked again when its address or title is another, as in pages that load
 * parts of themselves anew. Until that is answered it is what was said before: some titles blink.
 * @param tab null while there is nothing to ask
 * @param page what tells the pages of a tab apart
 * @returns null as long as it is not known
 */
export function usePageAbout(
  ask: AskBackground,
  tab: number | null,
  page: string,
): PageAbout | null {
  const [told, setTold] = useState<{ readonly tab: number; readonly about: PageAbout } | null>(
    null,
  );
  useEffect(() => {
    if (tab === null) return;
    let ended = false;
    const settle = (about: PageAbout) => ended || setTold({ tab, about });
    ask('page.about', { tab }).then(settle, () => settle(NOTHING));
    return () => {
      ended = true;
    };
  }, [ask, tab, page]);
  return told?.tab === tab ? told.about : null;
}
