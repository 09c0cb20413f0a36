/**
 * A vocabulary that grows as those of real texts and gazetteers do.
 *
 * Simon's process ("On a class of skew distribution functions", Biometrika 1955) with the falling
 * rate of Zanette and Montemurro (2005): the n-th token is a new word with probability dV/dn, else
 * it repeats a token drawn from all before it. So V follows Heaps' law by construction, and how
 * often words are used follows Zipf's.
 */
import type { Random } from './random';

/** V = 8.8 · n^0.7, as fitted to entity names of several languages. */
const FACTOR = 8.8;
const EXPONENT = 0.7;

/**
 * Words to be expected among so many tokens. While the formula gives more than a word a token (up to
 * n = 428) every token is a new word, so V stays some 180 words under it.
 */
export const expectedWords = (tokens: number) => FACTOR * tokens ** EXPONENT;

/** The probability that the token after `tokens` others is a new word. */
export const newWordRate = (tokens: number) =>
  Math.min(1, FACTOR * EXPONENT * Math.max(1, tokens) ** (EXPONENT - 1));

export interface GrowingVocabulary {
  /** A word in use, drawn by how often it is used; null when there is none. */
  frequent(): string | null;
  /** A word in use, all as likely; null when there is none. */
  any(): string | null;
  has(word: string): boolean;
  /** Uses a word, new or not, once more. */
  use(word: string): void;
  readonly size: number;
}

export function growingVocabulary(random: Random): GrowingVocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const uses: number[] = [];
  return {
    frequent: () => (uses.length === 0 ? null : (words[random.of(uses)] ?? null)),
    any: () => (words.length === 0 ? null : random.of(words)),
    has: (word) => ids.has(word),
    use(word) {
      let id = ids.get(word);
      if (id === undefined) {
        id = words.push(word) - 1;
        ids.set(word, id);
      }
      uses.push(id);
    },
    get size() {
      return words.length;
    },
  };
}
