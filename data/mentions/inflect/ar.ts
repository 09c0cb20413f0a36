/**
 * Arabic: the words that are written together with the next (و and, ف so, ب in, ل for, ك like, ال the)
 * and the case of the sound plural (ون, ين) and of the indefinite accusative (ا). Letters are folded
 * before: أ إ آ are ا, ى is ي, ة is ه.
 */
import type { Inflection } from './inflection';

/** A shorter rest is too likely a word that only begins with such a letter. */
const SHORTEST = 3;
/** Behind و alone shorter words are common: ولم, ولا, وفي. */
const SHORTEST_AFTER_AND = 2;

const CONJUNCTIONS = ['', 'و', 'ف'];
const BEFORE_NOUN = ['', 'ال', 'ب', 'بال', 'ل', 'لل', 'ك', 'كال'];
const CLITICS = CONJUNCTIONS.flatMap((first) => BEFORE_NOUN.map((second) => first + second));

const plural = (word: string) => (word.length > SHORTEST ? word.replace(/ون$/, 'ين') : word);

/** The word without its article, if enough is left. */
export function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length - 2 >= SHORTEST ? word.slice(2) : word;
}

/**
 * What may be left of a word when the words written together with it are taken off.
 * @param word a folded Arabic word
 */
export function withoutClitics(word: string): string[] {
  return CLITICS.filter(
    (clitic) =>
      word.startsWith(clitic) &&
      word.length - clitic.length >= (clitic === 'و' ? SHORTEST_AFTER_AND : SHORTEST),
  ).map((clitic) => word.slice(clitic.length));
}

export const arabic: Inflection = {
  script: /\p{Script=Arabic}/u,
  keyOf: ({ word }) => plural(withoutArticle(word)),
  keysOf(word) {
    const rests = word.length < SHORTEST ? [word] : withoutClitics(word);
    return rests.flatMap((rest) =>
      rest.endsWith('ا') && rest.length > SHORTEST
        ? [plural(rest), rest.slice(0, -1)]
        : [plural(rest)],
    );
  },
};
