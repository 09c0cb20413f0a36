/** Dates of publication in a page's JSON-LD (https://schema.org/datePublished). */

/** UTF-16 units of one script; with its whole text inside, a long article has 100,000. */
const MAX_JSON = 500_000;
/** Scripts looked into; publishers have one to six. */
const MAX_SCRIPTS = 16;
/** An article in the page, in its `mainEntity`, in a `@graph`, in a list. */
const MAX_DEPTH = 5;
/** Nodes looked at in one script. */
const MAX_NODES = 500;

/** NewsArticle and kin; then what else may be a whole page. Comments, videos and products are no page. */
const KINDS = [
  /(?:^|[/:#])\w*(?:Article|BlogPosting|Report)$/,
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
  let left = MAX_NODES;
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > MAX_DEPTH || left-- <= 0) return;
    if (Array.isArray(node)) {
      for (const each of node.slice(0, MAX_NODES)) visit(each, depth + 1);
      return;
    }
    const fields = node as Record<string, unknown>;
    const types = texts(fields['@type']);
    const kind = KINDS.findIndex((pattern) => types.some((type) => pattern.test(type)));
    const [date] = texts(fields.datePublished);
    if (kind !== -1 && date !== undefined) {
      const named = [fields.url, fields['@id'], idOf(fields.mainEntityOfPage)].flatMap(texts);
      const own = named.some((name) => addresses.includes(name));
      found.push({ kind, date, own });
    }
    // Not followed: what it is part of, cites, lists, or is commented with.
    visit(fields['@graph'], depth + 1);
    visit(fields.mainEntity, depth + 1);
    visit(fields.mainEntityOfPage, depth + 1);
  };
  visit(parse(script), 0);
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
