import { EmptyState } from '../../components/EmptyState';
import { SearchResult } from '../../components/SearchResult';
import { useWords } from '../../components/words';
import type { SearchAnswer } from '../../data/messages';

/** What a search found, best first. */
export function Results({ answer }: { readonly answer: SearchAnswer }) {
  const { say } = useWords();
  const { hits, total, query } = answer;
  if (hits.length === 0) {
    return (
      <EmptyState icon="search" title={say('search.none')}>
        {say('search.none.text', { query })}
      </EmptyState>
    );
  }
  return (
    <section>
      <h2 class="small-title list-title">
        <span role="status">
          {hits.length < total
            ? say('search.first', { n: total, shown: hits.length })
            : say('search.found', { n: total })}
        </span>
      </h2>
      <ul>
        {hits.map((hit) => (
          <SearchResult key={hit.record.key} hit={hit} />
        ))}
      </ul>
    </section>
  );
}
