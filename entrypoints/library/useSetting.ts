import { useEffect, useState } from 'preact/hooks';
import type { AskBackground } from '../../data/messages';

export interface Setting<T> {
  /** Null until the background has answered. */
  readonly value: T | null;
  /** It could not be read, or what was chosen could not be kept. */
  readonly failed: boolean;
  /** As it will be, at once; as it was, where that fails. */
  readonly change: (next: T) => void;
}

/**
 * Something that the background keeps for the reader. What is chosen is shown before it is kept, which takes as long as all open pages
 * need: they are drawn again meanwhile.
 * @param get asks for it, again whenever `ask` is another
 * @param keep has it kept
 */
export function useSetting<T>(
  ask: AskBackground,
  get: (ask: AskBackground) => Promise<T>,
  keep: (ask: AskBackground, value: T) => Promise<unknown>,
): Setting<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const show = (now: T | null) => setValue(() => now);

  useEffect(() => {
    get(ask).then(show, () => setFailed(true));
  }, [ask]);

  function change(next: T) {
    setFailed(false);
    show(next);
    keep(ask, next).catch(() => {
      show(value);
      setFailed(true);
    });
  }

  return { value, failed, change };
}
