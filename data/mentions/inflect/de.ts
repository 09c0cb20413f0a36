/**
 * German: -s, -es, -n, -en and the plural in -e (with its umlaut, which folding drops) on capitalised
 * words; -e, -en, -er, -es, -em on others.
 */
import { hasEnding, type Inflection, isCapitalised } from './inflection';

const NOUN = 'n';
const ADJECTIVE = 'a';
const NOUN_ENDINGS = ['s', 'es', 'n', 'en'];
/** Shorter nouns with -e are too often verbs: Macht and "machte", Rat and "rate". */
const SHORTEST_WITH_E = 5;

/** Without -em, -en, -er, -es or -e, where three letters are left. */
function withoutEnding(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  const isE = (at: number) => word.charCodeAt(at) === 0x65;
  if (last === 0x65) return word.length > 3 ? word.slice(0, -1) : word;
  const takesE = last === 0x6d || last === 0x6e || last === 0x72 || last === 0x73;
  return takesE && word.length > 4 && isE(word.length - 2) ? word.slice(0, -2) : word;
}

function mayTakeE(noun: string): boolean {
  return (
    noun.length > SHORTEST_WITH_E || (noun.length === SHORTEST_WITH_E && !noun.endsWith('cht'))
  );
}

export const german: Inflection = {
  script: /\p{Script=Latin}/u,
  keyOf({ word, written }) {
    return isCapitalised(written) ? NOUN + word : ADJECTIVE + withoutEnding(word);
  },
  keysOf(word) {
    const keys = [NOUN + word, ADJECTIVE + word];
    for (const ending of NOUN_ENDINGS) {
      if (hasEnding(word, ending, 3)) keys.push(NOUN + word.slice(0, -ending.length));
    }
    if (word.endsWith('e') && mayTakeE(word.slice(0, -1))) keys.push(NOUN + word.slice(0, -1));
    if (hasEnding(word, 'innen', 3)) keys.push(NOUN + word.slice(0, -3));
    // Twice, since the stem of a term such as "schwer" has lost what only looks like an ending.
    const once = withoutEnding(word);
    keys.push(ADJECTIVE + once, ADJECTIVE + withoutEnding(once));
    return keys;
  },
};
