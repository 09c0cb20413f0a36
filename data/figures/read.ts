/** The figures that a sentence gives, in digits and in words, in eight languages. */

import { isMonth } from '../mentions/calendar';
import { DASH, type Found, isYear, joinParts, joinRanges, type SentenceFigure } from './joined';
import { readKorean } from './korean';
import { languagesAt } from './languages';
import { qualifierOf } from './qualifiers';
import { readSpoken, type SpokenNumber } from './spoken';
import { unitBeside } from './units';
import { foldedSet, type SentenceWord, wordsOf } from './words';

/** "Article 4", "No. 3": a number that names and does not count. */
const LABELS =
  foldedSet(`article articles artikel artículo статья статьи статье статью статей стаття статті статтю المادة مادة no nr nos number numéro
     número номер номера resolution résolution resolución резолюция резолюции резолюція резолюції قرار chapter page pages p seite стр
     room flight channel route section figure paragraph point пункт пункта class type iphone version group g`);
/** What stands before a year. */
const BEFORE_YEAR = foldedSet(
  'in since by until till from early late mid of im seit bis anfang ende jahr en desde hasta depuis année в с к до у з від року году عام سنة منذ في',
);
/** 11-й, 93-ю: an ordinal. */
const ORDINAL_ENDINGS = foldedSet('й го му м ю я е ая ый ой ое ые х им ми та те ій а ша га ге');
const TIME_OF_DAY = /^(?:\s?(?:[ap]\.?m\b|uhr\b|o['’]clock|h\b)|:\d)/i;
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
  if (before && /^[\s.№#]*$/.test(word.gap) && LABELS().has(before.folded)) return true;
  if (/[№#§]\s?$|제\s?$/.test(word.gap) || before?.text.endsWith('제')) return true;
  if (TIME_OF_DAY.test(sentence.slice(word.end, word.end + 8))) return true;
  // German: "das 35. Treffen". A figure at the end of a sentence has no word of it behind.
  const isPlain = /^\d+$/.test(word.text);
  if (isPlain && after && /^\.\s/.test(after.gap) && after.sentence === word.sentence) return true;
  if (after && after.gap === '-' && ORDINAL_ENDINGS().has(after.folded)) return true;
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
    const isPlain = /^\d{4}$/.test(word.text) && !BEFORE_YEAR().has(words[at - 1]?.folded ?? '');
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
