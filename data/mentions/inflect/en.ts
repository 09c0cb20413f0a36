/**
 * English: a possessive on any word, a plural on the last one, and nothing else. Names take no
 * plural, so that "Hama" never marks "Hamas"; peoples in -an do ("North Koreans").
 */
import { hasEnding, type Inflection, isCapitalised } from './inflection';
import { LATIN } from './script';

const WORD = 'w';
const LAST = 'n';
const E = 0x65;
const S = 0x73;

const IRREGULAR = new Map([
  ['children', 'child'],
  ['people', 'person'],
  ['feet', 'foot'],
  ['lives', 'life'],
]);

/** The endings of plurals and what they were. */
const PLURALS: readonly (readonly [plural: string, singular: string])[] = [
  ['ies', 'y'],
  ['ves', 'f'],
  ['ives', 'ife'],
  ['ses', 's'],
  ['ses', 'sis'],
  ['xes', 'x'],
  ['zes', 'z'],
  ['oes', 'o'],
  ['ches', 'ch'],
  ['shes', 'sh'],
];

/** Adds the words of which a word may be the regular plural. */
function addSingulars(word: string, add: (singular: string) => void): void {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) add(irregular);
  if (word === 'men' || hasEnding(word, 'men', 2)) add(`${word.slice(0, -2)}an`);
  const end = word.length;
  if (end < 4 || word.charCodeAt(end - 1) !== S || word.charCodeAt(end - 2) === S) return;
  add(word.slice(0, -1));
  if (word.charCodeAt(end - 2) !== E) return;
  for (const [plural, singular] of PLURALS) {
    if (hasEnding(word, plural, 1)) add(word.slice(0, -plural.length) + singular);
  }
}

export const english: Inflection = {
  script: LATIN,
  keyOf({ word, written, last }) {
    const name = isCapitalised(written) && !word.endsWith('an');
    return (last && !name ? LAST : WORD) + word;
  },
  keysOf(word) {
    const keys: string[] = [];
    const add = (base: string) => {
      keys.push(WORD + base, LAST + base);
      addSingulars(base, (singular) => keys.push(LAST + singular));
    };
    add(word);
    if (hasEnding(word, "'s", 1)) add(word.slice(0, -2));
    return keys;
  },
};
