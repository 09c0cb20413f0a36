/** Spanish: number, and gender of words in -o and -a. Names stay as they are. */
import { type Inflection, isCapitalised } from './inflection';

const AS_WRITTEN = '=';
const GENDERED = 'g';
const NOUN = 'n';
const GENDER = /(?<=...)(?:os|as|o|a)$/;

export const spanish: Inflection = {
  script: /\p{Script=Latin}/u,
  keyOf({ word, written }) {
    if (isCapitalised(written)) return AS_WRITTEN + word;
    return GENDER.test(word) ? GENDERED + word.replace(GENDER, '') : NOUN + word;
  },
  keysOf(word) {
    const keys = [AS_WRITTEN + word, NOUN + word];
    if (GENDER.test(word)) keys.push(GENDERED + word.replace(GENDER, ''));
    if (/...s$/.test(word)) keys.push(NOUN + word.slice(0, -1));
    if (/...es$/.test(word)) keys.push(NOUN + word.slice(0, -2));
    return keys;
  },
};
