import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskBackground, SearchAnswer } from '../../data/messages';

/** More than anybody scrolls through in a popup; another word finds the rest. */
const LIMIT = 50;

export interface Search {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** The latest answer to what was typed; null before the first. */
  readonly answer: SearchAnswer | null;
  /** In words, why there is no answer. */
  readonly trouble: string | null;
}

/**
 * Search as one types: a token for each key, so that a late answer never covers a newer one.
 * @param first what to search for at once; may be empty
 */
export function useSearch(ask: AskBackground, first: string): Search {
  const [query, setQuery] = useState(first);
  const [found, setFound] = useState<Pick<Search, 'answer' | 'trouble'>>({
    answer: null,
    trouble: null,
  });
  const latest = useRef(0);

  function search(next: string) {
    setQuery(next);
    const token = ++latest.current;
    const settle = (result: typeof found) => token === latest.current && setFound(result);
    const asked = next.trim();
    if (asked === '') settle({ answer: null, trouble: null });
    else {
      ask('search', { query: asked, limit: LIMIT }).then(
        (answer) => settle({ answer, trouble: null }),
        (error: Error) => settle({ answer: null, trouble: error.message }),
      );
    }
  }

  // Once: from then on it is what was typed.
  useEffect(() => search(first), []);

  return { query, setQuery: search, ...found };
}
