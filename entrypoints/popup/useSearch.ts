import { useRef, useState } from 'preact/hooks';
import type { SearchAnswer } from '../../data/messages';
import type { Ask } from './Popup';

/** More than anybody scrolls through in a popup; another word finds the rest. */
const LIMIT = 50;

export interface Search {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** The latest answer to what was typed; null before the first. */
  readonly answer: SearchAnswer | null;
}

/** Search as one types: a token for each key, so that a late answer never covers a newer one. */
export function useSearch(ask: Ask): Search {
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const latest = useRef(0);

  async function onQuery(next: string) {
    setQuery(next);
    const token = ++latest.current;
    const asked = next.trim();
    const found = asked === '' ? null : await ask('search', { query: asked, limit: LIMIT });
    if (token === latest.current) setAnswer(found);
  }

  return { query, setQuery: (next) => void onQuery(next), answer };
}
