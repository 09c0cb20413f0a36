/** German: -s, -es, -n, -en on capitalised words, -e, -en, -er, -es, -em on others. */
import { type Inflection, isCapitalised } from './inflection';

const NOUN = 'n';
const ADJECTIVE = 'a';
const NOUN_ENDINGS = ['s', 'es', 'n', 'en'];
const ADJECTIVE_ENDING = /(?<=...)(?:em|en|er|es|e)$/;

export const german: Inflection = {
  script: /\p{Script=Latin}/u,
  keyOf({ word, written }) {
    return isCapitalised(written) ? NOUN + word : ADJECTIVE + word.replace(ADJECTIVE_ENDING, '');
  },
  keysOf(word) {
    const keys = [NOUN + word, ADJECTIVE + word];
    for (const ending of NOUN_ENDINGS) {
      if (word.endsWith(ending) && word.length - ending.length >= 3) {
        keys.push(NOUN + word.slice(0, -ending.length));
      }
    }
    // Twice, since the stem of a term such as "schwer" has lost what only looks like an ending.
    const once = word.replace(ADJECTIVE_ENDING, '');
    keys.push(ADJECTIVE + once, ADJECTIVE + once.replace(ADJECTIVE_ENDING, ''));
    return keys;
  },
};
