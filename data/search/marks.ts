/** The words of a text that a query found. */
import { foldWords } from '../mentions/tokenize';
import { formsOf } from './forms';

/**
 * @param words folded words of a query, from `markedWords`
 * @returns half-open UTF-16 ranges of the words in `text` that are one of them, a form of one, or begin with one
 */
export function marksIn(text: string, words: readonly string[]): [start: number, end: number][] {
  const asked = words.map((word) => ({ word, forms: formsOf(word) }));
  return foldWords(text)
    .filter(({ word: said }) =>
      asked.some(({ word, forms }) => said.startsWith(word) || forms?.has(said)),
    )
    .map(({ start, end }) => [start, end]);
}
