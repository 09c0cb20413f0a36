/** Walking a page's JSON-LD (https://www.w3.org/TR/json-ld11/), a stranger's text, within bounds. */

/** UTF-16 units of one script; with its whole text inside, a long article has 100,000. */
export const MAX_JSON = 500_000;
/** Scripts looked into; publishers have one to six. */
export const MAX_SCRIPTS = 16;
/** Nodes looked at in one script. */
const MAX_NODES = 500;

/**
 * schema.org's Article and the kinds of it that are read as one: NewsArticle, ReportageNewsArticle,
 * ScholarlyArticle, BlogPosting, LiveBlogPosting, Report … Postings of forums and networks are none.
 */
export const ARTICLE = /(?:^|[/:#])\w*(?:Article|BlogPosting|Report)$/;

/**
 * @param value a script, parsed
 * @param follow members that lead to further main nodes, in order
 * @param depth how many of these, and lists, lie inside one another at most
 * @param look called with each node before those that it leads to
 */
export function eachNode(
  value: unknown,
  { follow, depth }: { readonly follow: readonly string[]; readonly depth: number },
  look: (node: Readonly<Record<string, unknown>>) => void,
): void {
  let left = MAX_NODES;
  const visit = (node: unknown, at: number): void => {
    if (typeof node !== 'object' || node === null || at > depth || left-- <= 0) return;
    if (Array.isArray(node)) {
      for (const each of node.slice(0, MAX_NODES)) visit(each, at + 1);
      return;
    }
    const fields = node as Record<string, unknown>;
    look(fields);
    for (const name of follow) visit(fields[name], at + 1);
  };
  visit(value, 0);
}
