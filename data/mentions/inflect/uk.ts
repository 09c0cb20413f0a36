/**
 * Ukrainian: case and number endings, with і that turns to о or е in an open syllable (Київ, Києва;
 * договір, договору). There is no Snowball stemmer for Ukrainian.
 */
import { declension } from './declension';

/** The last vowel of a stem, when it is one that alternates, becomes one sign. */
const alternate = (stem: string) =>
  stem.replace(/[іоеїє]([бвгґджзйклмнпрстфхцчшщь]*)$/, (_, rest) => `*${rest}`);

const CLASSES = {
  /** північнокорейський, військові, Далекий */
  A: {
    endings: 'ий ій ій а я е є і ї ого ього ої ьої ому ьому им їм у ю ою ьою их їх ими їми ім',
  },
  /** солдат, Пхеньян, Київ */
  M: { endings: '- а у ові еві ом ем им і и е ів ам ами ах', alternate },
  /** Москва, угода, Північна; also plurals in -а: війська */
  F: { endings: '- а и і у ою ої ій о ом ам ами ах' },
  /** партнерство */
  N: { endings: '- о а у ом і ам ами ах' },
  /** солдати, сили: a plural may be of either gender */
  P: { endings: '- а и і у о ою ом ем ові ів ам ами ах', alternate },
  /** область, Корея, дії */
  S: { endings: 'ь й я ю є е ї і ем єм ею єю ей ів їв ям ями ях' },
  /** Росія, армія */
  I: { endings: 'ія ії ію ією ій іям іями іях' },
  /** боєць, корейці */
  C: {
    endings: 'ець єць ця цю цем цеві цеві ці ців цям цями цях',
    alternate: (stem: string) => stem.replace(/[йь]$/, ''),
  },
};

function classOf(word: string): [string, number] | null {
  if (/[еє]ць$/.test(word)) return ['C', 3];
  if (/ці$/.test(word)) return ['C', 2];
  if (/(?:ія|ії)$/.test(word)) return ['I', 2];
  if (/(?:ий|ій)$/.test(word)) return ['A', 2];
  if (/(?:(?<!вій)[сцз]ьк[аеі]|[онвкчщжш]і)$/.test(word)) return ['A', 1];
  if (/а$/.test(word)) return ['F', 1];
  if (/о$/.test(word)) return ['N', 1];
  if (/и$/.test(word)) return ['P', 1];
  if (/[ьйяеєїі]$/.test(word)) return ['S', 1];
  return /[бвгґджзклмнпрстфхцчшщ]$/.test(word) ? ['M', 0] : null;
}

export const ukrainian = declension(/\p{Script=Cyrillic}/u, CLASSES, classOf);
