/**
 * By what a page shows itself to be an article, surest first: it says so in JSON-LD, in OpenGraph or microdata,
 * or by an `<article>` of its own; or enough of its text stands in paragraphs.
 */
export type ArticleSign = 'json-ld' | 'og-type' | 'article' | 'readable';
