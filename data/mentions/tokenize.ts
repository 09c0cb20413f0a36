/**
 * From text to words, with exact offsets into the text as it stands.
 *
 * A word is a run of letters of one script group, apostrophes inside included ("п'ять"), or a figure
 * with its multiplier ("12 тыс."), or a dotted abbreviation ("U.S."). Scripts written without
 * spaces give one word a character. French elisions are words of their own: l'|Otan.
 */
import { fold } from './fold';
import { scanWords } from './scan';
import { DOTTED, settle, type Words } from './words';

/**
 * Cuts a block into words and sentences.
 * @param text one block of page text
 * @returns arrays that the next call writes over
 */
export function readWords(text: string): Words {
  const words = scanWords(text);
  settle(words);
  return words;
}

/**
 * The fold of a word of {@link readWords}.
 * @param surface the word as it stands in the text
 * @param flags its flags
 */
export function foldWord(surface: string, flags: number): string {
  return (flags & DOTTED) !== 0 && !surface.endsWith('.') ? `${fold(surface)}.` : fold(surface);
}

/**
 * The words of a text, folded; what search indexes and looks up.
 * @param text any text
 * @returns words with half-open UTF-16 offsets into `text`; a number's word is its value in digits
 */
export function foldWords(text: string): { word: string; start: number; end: number }[] {
  const words = readWords(text);
  const folded = [];
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const value = words.values[i] ?? Number.NaN;
    const word = Number.isNaN(value)
      ? foldWord(text.slice(start, end), words.flags[i] ?? 0)
      : String(value);
    folded.push({ word, start, end });
  }
  return folded;
}
