/** Spanish: number, and gender of words in -o and -a, -or and -és. Names stay as they are. */
import { hasEnding, type Inflection, isCapitalised } from './inflection';
import { LATIN } from './script';

const AS_WRITTEN = '=';
const GENDERED = 'g';
const NOUN = 'n';
const A = 0x61;
const O = 0x6f;
const S = 0x73;

/** Without -o, -a, -os or -as, where three letters are left; the word itself when it has none. */
function withoutGender(word: string): string {
  const end = word.charCodeAt(word.length - 1) === S ? word.length - 1 : word.length;
  const last = word.charCodeAt(end - 1);
  return end >= 4 && (last === O || last === A) ? word.slice(0, end - 1) : word;
}

/** embajadora, francesas: the feminine of words in -or and -és. */
function addMasculine(keys: string[], word: string): void {
  const singular = hasEnding(word, 's', 3) ? word.slice(0, -1) : word;
  if (hasEnding(singular, 'ora', 3) || hasEnding(singular, 'esa', 3)) {
    keys.push(NOUN + singular.slice(0, -1));
  }
}

export const spanish: Inflection = {
  script: LATIN,
  keyOf({ word, written }) {
    if (isCapitalised(written)) return AS_WRITTEN + word;
    const stem = withoutGender(word);
    return stem === word ? NOUN + word : GENDERED + stem;
  },
  keysOf(word) {
    const keys = [AS_WRITTEN + word, NOUN + word];
    const stem = withoutGender(word);
    if (stem !== word) {
      keys.push(GENDERED + stem);
      addMasculine(keys, word);
    }
    if (!hasEnding(word, 's', 3)) return keys;
    keys.push(NOUN + word.slice(0, -1));
    if (hasEnding(word, 'es', 3)) keys.push(NOUN + word.slice(0, -2));
    if (hasEnding(word, 'ces', 2)) keys.push(`${NOUN}${word.slice(0, -3)}z`);
    return keys;
  },
};
