/** The words of a sentence, as reading figures needs them. */
import { fold } from '../mentions/fold';
import { readFigure } from '../mentions/numbers';
import { readWords } from '../mentions/tokenize';
import { COUNTS } from '../mentions/words';

export interface SentenceWord {
  /** Half-open UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As two spellings of a word compare; see fold.ts. */
  readonly folded: string;
  /** Of a number in digits, its multiplier included; else NaN. */
  readonly value: number;
  /** A number in digits that is no year, day, time of day or version. */
  readonly counts: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** The sentence of the text that it is in, from 0: a text may hold more than one after all. */
  readonly sentence: number;
}

/** UTF-16 units that are read of a sentence; the longest in print have some hundred words. */
export const LONGEST_SENTENCE = 4000;

/** و500, لـ12: Arabic writes these together with the digits behind them. */
const CLITICS = /^[وفبلك]{1,2}ـ?(?=\d)/;

/** @returns the words of a sentence; what lies beyond {@link LONGEST_SENTENCE} is not read */
export function wordsOf(sentence: string): SentenceWord[] {
  const text = sentence.slice(0, LONGEST_SENTENCE);
  const { count, starts, ends, values, flags, sentences } = readWords(text);
  const words: SentenceWord[] = [];
  let before = 0;
  for (let i = 0; i < count; i++) {
    let start = starts[i] as number;
    let end = ends[i] as number;
    let value = values[i] as number;
    let counts = ((flags[i] as number) & COUNTS) !== 0;
    if (start < before) continue;
    const clitics = CLITICS.exec(text.slice(start, end))?.[0] ?? '';
    const figure = clitics === '' ? null : readFigure(text, start + clitics.length, () => '');
    if (figure) {
      start += clitics.length;
      ({ end, value, counts } = figure);
    }
    const word = text.slice(start, end);
    words.push({
      start,
      end,
      text: word,
      folded: fold(word),
      value,
      counts,
      gap: text.slice(before, start),
      sentence: sentences[i] as number,
    });
    before = end;
  }
  return words;
}

/** A list of words as it is written in a table. */
export const listed = (text: string): string[] => text.trim().split(/\s+/);

/** What is made when it is first asked for: a waking worker reads no sentence, and folding a table costs it milliseconds. */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A set of words as they fold. */
export const foldedSet = (text: string): (() => ReadonlySet<string>) =>
  later(() => new Set(listed(text).map(fold)));
