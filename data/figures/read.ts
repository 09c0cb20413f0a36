/** The figures that a sentence gives, in digits and in words, in eight languages. */

import { isMonth } from '../mentions/calendar';
import { fold } from '../mentions/fold';
import { readKorean } from './korean';
import { languagesAt } from './languages';
import { type Qualifier, qualifierOf } from './qualifiers';
import { readSpoken, type SpokenNumber } from './spoken';
import { type Unit, unitBeside } from './units';
import { listed, type SentenceWord, wordsOf } from './words';

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
interface Found extends SentenceFigure {
  readonly from: number;
  readonly next: number;
}

/** "Article 4", "No. 3": a number that names and does not count. */
const LABELS = new Set(
  listed(
    `article articles artikel artículo статья статьи статье статью статей стаття статті статтю المادة مادة no nr nos number numéro
     número номер номера resolution résolution resolución резолюция резолюции резолюція резолюції قرار chapter page pages p seite стр
     room flight channel route section figure paragraph point пункт пункта class type iphone version group g`,
  ).map(fold),
);
/** What stands before a year. */
const BEFORE_YEAR = new Set(
  listed(
    'in since by until till from early late mid of im seit bis anfang ende jahr en desde hasta depuis année в с к до у з від року году عام سنة منذ في',
  ).map(fold),
);
/** 11-й, 93-ю: an ordinal. */
const ORDINAL_ENDINGS = new Set(
  listed('й го му м ю я е ая ый ой ое ые х им ми та те ій а ша га ге').map(fold),
);
const TIME_OF_DAY = /^(?:\s?(?:[ap]\.?m\b|uhr\b|o['’]clock|h\b)|:\d)/i;
/** Words between the two ends of a range. */
const RANGE_WORDS = new Set(
  listed('to and or bis und oder à et ou a y o до и или і й та або إلى أو و').map(fold),
);
const DASH = /^\s?[-–—~∼～]\s?$/;
/** "two-thirds of them" counts nothing. */
const FRACTIONS =
  /^(?:thirds?|quarters?|fifths?|sixths?|tenths?|hundredths?|drittel|viertel|fünftel|zehntel|tiers|quarts?|tercios?|quintos?)$/;
/** UTF-16 units of one figure in words. */
const LONGEST = 160;

/** Whether digits name, date or order something instead of counting it. */
function countsNothing(words: readonly SentenceWord[], at: number, sentence: string): boolean {
  const word = words[at] as SentenceWord;
  const before = words[at - 1];
  const after = words[at + 1];
  // Hwasong-19, Су-57
  if (
    word.gap === '-' &&
    before &&
    Number.isNaN(before.value) &&
    !/\p{Ll}{5}$/u.test(before.text)
  ) {
    return true;
  }
  if (
    word.gap === '-' &&
    before &&
    /\p{Lu}/u.test(before.text[0] ?? '') &&
    Number.isNaN(before.value)
  )
    return true;
  if (before && /^[\s.№#]*$/.test(word.gap) && LABELS.has(before.folded)) return true;
  if (/[№#§]\s?$|제\s?$/.test(word.gap) || before?.text.endsWith('제')) return true;
  if (TIME_OF_DAY.test(sentence.slice(word.end, word.end + 8))) return true;
  // German: "das 35. Treffen". A figure at the end of a sentence has no word of it behind.
  const isPlain = /^\d+$/.test(word.text);
  if (isPlain && after && /^\.\s/.test(after.gap) && after.sentence === word.sentence) return true;
  if (after && after.gap === '-' && ORDINAL_ENDINGS.has(after.folded)) return true;
  // June 11-13: the second day of two.
  const dated = words[at - 2];
  if (
    before &&
    !Number.isNaN(before.value) &&
    DASH.test(word.gap) &&
    dated &&
    isMonth(dated.text)
  ) {
    return word.value <= 31;
  }
  return false;
}

function figureInDigits(
  words: readonly SentenceWord[],
  at: number,
  sentence: string,
): Found | null {
  const word = words[at] as SentenceWord;
  if (countsNothing(words, at, sentence)) return null;
  const unit = unitBeside(words, at, at + 1, sentence, word.end);
  if (!word.counts) {
    // "2000 soldiers" and not "in 2024 soldiers".
    const isPlain = /^\d{4}$/.test(word.text) && !BEFORE_YEAR.has(words[at - 1]?.folded ?? '');
    const isCounted = unit !== null && unit.kind !== 'measure';
    if (!isPlain || !isCounted || !isBeside(words, at, sentence)) return null;
  }
  return {
    start: word.start,
    end: word.end,
    text: word.text,
    value: word.value,
    magnitude: null,
    qualifier: qualifierOf(words, at, sentence, word.end),
    unit,
    from: at,
    next: at + 1,
  };
}

/** The unit is the very next word. */
function isBeside(words: readonly SentenceWord[], at: number, sentence: string): boolean {
  const after = words[at + 1];
  if (after === undefined) return false;
  return (
    unitBeside(
      words.slice(0, at + 2),
      at,
      at + 1,
      sentence.slice(0, after.end),
      words[at]?.end ?? 0,
    ) !== null
  );
}

function spokenAt(
  words: readonly SentenceWord[],
  at: number,
  sentence: string,
  languages: ReturnType<typeof languagesAt>,
): (SpokenNumber & { end: number }) | null {
  const word = words[at] as SentenceWord;
  const korean = readKorean(words, at, sentence);
  if (korean) return korean;
  const { tables, sure } = languages(word);
  let best: SpokenNumber | null = null;
  for (const language of tables) {
    const found = readSpoken(words, at, language);
    if (found && (best === null || found.words > best.words)) best = found;
  }
  if (best === null || (best.unsure && !sure)) return null;
  const last = words[at + best.words - 1];
  return last ? { ...best, end: last.end } : null;
}

function figureInWords(
  words: readonly SentenceWord[],
  at: number,
  sentence: string,
  languages: ReturnType<typeof languagesAt>,
): Found | null {
  const spoken = spokenAt(words, at, sentence, languages);
  const { start = 0 } = words[at] ?? {};
  if (spoken === null || spoken.end - start > LONGEST) return null;
  const { value, magnitude, round, end } = spoken;
  let next = at;
  while ((words[next]?.start ?? end) < end) next++;
  const unit = unitBeside(words, at, next, sentence, end);
  if (FRACTIONS.test(words[next]?.folded ?? '') || (spoken.unsure && unit === null)) return null;
  return {
    start,
    end,
    text: sentence.slice(start, end),
    value,
    magnitude,
    qualifier: qualifierOf(words, at, sentence, end) ?? (round ? 'about' : null),
    unit,
    from: at,
    next,
  };
}

/** What multiplies the digits of a figure: 1,000 of "12 тыс."; 1 where nothing does. */
function multiplierOf({ text, value }: Found): number {
  const digits = /^[\d.,]+(?=\s?\p{L})/u.exec(text)?.[0];
  const plain = digits === undefined ? 0 : Number(digits.replace(',', '.'));
  return plain > 0 && value !== null ? value / plain : 1;
}

/** "10–12 тыс. солдат": the first takes the second's unit and what multiplies it. */
function joinRanges(found: readonly Found[], words: readonly SentenceWord[]): Found[] {
  const joined = [...found];
  for (let i = joined.length - 2; i >= 0; i--) {
    const [first, second] = [joined[i] as Found, joined[i + 1] as Found];
    const isDash = first.next === second.from && DASH.test(words[second.from]?.gap ?? '');
    const between = words[first.next];
    const isWord = first.next + 1 === second.from && RANGE_WORDS.has(between?.folded ?? '');
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
function isYear({ value, next }: Found, second: Found | undefined): boolean {
  const isCentury = value === 19 || value === 20;
  const rest = second?.value ?? 0;
  return isCentury && second?.from === next && rest >= 10 && rest < 100;
}

/** "2 тысячи 500 человек" are 2,500. */
function joinParts(
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

/**
 * Reads the figures of a sentence: "12,000", "12 тыс.", "1만2천", "douze mille", "around a dozen", "dos mil",
 * "двенадцати тысяч", "zwölftausend", "اثنا عشر ألف", "만 이천". Years, dates, times of day, ordinals, versions, numbers
 * of articles, and "one" in words are none. What is measured (shares, money, ages, lengths) has a unit that says so.
 * @param sentence any text; beyond 4,000 UTF-16 units it is not read
 * @returns in the sentence's order, without overlap
 */
export function readFigures(sentence: string): SentenceFigure[] {
  const words = wordsOf(sentence);
  const languages = languagesAt(words);
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const isNumber = !Number.isNaN((words[at] as SentenceWord).value);
    const figure =
      figureInWords(words, at, sentence, languages) ??
      (isNumber ? figureInDigits(words, at, sentence) : null);
    if (figure) found.push(figure);
    at = figure ? Math.max(figure.next, at + 1) : at + 1;
  }
  const counting = found.filter(
    (figure, i) =>
      !isYear(figure, found[i + 1]) && !(i > 0 && isYear(found[i - 1] as Found, figure)),
  );
  return joinRanges(joinParts(counting, words, sentence), words).map(
    ({ from: _, next: __, ...figure }) => figure,
  );
}
