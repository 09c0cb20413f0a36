/** From a word of a query to words of a dictionary. */
import { formsOf } from './forms';
import { asWord, eachWordFrom, findWord, type Lexicon } from './lexicon';
import { wordsNear } from './typos';

/** How well a word of the dictionary is the one asked for; lower is better. */
export const EXACT = 0;
export const FORM = 1;
export const PREFIX = 2;
export const TYPO = 3;
export type Quality = typeof EXACT | typeof FORM | typeof PREFIX | typeof TYPO;

/** Where the postings of a word stand, and how well it fits. */
export interface Expansion {
  readonly from: number;
  readonly to: number;
  readonly quality: Quality;
}

/** @returns the word itself, its forms, and what begins with it */
export function expandWord(lexicon: Lexicon, word: string): Expansion[] {
  const forms = formsOf(word);
  const found: Expansion[] = [];
  const mayBeForm = (length: number) =>
    forms !== null && length >= forms.shortest && length <= forms.longest;
  eachWordFrom(lexicon, word, (cursor) => {
    const { length, from, to } = cursor;
    const isForm = mayBeForm(length) && forms?.has(asWord(cursor).word);
    found.push({ from, to, quality: length === word.length ? EXACT : isForm ? FORM : PREFIX });
    return true;
  });
  const met = new Set<string>();
  for (const beginning of forms?.beginnings ?? []) {
    eachWordFrom(lexicon, beginning, (cursor) => {
      const { length, from, to } = cursor;
      if (!mayBeForm(length)) return true;
      const { word: other } = asWord(cursor);
      if (other.startsWith(word) || met.has(other) || !forms?.has(other)) return true;
      met.add(other);
      found.push({ from, to, quality: FORM });
      return true;
    });
  }
  return found;
}

export function expandExactly(lexicon: Lexicon, word: string): Expansion[] {
  const found = findWord(lexicon, word);
  return found ? [{ from: found.from, to: found.to, quality: EXACT }] : [];
}

export interface Near extends Expansion {
  readonly word: string;
}

export const expandMistyped = (lexicon: Lexicon, word: string): Near[] =>
  wordsNear(lexicon, word).map((near) => ({ ...near, quality: TYPO }));
