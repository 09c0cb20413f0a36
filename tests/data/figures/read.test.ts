import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../data/figures/read';
import { LONGEST_SENTENCE } from '../../../data/figures/words';
import * as say from './say';

/** "about 12000 soldiers": what was read, in a line. */
const shown = (sentence: string) =>
  readFigures(sentence).map(({ value, magnitude, qualifier, unit }) =>
    [qualifier, value ?? `some ${magnitude}s`, unit?.unit].filter((part) => part != null).join(' '),
  );

describe('a figure is read in digits and in words', () => {
  it.each([
    // English
    ['about 12,000 soldiers camped there', ['about 12000 soldiers']],
    ['around a dozen boats', ['about 12 ships']],
    ['eleven thousand', ['11000']],
    ['half a dozen missiles', ['6 missiles']],
    ['a hundred men or so', ['about 100 soldiers']],
    ['no fewer than 3,000 troops', ['at-least 3000 soldiers']],
    ['as many as twelve thousand troops', ['up-to 12000 soldiers']],
    ['nearly 500 officers and three generals', ['nearly 500 officers', '3 generals']],
    ['12,000 heavily armed special forces', ['12000 soldiers']],
    ['three hundred and five men', ['305 soldiers']],
    ['3.5 million people', ['3500000 people']],
    ['a 12,000-strong army', ['12000']],
    // German
    ['zwölftausend Soldaten', ['12000 soldiers']],
    [
      'Rund 3000 Soldaten und mindestens fünf Generäle',
      ['about 3000 soldiers', 'at-least 5 generals'],
    ],
    ['ein Dutzend Raketen', ['12 missiles']],
    ['knapp 5 Tsd. Soldaten', ['nearly 5000 soldiers']],
    ['einundzwanzig Offiziere', ['21 officers']],
    // French
    ['douze mille soldats', ['12000 soldiers']],
    ['quatre-vingt-dix-sept officiers', ['97 officers']],
    ['une centaine de soldats', ['about 100 soldiers']],
    ["Jusqu'à 12 000 hommes", ['up-to 12000 soldiers']],
    ['près de 300 soldats', ['nearly 300 soldiers']],
    // Spanish
    ['dos mil soldados', ['2000 soldiers']],
    ['unos 3.000 soldados', ['about 3000 soldiers']],
    ['hasta 12 mil efectivos', ['up-to 12000 soldiers']],
    ['más de quinientos oficiales y una docena de misiles', ['over 500 officers', '12 missiles']],
    // Russian
    ['12 тыс. солдат', ['12000 soldiers']],
    ['двенадцатью тысячами военных', ['12000 soldiers']],
    ['дюжина ракет', ['12 missiles']],
    ['полторы тысячи бойцов', ['1500 soldiers']],
    ['не менее пятисот офицеров', ['at-least 500 officers']],
    ['2 тысячи 500 человек', ['2500 people']],
    ['12-тысячный контингент', ['12000']],
    // Ukrainian
    ['щонайменше 11 тисяч військових', ['at-least 11000 soldiers']],
    ['понад п’ятсот офіцерів', ['over 500 officers']],
    ['трьох генералів', ['3 generals']],
    // Arabic
    ['اثنا عشر ألف جندي', ['12000 soldiers']],
    ['حوالي 12 ألف جندي و500 ضابط', ['about 12000 soldiers', '500 officers']],
    ['وبينهم ثلاثة جنرالات', ['3 generals']],
    ['ألفا جندي', ['2000 soldiers']],
    ['ألفان ومئة جندي', ['2100 soldiers']],
    // Korean
    ['만 이천', ['12000']],
    ['이천 명의 병사', ['2000 people']],
    ['포로 세 명', ['3 prisoners']],
    ['약 1만2천 명', ['about 12000 people']],
    ['병력 1만1천여 명', ['over 11000 soldiers']],
    ['장교 500명과 장성 3명', ['500 officers', '3 generals']],
    ['최소 3천명', ['at-least 3000 people']],
  ])('%s', (sentence, expected) => {
    expect(shown(sentence)).toEqual(expected);
  });
});

describe('a word that says how large a number is gives no value', () => {
  it.each([
    ['Hundreds of troops', ['some 100s soldiers']],
    ['tens of thousands of soldiers', ['some 10000s soldiers']],
    ['several thousand soldiers', ['some 1000s soldiers']],
    ['Zehntausende Soldaten', ['some 10000s soldiers']],
    ['des centaines de soldats', ['some 100s soldiers']],
    ['miles de soldados en la frontera', ['some 1000s soldiers']],
    ['десятки тысяч солдат', ['some 10000s soldiers']],
    ['кілька тисяч солдатів', ['some 1000s soldiers']],
    ['عشرات الآلاف من الجنود', ['some 10000s soldiers']],
    ['수천 명', ['some 1000s people']],
  ])('%s', (sentence, expected) => {
    expect(shown(sentence)).toEqual(expected);
  });
});

describe('a range is two figures of one unit', () => {
  it.each([
    ['10,000-12,000 troops', ['10000 soldiers', '12000 soldiers']],
    ['between 10,000 and 12,000 troops', ['10000 soldiers', '12000 soldiers']],
    ['10–12 тыс. солдат', ['10000 soldiers', '12000 soldiers']],
  ])('%s', (sentence, expected) => {
    expect(shown(sentence)).toEqual(expected);
  });
});

describe('what counts nothing is no figure', () => {
  it.each([
    'On 24 October 2024 it rained.',
    'On Oct. 24 at 5 p.m. it rained, and June 11-13 as well.',
    'Article 4 of the treaty and resolution No. 1718',
    'статья 4 договора',
    '제4조, 10월 24일 10시 30분',
    'the Hwasong-19 and the Su-57',
    'Das 35. Treffen fand am 3. Oktober statt.',
    'the 11th corps, 93-я бригада',
    'nineteen ninety-nine and twenty twenty-four',
    'one of them once said so to the man',
    'El ministro dijo un día que la casa era una ruina.',
    'Il est très neuf, dit-on dans les rues.',
    'Der Elf acht und das Haus',
    'two-thirds of the house',
    'In 2024 soldiers came home.',
    '이 명단에 따르면',
  ])('%s', (sentence) => {
    expect(shown(sentence)).toEqual([]);
  });

  it('except a year-like number of people', () => {
    expect(shown('2000 soldiers left in 2024')).toEqual(['2000 soldiers']);
  });
});

describe('what is measured says so', () => {
  it.each([
    ['54 % of it', ['54 per cent']],
    ['70 процентов', ['70 per cent']],
    ['$400 million', ['400000000 money']],
    ['a 26-year-old man', ['26 years']],
    ['300 grams of soap', ['300 grams']],
  ])('%s', (sentence, expected) => {
    expect(shown(sentence)).toEqual(expected);
    expect(readFigures(sentence)[0]?.unit?.kind).toBe('measure');
  });
});

describe('every whole number below a million', () => {
  const number = fc.integer({ min: 2, max: 999_999 });
  it.each([
    ['en', 'They said that the army had ', ' soldiers.', say.en],
    ['de', 'Der Minister sagte, dass die Armee ', ' Soldaten habe.', say.de],
    ['fr', 'Le ministre a dit que les ', ' soldats sont dans la ville.', say.fr],
    ['es', 'El ministro dijo que los ', ' soldados están en la ciudad.', say.es],
    ['ru', 'Министр сказал, что прибыли ', ' солдат.', say.ru],
    ['uk', 'Міністр сказав, що прибули ', ' солдатів.', say.uk],
    ['ar', 'قال الوزير إن ', ' جندي وصلوا.', say.ar],
    ['ko', '장관은 군인 ', ' 명이 도착했다고 말했다.', say.ko],
  ])('is read as it is said in words: %s', (lang, before, after, inWords) => {
    fc.assert(
      fc.property(number, (n) => {
        // Alone, small digits of this kind are not said in Korean: native ones are.
        fc.pre(lang !== 'ko' || n >= 10);
        const words = inWords(n);
        const [figure, ...others] = readFigures(before + words + after);
        expect(others).toEqual([]);
        expect([figure?.value, figure?.text]).toEqual([n, words]);
        expect(figure?.unit?.unit).toBe('soldiers');
      }),
      { numRuns: 300 },
    );
  });

  it.each([',', '.', ' ', '\u00a0', '\u202f', '’'])(
    'is read in digits, grouped by "%s"',
    (separator) => {
      fc.assert(
        fc.property(fc.integer({ min: 10_000, max: 999_999 }), (n) => {
          const digits = `${Math.floor(n / 1000)}${separator}${String(n % 1000).padStart(3, '0')}`;
          expect(
            readFigures(`about ${digits} soldiers`).map(({ value, text }) => [value, text]),
          ).toEqual([[n, digits]]);
        }),
      );
    },
  );
});

describe('of any text', () => {
  const pieces = fc.constantFrom(
    ...'12,000|12 тыс.|3천|1만|two|hundred|and|a|half|dozen|тысяч|пять|и|ألف|وعشرون|خمسة|만|이천|명|vingt|quatre|et|zwölftausend|-|. |, |%|$|soldiers|of|thousands|several|2024|10월|№|é|😀|\u200b'.split(
      '|',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join(' ')),
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
  );

  it('figures stand where they say, in order, without overlap', () => {
    fc.assert(
      fc.property(text, (sentence) => {
        let before = 0;
        for (const figure of readFigures(sentence)) {
          expect(figure.start).toBeGreaterThanOrEqual(before);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(sentence.slice(figure.start, figure.end)).toBe(figure.text);
          expect((figure.value === null) !== (figure.magnitude === null)).toBe(true);
          before = figure.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing is read beyond the cap', () => {
    const far = `${'word '.repeat(LONGEST_SENTENCE / 5)}and 12,000 soldiers`;
    expect(readFigures(far)).toEqual([]);
  });
});
