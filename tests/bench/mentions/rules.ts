/** Compound rules as a large pack has them: terms that meet in a sentence, near each other, or without others. */
import type { MentionSource } from '../../../data/mentions/compile';
import type { Rule, Term } from '../../../data/model';
import { type Alias, termOf } from './generator';
import { type Random, random } from './random';
import { textWords } from './text-words';

/** Lists that rules share: the actors, places and doings of the pack. */
const SHARED_LISTS = 200;
const SHARED_TERMS = [5, 40] as const;
/** Each rule's own list. */
const OWN_TERMS = [1, 5] as const;
/**
 * Of the terms, those that are a word of the text other than its commonest. So one word of the text in
 * twenty begins a term of some rule: more than of an alias, since these stand for doings too.
 */
const SHARED_TEXT_SHARE = 0.2;
const OWN_TEXT_SHARE = 0.05;
/** Kinds of rules, in a hundred; `near` are the others. */
const TWO_SHARED = 10;
const SHARED_AND_OWN = 50;
const TWO_SHARED_AND_OWN = 15;
const DISTANCES = [3, 12] as const;
const NOT_SHARE = 0.15;
const PARAGRAPH_SHARE = 0.1;

const between = ([least, most]: readonly [number, number], dice: Random) =>
  least + dice.below(most - least + 1);

/**
 * @param count how many topics, each with one rule
 * @param aliases some of the terms
 * @param blocks the text, which lends the others
 */
export function compoundRules(
  count: number,
  seed: number,
  aliases: readonly Alias[],
  blocks: readonly string[],
): MentionSource {
  const dice = random(seed);
  const { tokens, isCommon } = textWords(blocks);
  const rarer = [...new Set(tokens)].filter((token) => !isCommon(token));
  const drawTerm = (textShare: number): Term =>
    dice.next() < textShare && rarer.length > 0 ? dice.of(rarer) : termOf(dice.of(aliases));
  const drawTerms = (length: number, textShare: number) =>
    Array.from({ length }, () => drawTerm(textShare));
  const terms: Record<string, Term[]> = {};
  for (let i = 0; i < SHARED_LISTS; i++) {
    terms[`shared-${i}`] = drawTerms(between(SHARED_TERMS, dice), SHARED_TEXT_SHARE);
  }
  const shared = (): Rule => `$shared-${dice.below(SHARED_LISTS)}`;
  const own = (): Rule => drawTerms(between(OWN_TERMS, dice), OWN_TEXT_SHARE);
  const drawRule = (): Rule => {
    const kind = dice.below(100);
    const not = dice.next() < NOT_SHARE ? { not: [shared()] } : {};
    const within = dice.next() < PARAGRAPH_SHARE ? ('paragraph' as const) : ('sentence' as const);
    if (kind < TWO_SHARED) return { all: [shared(), shared()], within, ...not };
    if (kind < TWO_SHARED + SHARED_AND_OWN) return { all: [shared(), own()], within, ...not };
    if (kind < TWO_SHARED + SHARED_AND_OWN + TWO_SHARED_AND_OWN) {
      return { all: [shared(), shared(), own()], within, ...not };
    }
    return { near: [shared(), own()], distance: between(DISTANCES, dice), ...not };
  };
  const topics = Array.from({ length: count }, (_, i) => ({
    id: `rule-${i}`,
    mention: drawRule(),
  }));
  return { language: 'en', terms, topics };
}
