/**
 * Whether a page is an article: decided by what it says of itself, by the names of its elements and, last, by how
 * much of its text stands in paragraphs. No word of the text is looked at.
 */

import { ARTICLE, eachNode, MAX_JSON, MAX_SCRIPTS } from './json-ld';

/**
 * By what a page shows itself to be an article, surest first: it says so in JSON-LD, in OpenGraph or in microdata,
 * or has an `<article>` of its own; or enough of its text stands in paragraphs.
 */
export type ArticleSign = 'json-ld' | 'og-type' | 'microdata' | 'article' | 'readable';

/** What is looked at in a page; each part only when those before it showed nothing. */
export interface PageSigns {
  /** The page is its site's front page, of which only what it says of itself is believed. */
  readonly isFront: boolean;
  /** The texts of its JSON-LD scripts. */
  readonly jsonLd: () => readonly string[];
  /** Its `og:type`. */
  readonly ogType: () => string | null | undefined;
  /** `itemtype` of its outermost microdata items. */
  readonly itemTypes: () => readonly string[];
  /** How many paragraphs each of its outermost `<article>` elements has. */
  readonly articles: () => readonly number[];
  /** Readability's estimate. */
  readonly readable: () => boolean;
}

/** What an article is part of, cites or lists is not followed. */
const MAIN = {
  follow: ['@graph', 'mainEntity'],
  /** An article in the page, in its `mainEntity`, in a `@graph`, in a list. */
  depth: 4,
};
/** More articles than this, and the page lists them. Some sites describe one article twice. */
const MAX_ARTICLES = 3;
/** A teaser on a front page has one or two. */
const MIN_PARAGRAPHS = 3;
/** So many `<article>` elements, none of them long, are teasers, comments or cards. */
const MANY_TEASERS = 6;

const areArticles = (types: readonly unknown[]) => {
  const count = types.filter((type) => typeof type === 'string' && ARTICLE.test(type)).length;
  return count > 0 && count <= MAX_ARTICLES;
};

/** The types of a JSON-LD text's main nodes. */
function typesIn(text: string): unknown[] {
  // Most scripts describe the publisher or the way here; they need not be parsed.
  if (text.length > MAX_JSON || !/Article|BlogPosting|Report/.test(text)) return [];
  const types: unknown[] = [];
  try {
    eachNode(JSON.parse(text), MAIN, (node) => {
      // A node of several types is one node.
      const all = [node['@type']].flat();
      types.push(all.find((each) => typeof each === 'string' && ARTICLE.test(each)));
    });
  } catch {
    // No JSON: it says nothing, and the page may still show what it is.
  }
  return types;
}

function ownArticle(paragraphs: readonly number[]): boolean {
  return paragraphs.filter((count) => count >= MIN_PARAGRAPHS).length === 1;
}

/** @returns the surest sign that the page is an article, or null where it shows none */
export function articleSign(page: PageSigns): ArticleSign | null {
  if (areArticles(page.jsonLd().slice(0, MAX_SCRIPTS).flatMap(typesIn))) return 'json-ld';
  if (/^article\b/i.test(page.ogType() ?? '')) return 'og-type';
  if (areArticles(page.itemTypes())) return 'microdata';
  if (page.isFront) return null;
  const articles = page.articles();
  if (ownArticle(articles)) return 'article';
  if (articles.length >= MANY_TEASERS) return null;
  return page.readable() ? 'readable' : null;
}
