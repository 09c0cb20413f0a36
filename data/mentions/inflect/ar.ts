/**
 * Arabic: the words that are written together with the next (و and, ف so, ب in, ل for, ك like, ال the)
 * and with the one before (ها her, هم their, نا our), the regular plurals and the dual, the accusative,
 * and the feminine of adjectives. Broken plurals are words of their own.
 */
import { hasEnding, type Inflection } from './inflection';
import { ARABIC } from './script';

/** A shorter rest is too likely a word that only begins with such a letter. */
const SHORTEST = 3;
/** Behind و alone shorter words are common: ولم, ولا, وفي. */
const SHORTEST_AFTER_AND = 2;

const AND = 0x648;
const SO = 0x641;
const ALEF = 0x627;
const LAM = 0x644;
const IN = 0x628;
const LIKE = 0x643;

/** The word without its article, if enough is left. */
export function withoutArticle(word: string): string {
  return hasEnding(word, '', SHORTEST + 2) && word.startsWith('ال') ? word.slice(2) : word;
}

/** Adds the word from an offset on, and what is left of it behind an article or a preposition. */
function addFrom(rests: string[], word: string, start: number, shortest: number): void {
  const left = word.length - start;
  if (left >= shortest) rests.push(word.slice(start));
  const first = word.charCodeAt(start);
  const second = word.charCodeAt(start + 1);
  const add = (units: number) => {
    if (left - units >= SHORTEST) rests.push(word.slice(start + units));
  };
  if (first === ALEF && second === LAM) add(2);
  else if (first === LAM) {
    add(1);
    if (second === LAM) add(2);
  } else if (first === IN || first === LIKE) {
    add(1);
    if (second === ALEF && word.charCodeAt(start + 2) === LAM) add(3);
  }
}

/**
 * What may be left of a word when the words written together with it are taken off.
 * @param word a folded Arabic word
 */
export function withoutClitics(word: string): string[] {
  const rests: string[] = [];
  addFrom(rests, word, 0, SHORTEST);
  const first = word.charCodeAt(0);
  if (first === AND) addFrom(rests, word, 1, SHORTEST_AFTER_AND);
  else if (first === SO) addFrom(rests, word, 1, SHORTEST);
  return rests;
}

const SUFFIXES = ['ها', 'هم', 'نا', 'هما', 'هن'];
/** The masculine plural in both cases, and the dual. */
const PLURALS = ['ين', 'ون', 'ان'];

const plural = (word: string) => (hasEnding(word, 'ون', 2) ? `${word.slice(0, -2)}ين` : word);

/** Adds a word, its singular, and it without the possessor behind it. */
function addForms(keys: string[], word: string): void {
  keys.push(plural(word));
  if (hasEnding(word, 'ا', SHORTEST)) keys.push(word.slice(0, -1));
  // كورية is كوري, but a final ه of other words (مدرسه) is theirs.
  if (hasEnding(word, 'يه', 2)) keys.push(word.slice(0, -1));
  for (const ending of PLURALS) {
    if (!hasEnding(word, ending, SHORTEST)) continue;
    const base = word.slice(0, -2);
    keys.push(base);
    if (hasEnding(base, 'ت', 1)) keys.push(`${base.slice(0, -1)}ه`);
  }
  if (hasEnding(word, 'ات', SHORTEST)) keys.push(`${word.slice(0, -2)}ه`);
}

export const arabic: Inflection = {
  script: ARABIC,
  keyOf: ({ word }) => plural(withoutArticle(word)),
  keysOf(word) {
    const keys: string[] = [];
    for (const rest of word.length < SHORTEST ? [word] : withoutClitics(word)) {
      addForms(keys, rest);
      for (const suffix of SUFFIXES) {
        if (!hasEnding(rest, suffix, SHORTEST)) continue;
        const base = rest.slice(0, -suffix.length);
        keys.push(plural(base));
        // دولتها: the feminine ending opens before a suffix.
        if (hasEnding(base, 'ت', 1)) keys.push(`${base.slice(0, -1)}ه`);
      }
    }
    return keys;
  },
};
