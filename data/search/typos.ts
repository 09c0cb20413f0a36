/**
 * Words that are one slip away: a letter too many, too few, another, or two in the wrong order. The whole query word
 * may also be such a beginning of a longer word, since it may not be typed to its end.
 *
 * A bit for each place in the query word that a word's beginning may have led to, with no slip and with one (Wu and
 * Manber, Fast text searching allowing errors, 1992; the two in the wrong order after Hyyrö, 2003). The dictionary
 * shares beginnings between neighbours, so that a beginning which leads nowhere is passed over with all its words.
 */
import { asWord, type Lexicon, type LexiconWord, MAX_UNITS, walkWords } from './lexicon';

/** In shorter words nearly everything is one slip away. */
const SHORTEST = 4;
/** Beginnings of that length are told from chance. */
const SHORTEST_BEGINNING = 6;
/** Bits of a number, less one for the place before the first letter. */
const LONGEST = 30;

/** @returns whether slips in a word are looked for: not in figures, and not where a character is a word */
export const mayBeMistyped = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !/[\d\u2e80-\u9fff]/.test(word);

/** @returns the words of a dictionary that a word may have been meant for; not the word itself */
export function wordsNear(lexicon: Lexicon, word: string): LexiconWord[] {
  const masks = new Map<number, number>();
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << i));
  }
  const all = 2 ** (word.length + 1) - 1;
  const whole = 1 << word.length;
  const none = new Int32Array(MAX_UNITS + 1);
  const one = new Int32Array(MAX_UNITS + 1);
  const swapping = new Int32Array(MAX_UNITS + 1);
  none[0] = 1;
  one[0] = 0b11;
  const found: LexiconWord[] = [];
  const takesBeginnings = word.length >= SHORTEST_BEGINNING;
  /** So many units of the last word are near; whoever shares them is, too. */
  let nearAt = Infinity;
  walkWords(lexicon, (cursor) => {
    const { units, length, shared } = cursor;
    if (shared < nearAt) nearAt = Infinity;
    for (let depth = shared; depth < length && nearAt === Infinity; depth++) {
      const mask = masks.get(units[depth] as number) ?? 0;
      const before = none[depth] as number;
      const after = ((before & mask) << 1) & all;
      const slipped =
        ((((one[depth] as number) & mask) << 1) |
          before |
          (before << 1) |
          (after << 1) |
          (((swapping[depth] as number) & mask) << 2)) &
        all;
      none[depth + 1] = after;
      one[depth + 1] = slipped;
      swapping[depth + 1] = before & (mask >> 1);
      if (takesBeginnings && (slipped & whole) !== 0) nearAt = depth + 1;
      else if ((slipped | (swapping[depth + 1] as number)) === 0) return depth + 1;
    }
    if (nearAt !== Infinity || ((one[length] as number) & whole) !== 0) {
      const near = asWord(cursor);
      if (!near.word.startsWith(word)) found.push(near);
    }
    return Infinity;
  });
  return found;
}
