import { useEffect, useState } from 'preact/hooks';
import type { AskBackground } from '../data/messages';

/** How many topics the packs have, for the sentence that none of them is here. @returns null before that is known */
export function useTopicCount(ask: AskBackground): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    ask('packs.list', null).then(
      (packs) => setCount(packs.reduce((sum, { counts }) => sum + counts.topic, 0)),
      () => {},
    );
  }, [ask]);
  return count;
}
