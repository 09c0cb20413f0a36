/** What is chosen of a search's facets, as its query says it. */
import type { SearchChosen } from '../messages';
import { FACETS, type Facet } from './facets';
import type { Query, QueryPart } from './parse';

const facetOf = ({ type }: QueryPart): Facet | null =>
  FACETS.find((facet) => facet === type) ?? null;

export function chosenIn({ parts }: Query): SearchChosen {
  const value = (facet: 'by' | 'in') => {
    const found = parts.flatMap((part) => (part.type === facet ? [part.value] : []));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const dates = parts.filter((part) => part.type === 'date');
  const [only] = dates;
  const isYear = dates.length === 1 && only?.name === 'on' && /^\d{4}$/.test(only.date);
  return {
    kinds: parts.flatMap((part) => (part.type === 'kind' ? part.kinds : [])),
    by: value('by'),
    in: value('in'),
    year: isYear ? Number(only?.date) : null,
    said: parts.flatMap((part) => {
      const facet = facetOf(part);
      return facet ? [{ facet, start: part.start, end: part.end }] : [];
    }),
  };
}
