/** What a figure counts: the noun beside it, in eight languages, and whether two figures count alike. */

import { fold } from '../mentions/fold';
import { LANGUAGES } from '../mentions/inflect/languages';
import { scriptsOf } from '../mentions/inflect/script';
import { UNITS, type UnitKind, type UnitRow } from './unit-table';
import { foldedSet, listed, type SentenceWord, wordsOf } from './words';

/** "12,000 heavily armed North Korean special forces": words between a figure and what it counts. */
const REACH = 6;

/** Prepositions and verbs: what stands behind them is something else. */
const ENDS_PHRASE =
  foldedSet(`to in at from for by on with who which that were are is was have has had would will may could been as since after before into
     against near this last and or but so then
     in nach aus für mit an auf bei die sind waren wurden haben hatten und oder seit
     à en dans pour par avec qui sont ont ont étaient ou et depuis vers sur
     a para por con que han son y o desde hacia contra
     в на для с к по за у во со из-за и или а что которые были был будут та або до
     в у на для з до за що які були й і
     في إلى على مع الذين التي كانوا و أو عن`);

export interface Unit {
  /** English plural as in the table; the folded words themselves for a unit of a pack that the table does not have. */
  readonly unit: string;
  readonly kind: UnitKind;
}

const UNIT_OF = new Map(
  UNITS.map((row): [UnitRow, Unit] => [row, { unit: row.unit, kind: row.kind }]),
);
const asUnit = (row: UnitRow) => UNIT_OF.get(row) as Unit;

let dictionary: readonly ReadonlyMap<string, Unit>[] | null = null;
/** By language the keys of unit words; see inflection.ts. */
function units(): readonly ReadonlyMap<string, Unit>[] {
  dictionary ??= LANGUAGES.map(([tag, inflection]) => {
    const keys = new Map<string, Unit>();
    for (const row of UNITS) {
      for (const written of listed(row.words[tag as keyof UnitRow['words']] ?? '')) {
        const key = inflection.keyOf({ word: fold(written), written, last: true });
        if (!keys.has(key)) keys.set(key, asUnit(row));
      }
    }
    return keys;
  });
  return dictionary;
}

/** Korean words are written together: 북한군, 특수부대원. The longest noun that the word ends in. */
const KOREAN_NOUNS: readonly (readonly [noun: string, unit: Unit])[] = UNITS.flatMap((row) =>
  listed(row.words.ko ?? '').map((noun) => [noun, asUnit(row)] as const),
);

const isHangul = (word: string) => /^[가-힣]/.test(word);

function koreanUnit(word: string): Unit | null {
  const ko = LANGUAGES.find(([tag]) => tag === 'ko')?.[1];
  const stems = ko?.keysOf(word) ?? [word];
  let best: readonly [string, Unit] | null = null;
  for (const found of KOREAN_NOUNS) {
    // One syllable alone ends too many words; 군 does not: an army's name ends in it.
    const mayEnd = found[0].length > 1 || found[0] === '군';
    const fits = stems.some((stem) => stem === found[0] || (mayEnd && stem.endsWith(found[0])));
    if (fits && (best === null || found[0].length > best[0].length)) best = found;
  }
  return best?.[1] ?? null;
}

/** @returns what a word names as a unit; null for any other word */
function unitOfWord(word: string): Unit | null {
  if (isHangul(word)) return koreanUnit(word);
  const folded = fold(word);
  const scripts = scriptsOf(folded);
  const all = units();
  for (let i = 0; i < LANGUAGES.length; i++) {
    const [, inflection] = LANGUAGES[i] as (typeof LANGUAGES)[number];
    if ((inflection.script & scripts) === 0) continue;
    for (const key of inflection.keysOf(folded)) {
      const row = all[i]?.get(key);
      if (row) return row;
    }
  }
  return null;
}

const SHARE = /^\s?(?:[%٪]|percent|per cent|pour cent|por ciento|в\.?\s?п\.|في المئة|في المائة)/i;
const MONEY_BEFORE = /(?:[$€£¥₩₴₽]|US\$|USD|EUR)\s?$/;
const MONEY_BEHIND = /^\s?(?:[$€£¥₩₴₽]|USD\b|EUR\b)/;
const named = (unit: string) => [...UNIT_OF.values()].find((each) => each.unit === unit) ?? null;

/** Whether a phrase goes on: no comma, bracket or stop between two words. */
const goesOn = (gap: string) => !/[,;:()[\]–—?!、，]|\.\s/.test(gap);

/**
 * @param words of the sentence
 * @param from the figure's first word
 * @param next the first word behind the figure
 * @param end where the figure ends; a counter may be part of its last word
 */
export function unitBeside(
  words: readonly SentenceWord[],
  from: number,
  next: number,
  sentence: string,
  end: number,
): Unit | null {
  const behind = sentence.slice(end, end + 20);
  if (SHARE.test(behind)) return named('per cent');
  const start = words[from]?.start ?? 0;
  if (
    MONEY_BEHIND.test(behind) ||
    MONEY_BEFORE.test(sentence.slice(Math.max(0, start - 5), start))
  ) {
    return named('money');
  }
  let found: Unit | null = null;
  const counter = /^여?\s?([가-힣]+)/.exec(behind)?.[1];
  if (counter !== undefined) found = counterOf(counter);
  else {
    for (let at = next; at < words.length && at < next + REACH; at++) {
      const word = words[at] as SentenceWord;
      // "12 тыс. солдат": the stop is an abbreviation's.
      const isAbbreviated =
        at === next && /^\.\s$/.test(word.gap) && /\p{L}$/u.test(words[at - 1]?.text ?? '');
      if ((!isAbbreviated && !goesOn(word.gap)) || !Number.isNaN(word.value)) break;
      found = unitOfWord(word.text);
      if (found || ENDS_PHRASE().has(word.folded)) break;
    }
    return found;
  }
  // 북한군 1만1천 명: what is counted stands before, and a counter says no more than "people".
  if (found === null || found.unit === 'people') {
    for (let at = from - 1; at >= 0 && at >= from - 3; at--) {
      const word = words[at] as SentenceWord;
      if (!goesOn(words[at + 1]?.gap ?? '') || !Number.isNaN(word.value)) break;
      const noun = isHangul(word.text) ? koreanUnit(word.text) : null;
      if (noun && (found === null || noun.kind === found.kind)) return noun;
    }
  }
  return found;
}

/** What a Korean figure is counted with; particles may follow. */
function counterOf(word: string): Unit | null {
  let best: readonly [string, Unit] | null = null;
  for (const found of KOREAN_NOUNS) {
    if (word.startsWith(found[0]) && (best === null || found[0].length > best[0].length))
      best = found;
  }
  return best?.[1] ?? null;
}

const ofPacks = new Map<string, Unit>();
/** Different units of packs that are remembered. */
const MAX_REMEMBERED = 1000;

/**
 * The unit of a record, as its author wrote it: "soldiers in Kursk region" are soldiers.
 * @param written the words of the pack
 */
export function unitOfPack(written: string): Unit {
  const known = ofPacks.get(written);
  if (known) return known;
  const words = wordsOf(written);
  let found: Unit | null = /^per ?cent\b|^%/.test(written) ? named('per cent') : null;
  for (const word of words) {
    if (found || ENDS_PHRASE().has(word.folded)) break;
    found = unitOfWord(word.text);
  }
  found ??= { unit: fold(written), kind: 'count' };
  if (ofPacks.size >= MAX_REMEMBERED) ofPacks.clear();
  ofPacks.set(written, found);
  return found;
}

/** @returns whether two figures may count the same: alike, or one of them just people */
export function areAlike(a: Unit, b: Unit): boolean {
  if (a.unit === b.unit) return true;
  return a.kind === 'people' && b.kind === 'people' && (a.unit === 'people' || b.unit === 'people');
}
