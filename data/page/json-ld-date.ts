/** Dates of publication in a page's JSON-LD (https://schema.org/datePublished). */

import { ARTICLE, eachNode, MAX_JSON, MAX_SCRIPTS } from './json-ld';

/** Not followed: what a page is part of, cites, lists, or is commented with. */
const MAIN = {
  follow: ['@graph', 'mainEntity', 'mainEntityOfPage'],
  /** An article in the page, in its `mainEntity`, in a `@graph`, in a list. */
  depth: 5,
};

/** NewsArticle and kin; then what else may be a whole page. Comments, videos and products are no page. */
const KINDS = [
  ARTICLE,
  /(?:^|[/:#])(?:\w*WebPage|ItemPage|AboutPage|QAPage|CreativeWork|SocialMediaPosting|DiscussionForumPosting|Book|Chapter|Dataset|PodcastEpisode|\w*Review)$/,
];

interface Dated {
  readonly kind: number;
  readonly date: string;
  /** It names an address that is the page's own. */
  readonly own: boolean;
}

const texts = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['@id'] : value;

/** What publishers put around JSON for the sake of old XHTML, and line breaks inside strings. */
function mended(text: string): string {
  return (
    text
      .replace(/^\s*(?:\/\/\s*)?(?:<!--|(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?)/, '')
      .replace(/(?:\/\/\s*)?(?:-->|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?)\s*$/, '')
      .replace(/;\s*$/, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what makes it no JSON
      .replace(/[\u0000-\u001f]+/g, ' ')
  );
}

function parse(text: string): unknown {
  for (const attempt of [text, mended(text)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // No JSON: tried again mended, then it says nothing.
    }
  }
  return null;
}

function datedIn(script: string, addresses: readonly string[]): Dated[] {
  if (script.length > MAX_JSON || !script.includes('datePublished')) return [];
  const found: Dated[] = [];
  eachNode(parse(script), MAIN, (node) => {
    const types = texts(node['@type']);
    const kind = KINDS.findIndex((pattern) => types.some((type) => pattern.test(type)));
    const [date] = texts(node.datePublished);
    if (kind === -1 || date === undefined) return;
    const named = [node.url, node['@id'], idOf(node.mainEntityOfPage)].flatMap(texts);
    found.push({ kind, date, own: named.some((name) => addresses.includes(name)) });
  });
  return found;
}

/**
 * @param scripts the texts of a page's JSON-LD scripts
 * @param addresses the page's own
 * @returns each `datePublished` as it is written: articles first, of those the ones that name the page's address first
 */
export function publishedInJsonLd(
  scripts: readonly string[],
  addresses: readonly string[],
): string[] {
  return scripts
    .slice(0, MAX_SCRIPTS)
    .flatMap((script) => datedIn(script, addresses))
    .sort((a, b) => a.kind - b.kind || Number(b.own) - Number(a.own))
    .map(({ date }) => date);
}
