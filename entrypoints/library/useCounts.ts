import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AskBackground } from '../../data/messages';

/** A sync may end while the library is open. In ms. */
const LOOK_AGAIN_MS = 5000;

interface Counts {
  readonly packs: number;
  /** Entries that changed since the reader last looked. */
  readonly changes: number;
  /** Counts anew, at once. */
  readonly again: () => void;
}

/** The numbers that stand beside the library's sections. */
export function useCounts(ask: AskBackground): Counts {
  const [counts, setCounts] = useState({ packs: 0, changes: 0 });
  const again = useCallback(() => {
    Promise.all([ask('packs.list', null), ask('changes.count', null)]).then(
      ([packs, changed]) =>
        setCounts({
          packs: packs.length,
          changes: Object.values(changed).reduce((sum, n) => sum + n, 0),
        }),
      // The section itself says what is wrong.
      () => {},
    );
  }, [ask]);
  useEffect(() => {
    again();
    const timer = setInterval(
      () => document.visibilityState === 'visible' && again(),
      LOOK_AGAIN_MS,
    );
    return () => clearInterval(timer);
  }, [again]);
  return { ...counts, again };
}
