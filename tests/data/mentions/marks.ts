/** For tests: what of a text one rule marks. */
import { compileMentions } from '../../../data/mentions/compile';
import { findMentions, openMentions } from '../../../data/mentions/matcher';
import type { Rule, Term } from '../../../data/model';

/**
 * @returns for each mention the text of its parts, joined by " … "
 */
export function marks(
  rule: Rule,
  text: string,
  { terms = {}, language = 'en' }: { terms?: Record<string, Term[]>; language?: string } = {},
): string[] {
  const index = compileMentions({ language, terms, topics: [{ id: 'topic', mention: rule }] });
  return findMentions(openMentions(index), text).map(({ parts }) =>
    parts.map(([start, end]) => text.slice(start, end)).join(' … '),
  );
}
