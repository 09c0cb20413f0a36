/** Russian: the case and number endings of nouns and adjectives. ё is folded to е before. */
import { declension } from './declension';
import { CYRILLIC } from './script';

/** A stem without the vowel or sign that comes and goes before its last consonant: боец, бойца. */
function withoutSign(stem: string): string {
  const last = stem.charAt(stem.length - 1);
  return last === 'й' || last === 'ь' ? stem.slice(0, -1) : stem;
}

const K = 'к'.charCodeAt(0);

/** снимок, снимка; поставок, поставка: without the о or е between a consonant and the last к. */
function withoutFleeting(stem: string): string {
  const end = stem.length;
  if (end < 4 || stem.charCodeAt(end - 1) !== K) return stem;
  const isFleeting = 'ое'.includes(stem.charAt(end - 2));
  return isFleeting && !'аеиоуыэюяйь'.includes(stem.charAt(end - 3))
    ? `${stem.slice(0, -2)}к`
    : stem;
}

const CLASSES = {
  /** северокорейский, военные, Дальний */
  A: {
    endings: 'ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ей ых их ыми ими',
  },
  /** солдат, Пхеньян, Путин, снимок */
  M: { endings: '- а у ы и е ом ем ым ов ев ей ам ами ах', alternate: withoutFleeting },
  /** Москва, Дума, поставка, столица; also plurals in -а: войска */
  F: {
    endings: '- а ы и е у о ой ою ей ею ом ам ами ах',
    alternate: withoutFleeting,
  },
  /** государство */
  N: { endings: '- о а у ом е ам ами ах' },
  /** солдаты, силы, поставки: a plural may be of either gender */
  P: {
    endings: '- а ы и е у о ой ою ей ею ом ем ов ев ам ами ах',
    alternate: withoutFleeting,
  },
  /** область, Корея, Китай, учителя */
  S: { endings: 'ь й я ю е и ем ей ею ью ев ям ями ях' },
  /** Россия, соглашение, сценарий */
  I: { endings: 'ия ии ию ией иею ие ием ий иев иям иями иях' },
  /** боец, корейцы, границы: a vowel that comes and goes */
  C: {
    endings: 'ец ц ца цу цем цом цей це цы цев цов цам цами цах',
    alternate: withoutSign,
  },
  /** россияне, гражданин */
  E: { endings: '- е ам ами ах ин ина ину ином ине' },
};

function classOf(word: string): [string, number] | null {
  if (/...[ая]не$/.test(word)) return ['E', 1];
  if (/...[ая]нин$/.test(word)) return ['E', 2];
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

export const russian = declension(CYRILLIC, CLASSES, classOf);
