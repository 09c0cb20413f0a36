/** What narrows a search and can be chosen; words only find. Each is named as the parts of a query are that say it. */
export const FACETS = ['kind', 'by', 'in', 'date'] as const;
export type Facet = (typeof FACETS)[number];
