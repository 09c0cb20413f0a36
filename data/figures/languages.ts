/** In which language numbers may be written at a place, so that "once" is eleven in Spanish only. */
import { fold } from '../mentions/fold';
import { arabic } from './arabic-words';
import type { NumberWords } from './atoms';
import { cyrillic } from './cyrillic-words';
import { english, french, german, spanish } from './latin-words';
import { listed, type SentenceWord } from './words';

const LATIN = ['en', 'de', 'fr', 'es'] as const;
type Latin = (typeof LATIN)[number];

/** Small words of which hardly a sentence has none; some are of two languages, and count for both. */
const SMALL_WORDS: Readonly<Record<Latin, string>> = {
  en: `the of and to in is was were are that by for with from at on it he she they had has have its their said says this but
    as who which would will be been into more than about an or so not when up out`,
  de: `der die das und ist von mit im in an den dem des zu auf für nicht sich dass sie er es was will so wurde wurden worden
    haben hat nach bei aus als auch sind war noch wie über zum zur`,
  fr: `le les la de des en et est dans du au aux par pour sur qui avec on ont été une ce cette ces il elle plus selon leur leurs
    sont dont mais ou était près`,
  es: `el los las la de en y del al por con para su sus se lo una fue ha has he an han según más pero como entre unos unas
    hasta sobre está están fueron`,
};

/** Made on the first sentence: a waking worker reads none. */
let tables: Readonly<Record<Latin | 'cyrillic' | 'arabic', NumberWords>> | null = null;
const allTables = () =>
  (tables ??= {
    en: english(),
    de: german(),
    fr: french(),
    es: spanish(),
    cyrillic: cyrillic(),
    arabic: arabic(),
  });

let smallWords: ReadonlyMap<string, readonly Latin[]> | null = null;
function allSmallWords(): ReadonlyMap<string, readonly Latin[]> {
  if (smallWords) return smallWords;
  const all = new Map<string, Latin[]>();
  for (const language of LATIN) {
    for (const word of listed(SMALL_WORDS[language])) {
      all.set(fold(word), [...(all.get(fold(word)) ?? []), language]);
    }
  }
  smallWords = all;
  return all;
}

/** The languages that a sentence in Latin script may be in: those with the most small words; all where it has none. */
function latinOf(words: readonly SentenceWord[]): readonly Latin[] {
  const counts: Record<Latin, number> = { en: 0, de: 0, fr: 0, es: 0 };
  const known = allSmallWords();
  for (const { folded } of words) for (const each of known.get(folded) ?? []) counts[each]++;
  const most = Math.max(...Object.values(counts));
  return LATIN.filter((language) => counts[language] === most);
}

/**
 * @param words all of a sentence
 * @returns for a word the tables that it may be a number of, and whether its language is known for sure
 */
export function languagesAt(
  words: readonly SentenceWord[],
): (word: SentenceWord) => { readonly tables: readonly NumberWords[]; readonly sure: boolean } {
  const { cyrillic: ru, arabic: ar, ...latin } = allTables();
  const latinHere = latinOf(words);
  const ofLatin = { tables: latinHere.map((each) => latin[each]), sure: latinHere.length === 1 };
  const ofCyrillic = { tables: [ru], sure: true };
  const ofArabic = { tables: [ar], sure: true };
  const none = { tables: [], sure: true };
  return ({ folded }) => {
    const unit = folded.charCodeAt(0);
    if (unit < 0x250) return ofLatin;
    if (unit >= 0x400 && unit < 0x530) return ofCyrillic;
    return unit >= 0x600 && unit < 0x700 ? ofArabic : none;
  };
}
