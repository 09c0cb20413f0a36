/**
 * Ukrainian: case and number endings, with і that turns to о or е in an open syllable (Київ, Києва;
 * договір, договору) and consonants that change before і (Америка, Америці). There is no Snowball
 * stemmer for Ukrainian.
 */
import { declension } from './declension';
import { CYRILLIC } from './script';

/** Of each letter from а on: 1 a vowel, 2 a vowel that alternates. */
const VOWELS = new Uint8Array(0x60);
for (const vowel of 'аиуюя') VOWELS[vowel.charCodeAt(0) - 0x430] = 1;
for (const vowel of 'іїоеє') VOWELS[vowel.charCodeAt(0) - 0x430] = 2;

/** The last vowel of a stem, when it is one that alternates, becomes one sign. */
function alternate(stem: string): string {
  for (let i = stem.length - 1; i >= 0; i--) {
    const vowel = VOWELS[stem.charCodeAt(i) - 0x430] ?? 0;
    if (vowel === 0) continue;
    return vowel === 2 ? `${stem.slice(0, i)}*${stem.slice(i + 1)}` : stem;
  }
  return stem;
}

/** боєць, бійця; кореєць, корейця: without what stands between the stem and its ц. */
function alternateBeforeC(stem: string): string {
  const last = stem.charAt(stem.length - 1);
  return alternate(last === 'й' || last === 'ь' ? stem.slice(0, -1) : stem);
}

const CLASSES = {
  /** північнокорейський, військові, Далекий */
  A: {
    endings: 'ий ій ій а я е є і ї ого ього ої ьої ому ьому им їм у ю ою ьою их їх ими їми ім',
  },
  /** солдат, Пхеньян, Київ */
  M: { endings: '- а у ові еві ом ем им і и е ів ам ами ах', alternate },
  /** Москва, угода, Північна; also plurals in -а: війська */
  F: { endings: '- а и і у ою ої ій о ом ам ами ах' },
  /** розвідка, Прага: к, г and х turn to ц, з and с */
  K: { endings: 'ка ки ку кою ко ці кам ками ках ок' },
  G: { endings: 'га ги гу гою го зі г гам гами гах' },
  X: { endings: 'ха хи ху хою хо сі х хам хами хах' },
  /** партнерство */
  N: { endings: '- о а у ом і ам ами ах' },
  /** солдати, сили: a plural may be of either gender */
  P: { endings: '- а и і у о ою ом ем ові ів ам ами ах', alternate },
  /** область, Корея, дії, Казань (Казанню), Тернопіль */
  S: {
    endings: 'ь й я ю є е ї і ем єм ею єю ей ів їв ям ями ях еві єві ові ню лю тю дю зю сю цю чю',
    alternate,
  },
  /** Росія, армія */
  I: { endings: 'ія ії ію ією ій іям іями іях' },
  /** боєць, корейці, столиці */
  C: {
    endings: 'ець єць ць ця цю цем цею цеві цеві ці ців цям цями цях',
    alternate: alternateBeforeC,
  },
  /** росіяни, громадянин */
  E: { endings: '- и ам ами ах ин ина ину ином ині инові' },
};

function classOf(word: string): [string, number] | null {
  if (/...[ая]ни$/.test(word)) return ['E', 1];
  if (/...[ая]нин$/.test(word)) return ['E', 2];
  if (/[еє]ць$/.test(word)) return ['C', 3];
  if (/(?:ці|ця)$/.test(word)) return ['C', 2];
  if (/(?:ія|ії)$/.test(word)) return ['I', 2];
  if (/(?:ий|ій)$/.test(word)) return ['A', 2];
  if (/(?:(?<!вій)[сцз]ьк[аеі]|[онвкчщжш]і)$/.test(word)) return ['A', 1];
  if (/(?<!сь)ка$/.test(word)) return ['K', 2];
  if (/га$/.test(word)) return ['G', 2];
  if (/ха$/.test(word)) return ['X', 2];
  if (/а$/.test(word)) return ['F', 1];
  if (/о$/.test(word)) return ['N', 1];
  if (/и$/.test(word)) return ['P', 1];
  if (/[ьйяеєїі]$/.test(word)) return ['S', 1];
  return /[бвгґджзклмнпрстфхцчшщ]$/.test(word) ? ['M', 0] : null;
}

export const ukrainian = declension(CYRILLIC, CLASSES, classOf);
