/**
 * French: number and gender. Names stay as they are, save peoples' names ("Nord-Coréens").
 * Participles in -é have a key of their own, so that "armée" and "arme" stay two words.
 */
import { hasEnding, type Inflection, isCapitalised } from './inflection';
import { LATIN } from './script';

const AS_WRITTEN = '=';
const STEM = 's';
const PARTICIPLE = 'p';
const PEOPLE = /(?:en|ain|ais|ois)(?:ne|e)?s?$/;

const without = (word: string, units: number) => word.slice(0, word.length - units);

/** coréen, coréens, coréenne, coréennes → coreen; troupe → troup; offensives → offensif */
function stem(word: string): string {
  let base = word;
  if (hasEnding(base, 'aux', 3)) base = `${without(base, 2)}l`;
  else if (hasEnding(base, 's', 3) || hasEnding(base, 'x', 3)) base = without(base, 1);
  if (hasEnding(base, 'e', 3)) base = without(base, 1);
  if (hasEnding(base, 'iv', 2)) return `${without(base, 1)}f`;
  if (hasEnding(base, 'eus', 2)) return without(base, 1);
  // français, whose s is no plural, and française
  if (hasEnding(base, 'ais', 3) || hasEnding(base, 'ois', 3)) return without(base, 1);
  const isDouble = base.charCodeAt(base.length - 1) === base.charCodeAt(base.length - 2);
  return isDouble && 'nlt'.includes(base.charAt(base.length - 1)) ? without(base, 1) : base;
}

export const french: Inflection = {
  script: LATIN,
  keyOf({ word, written }) {
    if (isCapitalised(written) && !PEOPLE.test(word)) return AS_WRITTEN + word;
    const isParticiple = word.endsWith('e') && written.normalize('NFC').endsWith('é');
    return isParticiple ? PARTICIPLE + without(word, 1) : STEM + stem(word);
  },
  keysOf(word) {
    const keys = [AS_WRITTEN + word, STEM + stem(word)];
    const singular = hasEnding(word, 's', 2) ? without(word, 1) : word;
    if (hasEnding(singular, 'e', 2)) {
      keys.push(PARTICIPLE + without(singular, 1));
      if (hasEnding(singular, 'ee', 2)) keys.push(PARTICIPLE + without(singular, 2));
    }
    return keys;
  },
};
