/** What a mention says and how it ranks. */
import { type Mention, startOf } from '../reader/contract';

/** @returns where a mention ends, in UTF-16 units into its block */
export function endOf(mention: Mention): number {
  return mention.parts.at(-1)?.[1] ?? 0;
}

/** @returns the words of a mention, its parts joined by an ellipsis, white space made single */
export function phraseOf(mention: Mention): string {
  return mention.parts
    .map(([start, end]) => mention.block.text.slice(start, end).replace(/\s+/g, ' ').trim())
    .join(' … ');
}

/**
 * Of topics that share a phrase, the one that says most about it comes first: the rule with more
 * parts, then the one whose parts stand closer together.
 */
export function bySpecificity(a: Mention, b: Mention): number {
  const hull = (mention: Mention) => endOf(mention) - startOf(mention);
  return b.parts.length - a.parts.length || hull(a) - hull(b);
}
