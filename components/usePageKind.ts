import { useEffect, useState } from 'preact/hooks';
import type { AskBackground, PageKind } from '../data/messages';

/**
 * What kind of document is in a tab. Asked once for each page that nothing is to be shown of.
 * @param tab null while there is no need to ask
 * @param page what tells the pages of a tab apart, such as the address
 * @returns null as long as it is not known; `text` where it cannot be told
 */
export function usePageKind(ask: AskBackground, tab: number | null, page: string): PageKind | null {
  const [kind, setKind] = useState<PageKind | null>(null);
  useEffect(() => {
    setKind(null);
    if (tab === null) return;
    let ended = false;
    const settle = (found: PageKind) => ended || setKind(found);
    ask('page.kind', { tab }).then(settle, () => settle('text'));
    return () => {
      ended = true;
    };
  }, [ask, tab, page]);
  return kind;
}
