/** Russian: the case and number endings of nouns and adjectives. ё is folded to е before. */
import { declension } from './declension';

const CLASSES = {
  /** северокорейский, военные, Дальний */
  A: {
    endings: 'ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ей ых их ыми ими',
  },
  /** солдат, Пхеньян, Путин */
  M: { endings: '- а у ы и е ом ем ым ов ев ей ам ами ах' },
  /** Москва, Дума; also plurals in -а: войска */
  F: { endings: '- а ы и е у ой ою ом ам ами ах' },
  /** государство */
  N: { endings: '- о а у ом е ам ами ах' },
  /** солдаты, силы: a plural may be of either gender */
  P: { endings: '- а ы и е у о ой ою ом ем ов ев ей ам ами ах' },
  /** область, Корея, Китай, учителя */
  S: { endings: 'ь й я ю е и ем ей ею ью ев ям ями ях' },
  /** Россия, соглашение, сценарий */
  I: { endings: 'ия ии ию ией иею ие ием ий иям иями иях' },
  /** боец, корейцы: a vowel that comes and goes */
  C: {
    endings: 'ец ца цу цем цом це цы цев цов цам цами цах',
    alternate: (stem: string) => stem.replace(/[йь]$/, ''),
  },
};

function classOf(word: string): [string, number] | null {
  if (/(?:ец|цы)$/.test(word)) return ['C', 2];
  if (/(?:ия|ии)$/.test(word)) return ['I', 2];
  if (/ие$/.test(word)) return [/[кгхжшщчы]ие$/.test(word) ? 'A' : 'I', 2];
  if (/ий$/.test(word)) return [/[кгхжшщчн]ий$/.test(word) ? 'A' : 'I', 2];
  if (/(?:ый|ая|яя|ое|ее|ые)$/.test(word) && word.length > 4) return ['A', 2];
  if (/ой$/.test(word) && word.length > 5) return ['A', 2];
  if (/а$/.test(word)) return ['F', 1];
  if (/о$/.test(word)) return ['N', 1];
  if (/(?:ы|[кгхжшщч]и)$/.test(word)) return ['P', 1];
  if (/[ьйяеи]$/.test(word)) return ['S', 1];
  return /[бвгджзклмнпрстфхцчшщ]$/.test(word) ? ['M', 0] : null;
}

export const russian = declension(/\p{Script=Cyrillic}/u, CLASSES, classOf);
