import type { SearchAnswer, SearchHit } from '../data/messages';
import { SearchResult } from './SearchResult';
import { useWords } from './words';

interface Props {
  readonly without: SearchAnswer['without'];
  readonly onQuery: (query: string) => void;
  readonly onCite: (hit: SearchHit) => void;
}

/** Where nothing was found: what would be without one part of the query, and the nearest of it. */
export function SearchNear({ without, onQuery, onCite }: Props) {
  const { say } = useWords();
  return (
    <ul class="near">
      {without.map(({ facet, typed, query, total, nearest }) => (
        <li key={typed}>
          <button type="button" class="link" data-row onClick={() => onQuery(query)}>
            {say('search.without', { n: total, part: typed })}
          </button>
          {facet === 'date' && (
            <>
              <p class="quiet">{say('search.nearest')}</p>
              <ul>
                <SearchResult hit={nearest} onCite={() => onCite(nearest)} />
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
