/** What nearly mentioned a topic: rules of which something stands in a text, and what kept them from holding. */
import { openAttempts } from './attempts';
import type { Found } from './explain';
import type { Lookalike } from './lookalike';
import type { Trace, TracedBlock, TracedCombined, TracedList, TracedRule } from './trace';

/** Something that a rule found. */
export interface Present {
  readonly rule: TracedList;
  readonly found: Found;
}

/** One thing that kept a rule from holding. */
export type Gap =
  | {
      /** Nothing of a list, or of a rule, stands where the rule around it looks. */
      readonly kind: 'missing';
      readonly rule: TracedRule;
      /** Where the block has it out of reach, and how many sentences further (negative: before); null: nowhere. */
      readonly elsewhere: { readonly found: Found; readonly sentences: number } | null;
      /** What in reach looks like one of its terms. */
      readonly lookalike: Lookalike | null;
    }
  | {
      /** A `not` of the rule holds. */
      readonly kind: 'excluded';
      readonly rule: TracedCombined;
      readonly by: Present;
    }
  | {
      /** A `given` of the rule does not hold, and why not. */
      readonly kind: 'given';
      readonly rule: TracedRule;
      readonly gaps: readonly Gap[];
    }
  | {
      /** Neighbours of a `near` stand too far apart. */
      readonly kind: 'distance';
      readonly rule: TracedCombined;
      readonly before: Found;
      readonly after: Found;
      /** Words between the two. */
      readonly words: number;
    }
  | {
      /** The parts of an ordered `near` stand in another order: this one. */
      readonly kind: 'order';
      readonly rule: TracedCombined;
      readonly order: readonly Found[];
    }
  /** The parts reach into each other, or those closest to each other stand elsewhere. */
  | { readonly kind: 'fit'; readonly rule: TracedCombined };

/** A rule that did not hold in a sentence (or block), though something of it stands there. */
export interface NearMiss {
  readonly topic: string;
  readonly rule: TracedRule;
  /** The hull of what is there: UTF-16 offsets into the block. */
  readonly start: number;
  readonly end: number;
  readonly present: readonly Present[];
  /** What is wrong, each of them enough to keep the rule from holding. */
  readonly gaps: readonly Gap[];
}

/** One list here and the other one there is the same seen from there. */
function keyOf({ topic, rule, present, gaps }: NearMiss): string {
  const places = [
    ...present.map(({ found }) => found.start),
    ...gaps.flatMap((gap) => (gap.kind === 'missing' ? (gap.elsewhere?.found.start ?? []) : [])),
  ];
  return JSON.stringify([topic, rule.path, places.sort((a, b) => a - b)]);
}

/**
 * What nearly mentioned a topic, in sentences (or the block, for rules that look there) where it is
 * not mentioned.
 * @param trace the pack, opened with `openTrace`
 * @param block what `trace.read` made of the text
 * @param far also rules of which more is missing than is there
 * @returns the nearest first: those of which least is wrong and most is there
 */
export function nearMisses(trace: Trace, block: TracedBlock, far = false): NearMiss[] {
  const attempts = openAttempts(trace, block);
  const misses = trace.topics.flatMap(({ id, rule }) => {
    const marked = block.finds(rule.rule);
    return attempts(rule)
      .filter(({ scope, present, gaps }) => {
        if (gaps.length === 0 || present.length === 0) return false;
        if (!far && gaps.length > present.length) return false;
        return !marked.some((find) => find.first <= scope.last && scope.first <= find.last);
      })
      .map(({ rule, present, gaps, cost }) => {
        const start = Math.min(...present.map(({ found }) => found.start));
        const end = Math.max(...present.map(({ found }) => found.end));
        return { cost, miss: { topic: id, rule, start, end, present, gaps } };
      });
  });
  misses.sort(
    (a, b) =>
      a.cost - b.cost ||
      b.miss.present.length - a.miss.present.length ||
      a.miss.start - b.miss.start,
  );
  const seen = new Set<string>();
  return misses.flatMap(({ miss }) => {
    const key = keyOf(miss);
    if (seen.has(key)) return [];
    seen.add(key);
    return [miss];
  });
}

/**
 * A few near misses for somebody to read: the nearest, of as many topics as there are.
 * @param misses from {@link nearMisses}
 * @param most how many
 */
export function nearest(misses: readonly NearMiss[], most: number): NearMiss[] {
  const first = new Set<NearMiss>();
  const topics = new Set<string>();
  for (const miss of misses) {
    if (!topics.has(miss.topic)) first.add(miss);
    topics.add(miss.topic);
  }
  return [...first, ...misses.filter((miss) => !first.has(miss))].slice(0, most);
}
