/** Figures that belong together: the ends of a range, thousands and what follows them, the two halves of a year in words. */
import type { Qualifier } from './qualifiers';
import type { Unit } from './units';
import { foldedSet, type SentenceWord } from './words';

export interface SentenceFigure {
  /** Half-open UTF-16 offsets into the sentence. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Null for a vague one ("thousands"). */
  readonly value: number | null;
  /** Of a vague one the number that it is some of: 1,000 for "thousands", 10,000 for "tens of thousands". */
  readonly magnitude: number | null;
  readonly qualifier: Qualifier | null;
  /** What it counts or measures; null where that does not stand beside it. */
  readonly unit: Unit | null;
}

/** A figure while it is read: with its place among the words. */
export interface Found extends SentenceFigure {
  readonly from: number;
  readonly next: number;
}

/** Words between the two ends of a range. */
const RANGE_WORDS = foldedSet('to and or bis und oder à et ou a y o до и или і й та або إلى أو و');
export const DASH = /^\s?[-–—~∼～]\s?$/;
/** What multiplies the digits of a figure: 1,000 of "12 тыс."; 1 where nothing does. */
function multiplierOf({ text, value }: Found): number {
  const digits = /^[\d.,]+(?=\s?\p{L})/u.exec(text)?.[0];
  const plain = digits === undefined ? 0 : Number(digits.replace(',', '.'));
  return plain > 0 && value !== null ? value / plain : 1;
}

/** "10–12 тыс. солдат": the first takes the second's unit and what multiplies it. */
export function joinRanges(found: readonly Found[], words: readonly SentenceWord[]): Found[] {
  const joined = [...found];
  for (let i = joined.length - 2; i >= 0; i--) {
    const [first, second] = [joined[i] as Found, joined[i + 1] as Found];
    const isDash = first.next === second.from && DASH.test(words[second.from]?.gap ?? '');
    const between = words[first.next];
    const isWord = first.next + 1 === second.from && RANGE_WORDS().has(between?.folded ?? '');
    if (!isDash && !isWord) continue;
    const multiplier = multiplierOf(second);
    const isShort =
      multiplier >= 1000 &&
      first.value !== null &&
      first.value < 1000 &&
      /^[\d.,]+$/.test(first.text);
    joined[i] = {
      ...first,
      unit: first.unit ?? second.unit,
      value: isShort && first.value !== null ? first.value * multiplier : first.value,
    };
  }
  return joined;
}

/** "nineteen ninety-nine", "twenty twenty-four": a year in words. */
export function isYear({ value, next }: Found, second: Found | undefined): boolean {
  const isCentury = value === 19 || value === 20;
  const rest = second?.value ?? 0;
  return isCentury && second?.from === next && rest >= 10 && rest < 100;
}

/** "2 тысячи 500 человек" are 2,500. */
export function joinParts(
  found: readonly Found[],
  words: readonly SentenceWord[],
  sentence: string,
): Found[] {
  const joined: Found[] = [];
  for (const figure of found) {
    const before = joined.at(-1);
    const multiplier = before ? multiplierOf(before) : 1;
    const { value } = figure;
    const goesOn =
      before !== undefined &&
      before.value !== null &&
      value !== null &&
      before.next === figure.from &&
      /^\.?\s$/.test(words[figure.from]?.gap ?? '') &&
      /^\d{1,3}$/.test(figure.text) &&
      value < multiplier;
    if (goesOn && before.value !== null) {
      joined[joined.length - 1] = {
        ...figure,
        start: before.start,
        text: sentence.slice(before.start, figure.end),
        value: before.value + value,
        qualifier: before.qualifier,
        from: before.from,
      };
    } else joined.push(figure);
  }
  return joined;
}
