/** Words of no language, in the letters and with the sounds of one. */
import type { Random } from './random';

/** The engine's languages; the first four share the Latin script. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ru', 'uk', 'ar', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Sounds {
  readonly onsets: readonly string[];
  readonly nuclei: readonly string[];
  readonly codas: readonly string[];
  /** How many syllables a word may have, each as likely as the others. */
  readonly syllables: readonly number[];
}

const words = (text: string) => text.split(' ');
/** Endings of syllables; two in three are none, so that words are no longer than real ones. */
const open = (text: string) => {
  const codas = words(text);
  return [...codas, ...Array<string>(2 * codas.length).fill('')];
};

const SOUNDS: Readonly<Record<Exclude<Language, 'ko'>, Sounds>> = {
  en: {
    onsets: words('b c d f g h j k l m n p r s t v w br ch cl dr fl gr pl sh st th'),
    nuclei: words('a e i o u ai ea ee ie oo ou y'),
    codas: open('l m n r s t ck ld ll nd ng rd rn st th'),
    syllables: [1, 2, 2, 2, 3, 3, 4],
  },
  de: {
    onsets: words('b d f g h k l m n p r s t w z br fr kl pf sch schl sp st tr'),
    nuclei: words('a e i o u ä ö ü au ei eu ie'),
    codas: open('ch cht ck l lt m n nd ng r rg rt s ß tz'),
    syllables: [1, 2, 2, 3, 3, 4],
  },
  fr: {
    onsets: words('b c d f g j l m n p r s t v bl br ch cr fr gn pl qu tr'),
    nuclei: words('a e i o u é è ê ai au eau eu oi ou ui'),
    codas: open('l n r s t x nt rd nd'),
    syllables: [1, 2, 2, 3, 3],
  },
  es: {
    onsets: words('b c d f g h j l m n ñ p r s t v z br ch cr dr fr ll pr tr'),
    nuclei: words('a e i o u á é í ó ia ie io ue'),
    codas: open('l n r s z d'),
    syllables: [1, 2, 2, 3, 3, 4],
  },
  ru: {
    onsets: words('б в г д ж з к л м н п р с т ф х ц ч ш бр вл гр др кр пр ст тр'),
    nuclei: words('а е и о у ы э ю я ё'),
    codas: open('в д й к л м н р с т ск нь ль'),
    syllables: [1, 2, 2, 2, 3, 3, 4],
  },
  uk: {
    onsets: words('б в г ґ д ж з к л м н п р с т ф х ц ч ш щ бр вл гр кр пр ст'),
    nuclei: words('а е и і ї є о у ю я'),
    codas: open('в д й к л м н р с т ськ нь ць'),
    syllables: [1, 2, 2, 2, 3, 3, 4],
  },
  ar: {
    onsets: words('ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه'),
    nuclei: ['', '', 'ا', 'و', 'ي'],
    codas: open('ب د ر ل م ن'),
    syllables: [1, 2, 2, 3, 3, 4],
  },
};

/** Hangul syllables stand at 0xAC00 + (lead × 21 + vowel) × 28 + tail. */
const HANGUL = { first: 0xac00, vowels: 21, tails: 28 };
/** Leads, vowels and tails of everyday words: plain consonants, simple vowels, no clusters. */
const LEADS = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18];
const VOWELS = [0, 1, 4, 5, 6, 8, 13, 18, 20];
const TAILS = [0, 0, 0, 1, 4, 8, 16, 17, 21];

function hangulWord(random: Random): string {
  let word = '';
  for (let left = random.of([2, 2, 3, 3, 4]); left > 0; left--) {
    const { first, vowels, tails } = HANGUL;
    const lead = random.of(LEADS) * vowels;
    word += String.fromCharCode(first + (lead + random.of(VOWELS)) * tails + random.of(TAILS));
  }
  return word;
}

/**
 * A word of syllables drawn one by one.
 * @param syllables how many; as the language likes when left out
 * @returns in small letters
 */
export function inventWord(language: Language, random: Random, syllables?: number): string {
  if (language === 'ko') return hangulWord(random);
  const { onsets, nuclei, codas, syllables: lengths } = SOUNDS[language];
  let word = '';
  for (let left = syllables ?? random.of(lengths); left > 0; left--) {
    word += random.of(onsets) + random.of(nuclei) + random.of(codas);
  }
  return word;
}
