import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { AskBackground, Key } from '../../data/messages';

/** As entrypoints/background/panel.ts keeps it. */
const KEPT = 'panel';

/**
 * The topic that the panel was opened at, from a card on the page.
 * @param tab null before it is known
 * @param onWanted called with it, once
 */
export function useWanted(
  ask: AskBackground,
  tab: number | null,
  onWanted: (topic: Key) => void,
): void {
  useEffect(() => {
    if (tab === null) return;
    const take = () => {
      ask('panel.take', { tab }).then(
        (topic) => topic !== null && onWanted(topic),
        () => {},
      );
    };
    const onKept = (changes: Readonly<Record<string, { newValue?: unknown }>>) => {
      if (changes[KEPT]?.newValue) take();
    };
    take();
    browser.storage.session.onChanged.addListener(onKept);
    return () => browser.storage.session.onChanged.removeListener(onKept);
  }, [ask, tab]);
}
