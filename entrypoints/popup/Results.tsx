import { useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { narrowed } from '../../components/narrowed';
import { SearchFilters } from '../../components/SearchFilters';
import { SearchNear } from '../../components/SearchNear';
import { SearchResult } from '../../components/SearchResult';
import { Toast } from '../../components/Toast';
import { useWords } from '../../components/words';
import type { AskBackground, SearchAnswer, SearchHit } from '../../data/messages';
import type { Facet } from '../../data/search/facets';
import { copyCitation } from './copyCitation';

interface Props {
  readonly ask: AskBackground;
  readonly answer: SearchAnswer;
  readonly onQuery: (query: string) => void;
  readonly onMore: () => void;
}

/** What a search found, best first, and what narrows it. */
export function Results({ ask, answer, onQuery, onMore }: Props) {
  const { say } = useWords();
  const { hits, total, facets, chosen, slips, without } = answer;
  /** What copying came to, and how often, since the same words may be said twice. */
  const [copied, setCopied] = useState<{ words: string; times: number } | null>(null);
  const narrows =
    chosen.kinds.length > 0 || [chosen.by, chosen.in, chosen.year].some((one) => one !== null);

  function onCite({ record }: SearchHit) {
    const tell = (words: string) => setCopied((last) => ({ words, times: (last?.times ?? 0) + 1 }));
    copyCitation(ask, record, say).then(
      () => tell(say('toast.cited')),
      () => tell(say('card.copy.failed')),
    );
  }

  const onChoose = (facet: Facet, values: readonly string[]) =>
    onQuery(narrowed(answer.query, chosen, facet, values));

  return (
    <section>
      {(total > 0 || narrows) && (
        <SearchFilters facets={facets} chosen={chosen} onChoose={onChoose} />
      )}
      {slips.map(
        ({ typed, read }) =>
          read !== null && (
            <p key={typed} class="quiet search-slip">
              {say('search.slip', { typed, read })}
            </p>
          ),
      )}
      {total === 0 ? (
        <div role="status">
          <EmptyState icon="search" title={say('search.none')}>
            {say('search.none.text', { query: answer.query })}
          </EmptyState>
        </div>
      ) : (
        <div role="status">
          <h2 class="small-title list-title">
            {hits.length < total
              ? say('search.first', { n: total, shown: hits.length })
              : say('search.found', { n: total })}
          </h2>
        </div>
      )}
      <SearchNear without={without} onQuery={onQuery} onCite={onCite} />
      <ul>
        {hits.map((hit) => (
          <SearchResult key={hit.record.key} hit={hit} onCite={() => onCite(hit)} />
        ))}
      </ul>
      {hits.length < total && (
        <button type="button" class="link search-more" data-row onClick={onMore}>
          {say('record.more', { n: total - hits.length })}
        </button>
      )}
      {total === 0 && <p class="quiet search-hint">{say('search.hint')}</p>}
      <div class="search-toast" role="status">
        {copied && (
          <Toast key={copied.times} onEnd={() => setCopied(null)}>
            {copied.words}
          </Toast>
        )}
      </div>
    </section>
  );
}
