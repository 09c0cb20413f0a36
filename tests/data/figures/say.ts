/** Says whole numbers below a million in words, one language at a time: the plain way round, to hold the reading of them against. */

const list = (text: string) => text.split(' ');
type Say = (n: number) => string;

const joined = (parts: readonly (string | false)[], by: string) => parts.filter(Boolean).join(by);

const EN = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const EN_TENS = list('- - twenty thirty forty fifty sixty seventy eighty ninety');
export const en: Say = (n) => {
  if (n >= 1000)
    return joined([`${en(Math.floor(n / 1000))} thousand`, n % 1000 > 0 && rest(n % 1000)], ' ');
  return below(n);
  function rest(r: number) {
    return r < 100 ? `and ${below(r)}` : below(r);
  }
  function below(r: number): string {
    if (r >= 100) {
      return joined(
        [`${EN[Math.floor(r / 100)]} hundred`, r % 100 > 0 && `and ${below(r % 100)}`],
        ' ',
      );
    }
    if (r < 20) return EN[r] ?? '';
    return joined([EN_TENS[Math.floor(r / 10)] ?? '', r % 10 > 0 && (EN[r % 10] ?? '')], '-');
  }
};

const DE = list(
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
);
const DE_TENS = list('- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');
export const de: Say = (n) => {
  if (n >= 1000) return `${de(Math.floor(n / 1000))}tausend${n % 1000 > 0 ? de(n % 1000) : ''}`;
  if (n >= 100) return `${de(Math.floor(n / 100))}hundert${n % 100 > 0 ? de(n % 100) : ''}`;
  if (n < 20) return DE[n] ?? '';
  return `${n % 10 > 0 ? `${DE[n % 10]}und` : ''}${DE_TENS[Math.floor(n / 10)]}`;
};

const FR = list(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
);
const FR_TENS = list('- - vingt trente quarante cinquante soixante');
export const fr: Say = (n) => {
  if (n >= 1000) {
    const thousands = Math.floor(n / 1000);
    return joined([thousands > 1 && fr(thousands), 'mille', n % 1000 > 0 && fr(n % 1000)], ' ');
  }
  if (n >= 100) {
    const hundreds = Math.floor(n / 100);
    return joined([hundreds > 1 && (FR[hundreds] ?? ''), 'cent', n % 100 > 0 && fr(n % 100)], ' ');
  }
  if (n < 20) return FR[n] ?? '';
  if (n >= 80) return joined(['quatre-vingt', n > 80 && fr(n - 80)], '-');
  const tens = n >= 60 ? 60 : n - (n % 10);
  const unit = n - tens;
  const glue = unit === 1 || unit === 11 ? ' et ' : '-';
  return joined([FR_TENS[tens / 10] ?? '', unit > 0 && fr(unit)], glue);
};

const ES = list(
  `cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve`,
);
const ES_TENS = list('- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const ES_HUNDREDS = list(
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
);
export const es: Say = (n) => {
  if (n >= 1000) {
    const thousands = Math.floor(n / 1000);
    return joined([thousands > 1 && es(thousands), 'mil', n % 1000 > 0 && es(n % 1000)], ' ');
  }
  if (n === 100) return 'cien';
  if (n > 100)
    return joined([ES_HUNDREDS[Math.floor(n / 100)] ?? '', n % 100 > 0 && es(n % 100)], ' ');
  if (n < 30) return ES[n] ?? '';
  return joined([ES_TENS[Math.floor(n / 10)] ?? '', n % 10 > 0 && (ES[n % 10] ?? '')], ' y ');
};

/** Russian and Ukrainian differ in their words only. */
const slavic =
  (
    small: string,
    tens: string,
    hundreds: string,
    thousand: readonly [string, string, string],
  ): Say =>
  (n) => {
    const SMALL = list(small);
    const below = (r: number, feminine: boolean): string => {
      const end = r % 100;
      const unit = end < 20 ? end : end % 10;
      const gendered =
        feminine && unit === 1 ? SMALL[20] : feminine && unit === 2 ? SMALL[21] : SMALL[unit];
      return joined(
        [
          r >= 100 && (list(hundreds)[Math.floor(r / 100)] ?? ''),
          end >= 20 && (list(tens)[Math.floor(end / 10)] ?? ''),
          unit > 0 && (gendered ?? ''),
        ],
        ' ',
      );
    };
    const thousands = Math.floor(n / 1000);
    const last = thousands % 100 > 10 && thousands % 100 < 20 ? 0 : thousands % 10;
    const word = last === 1 ? thousand[0] : last >= 2 && last <= 4 ? thousand[1] : thousand[2];
    return joined(
      [
        thousands > 0 && `${below(thousands, true)} ${word}`,
        n % 1000 > 0 && below(n % 1000, false),
      ],
      ' ',
    );
  };

export const ru = slavic(
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать одна две',
  '- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
  '- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот',
  ['тысяча', 'тысячи', 'тысяч'],
);

export const uk = slavic(
  "нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять одна дві",
  "- - двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
  "- сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
  ['тисяча', 'тисячі', 'тисяч'],
);

const AR = list('صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة');
const AR_TENS = list('- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون');
const AR_HUNDREDS = list('- مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة');
export const ar: Say = (n) => {
  if (n >= 1000) {
    const thousands = Math.floor(n / 1000);
    const said =
      thousands === 1
        ? 'ألف'
        : thousands === 2
          ? 'ألفان'
          : `${ar(thousands)} ${thousands >= 3 && thousands <= 10 ? 'آلاف' : 'ألف'}`;
    return joined([said, n % 1000 > 0 && `و${ar(n % 1000)}`], ' ');
  }
  if (n >= 100)
    return joined([AR_HUNDREDS[Math.floor(n / 100)] ?? '', n % 100 > 0 && `و${ar(n % 100)}`], ' ');
  if (n <= 10) return AR[n] ?? '';
  if (n < 20) return `${n === 11 ? 'أحد' : n === 12 ? 'اثنا' : AR[n - 10]} عشر`;
  return joined(
    [n % 10 > 0 && (AR[n % 10] ?? ''), `${n % 10 > 0 ? 'و' : ''}${AR_TENS[Math.floor(n / 10)]}`],
    ' ',
  );
};

const KO = [...' 일이삼사오육칠팔구'];
export const ko: Say = (n) => {
  const below = (r: number) =>
    [
      [1000, '천'],
      [100, '백'],
      [10, '십'],
    ]
      .map(([unit, name]) => {
        const digit = Math.floor(r / (unit as number)) % 10;
        return digit === 0 ? '' : `${digit > 1 ? KO[digit] : ''}${name}`;
      })
      .concat(r % 10 > 0 ? (KO[r % 10] ?? '') : '')
      .join('');
  const large = Math.floor(n / 10_000);
  return `${large > 0 ? `${large > 1 ? below(large) : ''}만` : ''}${below(n % 10_000)}`;
};
