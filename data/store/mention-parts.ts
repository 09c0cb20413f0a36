/**
 * The mention index of a pack: whole as it was built (the base), and beside it one of the topics whose rules changed
 * since. What the base says of those is not heard.
 */
import { compileInSlices } from '../mentions/compile';
import type { Rule, Term } from '../model';
import { inSlices } from '../slices';

export const MENTIONS = 'mentions';
export const MENTIONS_SINCE = 'mentions+';

/** A topic and when a page mentions it. */
export interface TopicRule {
  readonly id: string;
  readonly mention: Rule;
}

export interface MentionsSince {
  /** Ids of all topics whose rules are not what they were when the base was built. */
  readonly changed: readonly string[];
  /** Those of them that still have a rule. */
  readonly rules: readonly TopicRule[];
  /** Null where none has. */
  readonly index: Blob | null;
}

/** What rules are read with. */
interface Terms {
  readonly language: string;
  readonly terms: Readonly<Record<string, readonly Term[]>>;
}

/** @returns the index of topics; a pack's rules are checked where they are compiled, and its lists with them */
export async function compileRules(
  { language, terms }: Terms,
  topics: readonly TopicRule[],
): Promise<Blob> {
  return new Blob([await inSlices(compileInSlices({ language, terms, topics }))]);
}

/** All named lists that rules mention, and those that these pull in. */
function termsOf({ terms }: Terms, topics: readonly TopicRule[]): Terms['terms'] {
  const used = new Map<string, readonly Term[]>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && value.startsWith('$')) {
      const name = value.slice(1);
      const list = Object.hasOwn(terms, name) ? terms[name] : undefined;
      if (!list || used.has(name)) return;
      used.set(name, list);
      visit(list);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const { mention } of topics) visit(mention);
  return Object.fromEntries(used);
}

/** A rule less than these is not worth a new base. */
const FEW_TOPICS = 64;

/**
 * @param since what changed before; null where nothing did
 * @param changes by topic: its rule as it is now
 * @param topics how many the pack has
 * @returns what changed since the base was built; null where that is so much that the base has to be built anew
 */
export async function mentionsSince(
  head: Terms,
  since: MentionsSince | null,
  changes: ReadonlyMap<string, Rule | null>,
  topics: number,
): Promise<MentionsSince | null> {
  const changed = [...new Set([...(since?.changed ?? []), ...changes.keys()])].sort();
  if (changed.length > Math.max(FEW_TOPICS, topics / 4)) return null;
  const rules = [
    ...(since?.rules ?? []).filter(({ id }) => !changes.has(id)),
    ...[...changes].flatMap(([id, mention]) => (mention === null ? [] : [{ id, mention }])),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const terms = termsOf(head, rules);
  const index =
    rules.length > 0 ? await compileRules({ language: head.language, terms }, rules) : null;
  return { changed, rules, index };
}
