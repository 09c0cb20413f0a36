/** What no matcher in JavaScript can be faster than. */
import { WORD_UNITS } from './word-units';

/** Reads every unit of a text and keeps nothing but their sum. */
export function readUnits(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/**
 * Finds where words begin and end, with one table of 65,536 classes, and does something there: what
 * any matcher of words has to do before it can look one up. "The word-boundary loop".
 */
export function findWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const inWord = WORD_UNITS[text.charCodeAt(i)] === 1;
    if (inWord === inside) continue;
    if (inWord) words++;
    inside = inWord;
  }
  return words;
}

/** Only counts them: without a branch at a boundary there is none to mispredict. */
export function countWords(text: string): number {
  let words = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const inWord = WORD_UNITS[text.charCodeAt(i)] as number;
    words += inWord & ~before;
    before = inWord;
  }
  return words;
}
