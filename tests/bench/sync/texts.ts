/** Sentences in eight languages whose words recur as those of news do, so that they compress and are searched as such. */
import { type GrowingVocabulary, growingVocabulary } from '../mentions/growing-vocabulary';
import { inventWord, LANGUAGES, type Language } from '../mentions/invented-words';
import { type Random, random } from '../mentions/random';

/**
 * A text of n words has k · n^b different ones: k = 44, b = 0.49 of Reuters-RCV1 (Manning, Raghavan and Schütze,
 * "Introduction to Information Retrieval", 2008, §5.1.1).
 */
const FACTOR = 44;
const EXPONENT = 0.49;
const newWordRate = (words: number) =>
  Math.min(1, FACTOR * EXPONENT * Math.max(1, words) ** (EXPONENT - 1));

/** Records of each language, in a thousand: four fifths in Latin letters, half of all English. */
const SHARES: Readonly<Record<Language, number>> = {
  en: 560,
  de: 80,
  fr: 80,
  es: 80,
  ru: 80,
  uk: 30,
  ar: 50,
  ko: 40,
};

/** @returns one of the names, as often as its share is large */
export function drawn<K extends string>(shares: Readonly<Record<K, number>>, dice: Random): K {
  const names = Object.keys(shares) as K[];
  let left = dice.next() * names.reduce((sum, name) => sum + shares[name], 0);
  for (const name of names) {
    left -= shares[name];
    if (left < 0) return name;
  }
  return names.at(-1) as K;
}

export interface Texts {
  /** A language, drawn as often as the pack has it. */
  language(): Language;
  /** A sentence without its full stop, its first letter a capital. */
  sentence(language: Language, words: number): string;
  /** So many words as a name has them: all as likely, each with a capital. */
  name(language: Language, words: number): string;
  /** In the letters that ids have, never the same twice. */
  slug(words: number): string;
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** @param dice what all is drawn from */
export function inventTexts(dice: Random): Texts {
  const vocabularies = new Map<Language, { words: GrowingVocabulary; used: number }>(
    LANGUAGES.map((language) => [language, { words: growingVocabulary(dice), used: 0 }]),
  );
  const slugs = new Set<string>();
  // Ids are not drawn from what texts say: else a longer pack would have other texts.
  const idDice = random(dice.below(2 ** 31));

  function word(language: Language): string {
    const vocabulary = vocabularies.get(language);
    if (!vocabulary) throw new Error(`no words of ${language}`);
    const isNew = dice.next() < newWordRate(vocabulary.used++);
    const chosen = (isNew ? null : vocabulary.words.frequent()) ?? inventWord(language, dice);
    vocabulary.words.use(chosen);
    return chosen;
  }

  return {
    language: () => drawn(SHARES, dice),
    sentence: (language, words) =>
      capitalised(Array.from({ length: words }, () => word(language)).join(' ')),
    name: (language, words) =>
      Array.from({ length: words }, () => {
        const known = dice.next() < 0.5 ? vocabularies.get(language)?.words.any() : null;
        return capitalised(known ?? inventWord(language, dice));
      }).join(' '),
    slug(words) {
      for (;;) {
        const slug = Array.from({ length: words }, () => inventWord('en', idDice, 2)).join('-');
        if (!slugs.has(slug)) return slugs.add(slug) && slug;
      }
    },
  };
}
