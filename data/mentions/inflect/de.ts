/**
 * German: -s, -es, -n, -en and the plural in -e (with its umlaut, which folding drops) on capitalised
 * words; -e, -en, -er, -es, -em on others.
 */
import { hasEnding, type Inflection, isCapitalised } from './inflection';
import { LATIN } from './script';

const NOUN = 'n';
const ADJECTIVE = 'a';
const E = 0x65;
const M = 0x6d;
const N = 0x6e;
const R = 0x72;
const S = 0x73;
/** Shorter nouns with -e are too often verbs: Macht and "machte", Rat and "rate". */
const SHORTEST_WITH_E = 5;

/** Without -em, -en, -er, -es or -e, where three letters are left. */
function withoutEnding(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last === E) return word.length > 3 ? word.slice(0, -1) : word;
  if (last !== M && last !== N && last !== R && last !== S) return word;
  const isEnding = word.length > 4 && word.charCodeAt(word.length - 2) === E;
  return isEnding ? word.slice(0, -2) : word;
}

/** The nouns of which a word may be a form. */
function addNouns(keys: string[], word: string): void {
  const last = word.charCodeAt(word.length - 1);
  if (last === S || last === N) {
    if (word.length > 3) keys.push(NOUN + word.slice(0, -1));
    if (word.length > 4 && word.charCodeAt(word.length - 2) === E) {
      keys.push(NOUN + word.slice(0, -2));
      if (hasEnding(word, 'innen', 3)) keys.push(NOUN + word.slice(0, -3));
    }
  } else if (last === E) {
    const isLong = word.length > SHORTEST_WITH_E + 1;
    const isLongEnough = word.length === SHORTEST_WITH_E + 1 && !hasEnding(word, 'chte', 0);
    if (isLong || isLongEnough) keys.push(NOUN + word.slice(0, -1));
  }
}

export const german: Inflection = {
  script: LATIN,
  keyOf({ word, written }) {
    return isCapitalised(written) ? NOUN + word : ADJECTIVE + withoutEnding(word);
  },
  keysOf(word) {
    const keys = [NOUN + word, ADJECTIVE + word];
    addNouns(keys, word);
    const once = withoutEnding(word);
    if (once === word) return keys;
    keys.push(ADJECTIVE + once);
    // Twice, since the stem of a term such as "schwer" has lost what only looks like an ending.
    const twice = withoutEnding(once);
    if (twice !== once) keys.push(ADJECTIVE + twice);
    return keys;
  },
};
