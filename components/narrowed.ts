import type { SearchChosen } from '../data/messages';
import type { Facet } from '../data/search/facets';

/**
 * @param query what was answered, with `said` where it says what of facets
 * @param values what is to be chosen of a facet instead of what was; none for all
 * @returns the query that says so
 */
export function narrowed(
  query: string,
  { said }: Pick<SearchChosen, 'said'>,
  facet: Facet,
  values: readonly string[],
): string {
  let rest = query;
  for (const { start, end } of said.filter((one) => one.facet === facet).toReversed()) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  const name = facet === 'date' ? 'on' : facet;
  const parts = values.map((value) => `${name}:${/\s/.test(value) ? `"${value}"` : value}`);
  // What is typed goes on with the words, so that they stand last.
  return [...parts, rest.trim().replace(/\s+/g, ' ')].filter(Boolean).join(' ');
}
