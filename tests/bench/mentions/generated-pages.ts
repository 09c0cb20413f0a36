/** Pages of sentences that say nothing, with words as often and as long as those of news. */
import { type GrowingVocabulary, growingVocabulary, newWordRate } from './growing-vocabulary';
import { inventWord, type Language } from './invented-words';
import { type Random, random } from './random';

const SEED = 20_241_024;
/** One page in twenty each of another script, the others English: about as on the saved pages. */
const PAGE_LANGUAGES: readonly Language[] = [
  ...Array<Language>(16).fill('en'),
  'de',
  'ru',
  'ar',
  'ko',
];
const PAGES = 60;
const BLOCKS = [20, 90] as const;
const SENTENCES = [1, 5] as const;
const WORDS = [4, 26] as const;
/** The words met first, which stay the commonest, are short, as in every language. */
const SHORT_WORDS = 150;
/** A text takes up new words half as fast as names do: the saved pages have 17,800 in 101,600. */
const NEWNESS = 0.5;
/** Of the words within a sentence, those that begin a name of one to three words. */
const NAME_SHARE = 0.06;
const COMMA_SHARE = 0.06;

const between = ([least, most]: readonly [number, number], dice: Random) =>
  least + dice.below(most - least + 1);
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Words of one language without end. */
function wordSource(language: Language, dice: Random): () => string {
  const vocabulary: GrowingVocabulary = growingVocabulary(dice);
  let tokens = 0;
  return () => {
    const rate = NEWNESS * newWordRate(tokens++);
    const old = dice.next() < rate ? null : vocabulary.frequent();
    const length = vocabulary.size < SHORT_WORDS ? 1 : undefined;
    const word = old ?? inventWord(language, dice, length);
    vocabulary.use(word);
    return word;
  };
}

function sentence(nextWord: () => string, dice: Random): string {
  let text = '';
  let capitals = 1;
  for (let left = between(WORDS, dice); left > 0; left--) {
    if (capitals === 0 && dice.next() < NAME_SHARE) capitals = 1 + dice.below(3);
    const word = nextWord();
    text += capitals > 0 ? capitalised(word) : word;
    capitals = Math.max(0, capitals - 1);
    if (left > 1) text += dice.next() < COMMA_SHARE ? ', ' : ' ';
  }
  return `${text}.`;
}

/** @returns names and blocks; about a million UTF-16 units in all, the same at every call */
export function generatedPages(): [string, string[]][] {
  const dice = random(SEED);
  const sources = new Map(
    [...new Set(PAGE_LANGUAGES)].map((language) => [language, wordSource(language, dice)]),
  );
  return Array.from({ length: PAGES }, (_, page) => {
    const language = PAGE_LANGUAGES[page % PAGE_LANGUAGES.length] ?? 'en';
    const nextWord = sources.get(language) ?? (() => '');
    const blocks = Array.from({ length: between(BLOCKS, dice) }, () =>
      Array.from({ length: between(SENTENCES, dice) }, () => sentence(nextWord, dice)).join(' '),
    );
    return [`generated-${page}-${language}`, blocks];
  });
}
