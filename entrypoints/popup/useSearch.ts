import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskBackground, SearchAnswer } from '../../data/messages';

/** As many as are looked at; more come by a click. */
const LIMIT = 20;

export interface Search {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** Asks for more of what was found. */
  readonly showMore: () => void;
  /** The latest answer to what was typed; null before the first. */
  readonly answer: SearchAnswer | null;
  /** In words, why there is no answer. */
  readonly trouble: string | null;
}

/**
 * Search as one types: a token for each key, so that a late answer never covers a newer one.
 * @param first what to search for at once; may be empty
 * @param keep is told of what was typed
 */
export function useSearch(
  ask: AskBackground,
  first: string,
  keep: (query: string) => void = () => {},
): Search {
  const [query, setQuery] = useState(first);
  const [found, setFound] = useState<Pick<Search, 'answer' | 'trouble'>>({
    answer: null,
    trouble: null,
  });
  const latest = useRef(0);
  const limit = useRef(LIMIT);

  function search(next: string) {
    const token = ++latest.current;
    const settle = (result: typeof found) => token === latest.current && setFound(result);
    const asked = next.trim();
    if (asked === '') settle({ answer: null, trouble: null });
    else {
      ask('search', { query: asked, limit: limit.current }).then(
        (answer) => settle({ answer, trouble: null }),
        (error: Error) => settle({ answer: null, trouble: error.message }),
      );
    }
  }

  function type(next: string) {
    limit.current = LIMIT;
    setQuery(next);
    keep(next);
    search(next);
  }

  function showMore() {
    limit.current *= 5;
    search(query);
  }

  // Once for each way of asking: the first, and each time that what is stored has changed.
  useEffect(() => search(query), [ask]);

  return { query, setQuery: type, showMore, ...found };
}
