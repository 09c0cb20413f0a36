/**
 * English: a possessive on any word, a plural on the last one, and nothing else. Names take no
 * plural, so that "Hama" never marks "Hamas"; peoples in -an do ("North Koreans").
 */
import { type Inflection, isCapitalised } from './inflection';

const WORD = 'w';
const LAST = 'n';

const IRREGULAR: Readonly<Record<string, string>> = { children: 'child', people: 'person' };

/** The words of which a word may be the regular plural. */
function singulars(word: string): string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [irregular];
  if (/...men$/.test(word) || word === 'men') return [`${word.slice(0, -2)}an`];
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return [];
  const found = [word.slice(0, -1)];
  if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  if (/(?:[sxzo]|ch|sh)es$/.test(word)) found.push(word.slice(0, -2));
  return found;
}

export const english: Inflection = {
  script: /\p{Script=Latin}/u,
  keyOf({ word, written, last }) {
    const name = isCapitalised(written) && !word.endsWith('an');
    return (last && !name ? LAST : WORD) + word;
  },
  keysOf(word) {
    const bases = word.endsWith("'s") ? [word, word.slice(0, -2)] : [word];
    return bases.flatMap((base) => [
      WORD + base,
      LAST + base,
      ...singulars(base).map((singular) => LAST + singular),
    ]);
  },
};
