/** Number words of English, German, French and Spanish. */
import { type Atom, atom, type NumberWords, row, table } from './atoms';

export const english = (): NumberWords => ({
  atoms: table([
    ...row('small', 1, 1, 'one two three four five six seven eight nine ten eleven twelve'),
    ...row('small', 13, 1, 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
    ...row('small', 20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'),
    ['hundred', 100, 'hundred'],
    ['hundred+', 100, 'hundreds'],
    ['scale', 1e3, 'thousand'],
    ['scale+', 1e3, 'thousands'],
    ['scale', 1e6, 'million'],
    ['scale+', 1e6, 'millions'],
    ['scale', 1e9, 'billion'],
    ['scale+', 1e9, 'billions'],
    ['scale', 1e12, 'trillion'],
    ['group', 12, 'dozen'],
    ['group+', 12, 'dozens'],
    ['group+', 10, 'tens'],
    ['group', 20, 'score'],
    ['article', 1, 'a an'],
    ['half', 0, 'half'],
    ['some', 0, 'several few many'],
    ['and', 0, 'and of'],
  ]),
  unsure: new Set(['one', 'score', 'tens']),
});

const SIMPLE_GERMAN = new Map<string, number>(
  [
    ...row('', 1, 0, 'ein eine eins'),
    ...row('', 2, 1, 'zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn'),
    ...row('', 15, 1, 'funfzehn sechzehn siebzehn achtzehn neunzehn'),
    ...row('', 20, 10, 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'),
  ].map(([, value, word]) => [word, value]),
);

/** No number word is longer that anybody writes as one. */
const LONGEST_GERMAN = 80;

/** "zwölftausendfünfhundert", folded: the whole of it, or null. */
function germanValue(word: string): number | null {
  if (word === '') return null;
  const simple = SIMPLE_GERMAN.get(word);
  if (simple !== undefined) return simple;
  for (const [name, scale] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const rest = word.slice(at + name.length).replace(/^und(?=.)/, '');
    const times = at === 0 ? 1 : germanValue(word.slice(0, at));
    const more = rest === '' ? 0 : germanValue(rest);
    return times === null || more === null || more >= scale ? null : times * scale + more;
  }
  // einundzwanzig
  const at = word.indexOf('und');
  if (at <= 0) return null;
  const unit = SIMPLE_GERMAN.get(word.slice(0, at)) ?? 10;
  const ten = SIMPLE_GERMAN.get(word.slice(at + 3)) ?? 0;
  return unit < 10 && ten >= 20 ? ten + unit : null;
}

/** "zwölftausend" is 12,000; "Zehntausende" are no number. */
function germanCompound(word: string): readonly Atom[] | null {
  if (word.length > LONGEST_GERMAN || !/zehn|zig$|ssig|hundert|tausend/.test(word)) return null;
  const plural = /^(.*)(tausend|hundert)e[nr]?$/.exec(word);
  if (plural) {
    const times = plural[1] === '' ? 1 : germanValue(plural[1] ?? '');
    const scale = plural[2] === 'tausend' ? 1000 : 100;
    return times === null ? null : [atom('scale', times * scale, { plural: true })];
  }
  const value = germanValue(word);
  if (value === null) return null;
  return [atom(value < 100 ? 'small' : 'hundreds', value)];
}

export const german = (): NumberWords => ({
  atoms: table([
    ...row('small', 2, 1, 'zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf'),
    ['small', 2, 'zweien beide'],
    ['hundred', 100, 'hundert'],
    ['scale', 1e3, 'tausend tsd'],
    ['scale', 1e6, 'million millionen mio'],
    ['scale', 1e9, 'milliarde milliarden mrd'],
    ['group', 12, 'dutzend'],
    ['group+', 12, 'dutzende dutzenden'],
    ['article', 1, 'ein eine einem einer einen eines'],
    ['half', 0, 'halbe halbes halben halber'],
    ['some', 0, 'mehrere mehreren mehrerer einige einigen einiger paar wenige wenigen'],
    ['and', 0, 'und von'],
  ]),
  compound: germanCompound,
  bareHundred: true,
  unsure: new Set(['elf', 'acht', 'beide']),
});

export const french = (): NumberWords => ({
  atoms: table([
    ...row('small', 2, 1, 'deux trois quatre cinq six sept huit neuf dix onze douze treize'),
    ...row('small', 14, 1, 'quatorze quinze seize'),
    ...row('small', 20, 10, 'vingt/vingts trente quarante cinquante soixante septante'),
    ['small', 80, 'huitante octante'],
    ['small', 90, 'nonante'],
    ['small', 1, 'un une'],
    ['hundred', 100, 'cent cents'],
    ['scale', 1e3, 'mille'],
    ['scale', 1e6, 'million millions'],
    ['scale', 1e9, 'milliard milliards'],
    ['group', 12, 'douzaine'],
    ['group+', 12, 'douzaines'],
    ['group~', 10, 'dizaine'],
    ['group+', 10, 'dizaines'],
    ['group~', 15, 'quinzaine'],
    ['group~', 20, 'vingtaine'],
    ['group~', 30, 'trentaine'],
    ['group~', 50, 'cinquantaine'],
    ['group~', 60, 'soixantaine'],
    ['group~', 100, 'centaine'],
    ['group+', 100, 'centaines'],
    ['group~', 1e3, 'millier'],
    ['group+', 1e3, 'milliers'],
    ['half', 0, 'demi demie'],
    ['some', 0, 'plusieurs quelques'],
    ['and', 0, 'et de'],
  ]),
  vigesimal: true,
  bareHundred: true,
  unsure: new Set([
    'un',
    'une',
    'six',
    'sept',
    'neuf',
    'cent',
    'cents',
    'mille',
    'million',
    'millions',
  ]),
});

export const spanish = (): NumberWords => ({
  atoms: table([
    ...row('small', 2, 1, 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece'),
    ...row('small', 14, 1, 'catorce quince dieciséis diecisiete dieciocho diecinueve veinte'),
    ...row('small', 21, 1, 'veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro'),
    ...row('small', 25, 1, 'veinticinco veintiséis veintisiete veintiocho veintinueve'),
    ...row('small', 30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
    ['small', 1, 'un una uno'],
    ['hundred', 100, 'cien ciento'],
    ...row('hundreds', 200, 100, 'doscientos/doscientas trescientos/trescientas'),
    ...row('hundreds', 400, 100, 'cuatrocientos/cuatrocientas quinientos/quinientas'),
    ...row('hundreds', 600, 100, 'seiscientos/seiscientas setecientos/setecientas'),
    ...row('hundreds', 800, 100, 'ochocientos/ochocientas novecientos/novecientas'),
    ['scale', 1e3, 'mil'],
    ['scale+', 1e3, 'miles'],
    ['scale', 1e6, 'millón'],
    ['scale', 1e6, 'millones'],
    ['group', 12, 'docena'],
    ['group+', 12, 'docenas'],
    ['group~', 10, 'decena'],
    ['group+', 10, 'decenas'],
    ['group~', 20, 'veintena'],
    ['group~', 100, 'centenar'],
    ['group+', 100, 'centenares cientos cientas'],
    ['group~', 1e3, 'millar'],
    ['group+', 1e3, 'millares'],
    ['half', 0, 'medio media'],
    ['some', 0, 'varios varias algunos algunas pocos pocas'],
    ['and', 0, 'y de'],
  ]),
  bareHundred: true,
  unsure: new Set(['un', 'una', 'uno', 'once', 'tres', 'dos', 'mil', 'miles', 'cien']),
});
