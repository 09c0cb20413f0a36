/** What a builder gathers before it writes: words as numbers, and where each stands. */

import { foldWords } from '../mentions/tokenize';
import { MAX_UNITS } from './lexicon';

/** Between two texts of a field, so that no phrase runs from one into the other. */
const GAP = 8;

/** Words in the order in which they were met. */
export interface Gathered {
  /** The numbers of words. */
  readonly words: readonly string[];
  /** Adds words of texts that belong together. */
  add(texts: readonly string[], figures: 0 | 1): void;
  /** Adds words that are written as they fold. */
  addFolded(words: readonly string[]): void;
  /** How many words were added. */
  readonly length: number;
  /** Of each, the number of the word and its position. */
  wordAt(i: number): number;
  positionAt(i: number): number;
}

export function gatherWords(): Gathered {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  let pairs = new Uint32Array(8192);
  let length = 0;
  function push(word: string, position: number) {
    const cut = word.length > MAX_UNITS ? word.slice(0, MAX_UNITS) : word;
    let number = numbers.get(cut);
    if (number === undefined) {
      number = words.push(cut) - 1;
      numbers.set(cut, number);
    }
    if (2 * length === pairs.length) {
      const larger = new Uint32Array(2 * pairs.length);
      larger.set(pairs);
      pairs = larger;
    }
    pairs[2 * length] = number;
    pairs[2 * length + 1] = position;
    length++;
  }
  return {
    words,
    add(texts, figures) {
      let ordinal = 0;
      for (const text of texts) {
        for (const { word } of foldWords(text)) push(word, 2 * ordinal++ + figures);
        ordinal += GAP;
      }
    },
    addFolded(folded) {
      for (const [i, word] of folded.entries()) push(word, 2 * i * GAP);
    },
    get length() {
      return length;
    },
    wordAt: (i) => pairs[2 * i] as number,
    positionAt: (i) => pairs[2 * i + 1] as number,
  };
}
