/** Names and phrases like those of an entity gazetteer in several languages; see docs/benchmarks.md. */
import type { MentionSource } from '../../../data/mentions/compile';
import type { Rule, Term } from '../../../data/model';
import { type GrowingVocabulary, growingVocabulary, newWordRate } from './growing-vocabulary';
import { inventWord, type Language } from './invented-words';
import { type Random, random } from './random';
import { type TextWords, textWords } from './text-words';

export interface Alias {
  readonly text: string;
  readonly language: Language;
}

/** Aliases of each language, in a thousand: four fifths Latin script, half of all English. */
const LANGUAGE_SHARES: readonly (readonly [Language, number])[] = [
  ['en', 560],
  ['de', 80],
  ['fr', 80],
  ['es', 80],
  ['ru', 80],
  ['uk', 30],
  ['ar', 50],
  ['ko', 40],
];
/** Aliases of one to four words, in a hundred: 2.3 words on average. */
const LENGTHS = [15, 50, 23, 12];
/** Of the new English words, those that the text has. */
const TEXT_WORD_SHARE = 0.05;
/**
 * Of the English aliases of several words, those that are a name in the text. The best known stand
 * first in a gazetteer, so the share falls with the root of their number.
 */
const textNameShare = (aliases: number) =>
  Math.min(0.2, 0.004 * Math.sqrt(100_000 / (aliases + 1)));
/** Draws for a word of the text that is still new, before one is invented. */
const TEXT_WORD_DRAWS = 8;
/** The small words within longer names, the commonest more than once. */
const LINKS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ['of', 'of', 'of', 'of', 'and', 'and', 'the', 'for', 'in'],
  de: ['von', 'von', 'der', 'und', 'für'],
  fr: ['de', 'de', 'de', 'la', 'du', 'et'],
  es: ['de', 'de', 'de', 'la', 'del', 'y'],
  ru: ['и', 'и', 'по', 'в'],
  uk: ['та', 'та', 'з', 'в'],
};
/** Of the aliases of three and four words, those with a small word inside. */
const LINK_SHARE = 0.4;
/** Aliases in small letters ("supply chain"); the others have capitals, as names do. */
const SMALL_LETTERS_SHARE = 0.2;
const SHORTEST_SINGLE = 3;
/** Aliases a topic: one to seven, four on average. */
const MOST_ALIASES = 7;

/** The index of a share, drawn as often as it is large. */
function draw(shares: readonly number[], dice: Random): number {
  let left = dice.below(shares.reduce((sum, share) => sum + share, 0));
  return shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A word that the vocabulary does not have yet. */
function newWord(
  language: Language,
  vocabulary: GrowingVocabulary,
  text: TextWords,
  dice: Random,
): string {
  if (language === 'en' && text.tokens.length > 0 && dice.next() < TEXT_WORD_SHARE) {
    for (let draws = 0; draws < TEXT_WORD_DRAWS; draws++) {
      const word = dice.of(text.tokens);
      if (!vocabulary.has(word)) return word;
    }
  }
  for (;;) {
    const word = inventWord(language, dice);
    if (!vocabulary.has(word)) return word;
  }
}

/**
 * Aliases, each once (without regard to case). Fewer aliases of the same seed and text are the
 * beginning of more.
 * @param count how many
 * @param seed equal seeds give equal aliases
 * @param blocks the text that the aliases are to be found in; it lends some words and names
 */
export function generateAliases(count: number, seed: number, blocks: readonly string[]): Alias[] {
  const dice = random(seed);
  const text = textWords(blocks);
  const vocabularies = new Map(
    LANGUAGE_SHARES.map(([language]) => [language, growingVocabulary(dice)] as const),
  );
  const aliases: Alias[] = [];
  const seen = new Set<string>();
  let tokens = 0;

  const drawWords = (language: Language, vocabulary: GrowingVocabulary): string[] => {
    const length = draw(LENGTHS, dice) + 1;
    if (language === 'en' && length > 1 && text.names.length > 0) {
      if (dice.next() < textNameShare(aliases.length))
        return dice.of(text.names).toLowerCase().split(' ');
    }
    const rate = newWordRate(tokens);
    const drawWord = () => {
      const old = length === 1 ? vocabulary.any() : vocabulary.frequent();
      return old === null || dice.next() < rate ? newWord(language, vocabulary, text, dice) : old;
    };
    const words = Array.from({ length }, drawWord);
    if (length > 1 && text.isCommon(words[0] ?? '')) words[0] = drawWord();
    const links = LINKS[language] ?? [];
    if (length > 2 && links.length > 0) {
      const inner = 1 + dice.below(length - 2);
      if (dice.next() < LINK_SHARE) words[inner] = dice.of(links);
    }
    return words;
  };

  const isAlias = (words: readonly string[]) => {
    const [first = '', ...more] = words;
    if (more.length > 0) return true;
    return first.length >= SHORTEST_SINGLE && !text.mayBeCommon(first);
  };

  const languages = LANGUAGE_SHARES.map(([, share]) => share);
  while (aliases.length < count) {
    const [language] = LANGUAGE_SHARES[draw(languages, dice)] ?? ['en' as const];
    const vocabulary = vocabularies.get(language) as GrowingVocabulary;
    const words = drawWords(language, vocabulary);
    const small = words.join(' ');
    if (seen.has(small) || !isAlias(words)) continue;
    seen.add(small);
    for (const word of words) vocabulary.use(word);
    tokens += words.length;
    const isLink = (word: string) => LINKS[language]?.includes(word) === true;
    const name = words.map((word, i) => (i > 0 && isLink(word) ? word : capitalised(word)));
    const written = dice.next() < SMALL_LETTERS_SHARE ? small : name.join(' ');
    aliases.push({ text: written, language });
  }
  return aliases;
}

/** The language of packs made here; aliases of others say so. */
const PACK_LANGUAGE = 'en';

/** An alias as an author writes it. */
export const termOf = ({ text, language }: Alias): Term =>
  language === PACK_LANGUAGE ? text : { text, lang: language };

/**
 * A pack of topics that are mentioned by their aliases, four each on average.
 * @param seed decides how many aliases each topic has
 * @param prefix of the topics' ids, so that several packs can be told apart
 */
export function packOf(aliases: readonly Alias[], seed: number, prefix = 'topic'): MentionSource {
  const dice = random(seed);
  const topics: { id: string; mention: Rule }[] = [];
  for (let at = 0; at < aliases.length; ) {
    const end = at + 1 + dice.below(MOST_ALIASES);
    const mention = aliases.slice(at, end).map(termOf);
    topics.push({ id: `${prefix}-${topics.length}`, mention });
    at = end;
  }
  return { language: PACK_LANGUAGE, terms: {}, topics };
}
