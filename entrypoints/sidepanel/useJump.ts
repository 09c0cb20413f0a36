import { useEffect, useRef, useState } from 'preact/hooks';
import { askReader, type PanelTab } from './tab';

export interface Jump {
  /** A mention was sought in vain. */
  readonly gone: boolean;
  /** The page was scrolled to a mention, and can be scrolled back. */
  readonly away: boolean;
  /** Scrolls the page to a mention and lights it; the focus stays here. */
  readonly to: (index: number) => void;
  /** Likewise to where it was before; the focus goes to what was pressed for the mention. */
  readonly back: () => void;
}

/** From the panel to a mention on the page, and back to where the reader was. */
export function useJump(tab: PanelTab | null): Jump {
  const [state, setState] = useState({ gone: false, away: false });
  const from = useRef<Element | null>(null);
  const id = tab?.id ?? null;
  useEffect(() => setState({ gone: false, away: false }), [id, tab?.url]);

  async function to(index: number) {
    if (id === null) return;
    from.current = document.activeElement;
    const shown = await askReader(id)('page.show', { index }).catch(() => false);
    setState(({ away }) => ({ gone: !shown, away: away || shown }));
  }

  async function back() {
    if (id === null) return;
    await askReader(id)('page.back', null).catch(() => false);
    // The button that was pressed goes away.
    if (from.current instanceof HTMLElement) from.current.focus();
    setState({ gone: false, away: false });
  }

  return { ...state, to: (index) => void to(index), back: () => void back() };
}
