import { describe, expect, test } from 'vitest';
import { marks } from './marks';

/** The words of a text that are forms of a term. */
const forms = (text: string, term: string, lang: string) => marks({ text: term, lang }, text);

describe('English: plural and possessive, no more', () => {
  test('the last word may be plural or possessive', () => {
    const text = "soldier soldiers soldier's soldiers’ soldiering soldierly";
    expect(forms(text, 'soldier', 'en')).toEqual(['soldier', 'soldiers', "soldier's", 'soldiers']);
  });
  test('other words may be possessive only', () => {
    expect(forms("Karovia's army, Karovias army", 'Karovia army', 'en')).toEqual([
      "Karovia's army",
    ]);
  });
  test('a plural term does not mark the singular', () => {
    expect(forms('officer officers', 'officers', 'en')).toEqual(['officers']);
  });
  test('names take no plural: Hama is not Hamas, Wales is not wale', () => {
    expect(forms("Hama Hama's Hamas", 'Hama', 'en')).toEqual(['Hama', "Hama's"]);
    expect(forms('wale Wales', 'Wales', 'en')).toEqual(['Wales']);
  });
  test('peoples in -an do', () => {
    expect(forms('Karovian Karovians', 'Karovian', 'en')).toEqual(['Karovian', 'Karovians']);
  });
  test('men, -ies and -es are plurals', () => {
    expect(forms('serviceman servicemen', 'serviceman', 'en')).toHaveLength(2);
    expect(forms('mercenary mercenaries', 'mercenary', 'en')).toHaveLength(2);
    expect(forms('pass passes', 'pass', 'en')).toHaveLength(2);
  });
});

describe('Russian: cases and numbers of names, nouns and adjectives', () => {
  test.each([
    ['Пхеньян', 'Пхеньян Пхеньяна Пхеньяну Пхеньяном Пхеньяне'],
    ['Путин', 'Путин Путина Путину Путиным Путине'],
    ['Корея', 'Корея Кореи Корее Корею Кореей'],
    ['Россия', 'Россия России Россию Россией'],
    ['Дума', 'Дума Думы Думе Думу Думой'],
    ['область', 'область области областью областей'],
    ['солдат', 'солдат солдата солдаты солдатам солдатами солдатах'],
    ['солдаты', 'солдаты солдат солдатам'],
    ['войска', 'войска войск войскам войсками'],
    ['боец', 'боец бойца бойцы бойцов бойцам'],
    ['корейцы', 'корейцы корейцев корейцам кореец корейца'],
    ['соглашение', 'соглашение соглашения соглашению соглашением соглашений'],
    ['военные', 'военные военных военным военными военный'],
    ['партнёрство', 'партнёрство партнерства партнерством'],
  ])('%s', (term, text) => {
    expect(forms(text, term, 'ru')).toEqual(text.split(' '));
  });
  test('all words of a term decline', () => {
    expect(forms('в Северной Корее; Северную Корею', 'Северная Корея', 'ru')).toHaveLength(2);
  });
  test('Курск is not курс, Россия is not росс, КНДР does not decline', () => {
    expect(forms('курс курсы курсов', 'Курск', 'ru')).toEqual([]);
    expect(forms('росс россы', 'Россия', 'ru')).toEqual([]);
    expect(forms('КНДРа', 'КНДР', 'ru')).toEqual([]);
  });
});

describe('Ukrainian: cases, with і that alternates', () => {
  test.each([
    ['Київ', 'Київ Києва Києву Києвом Києві'],
    ['Росія', 'Росія Росії Росію Росією'],
    ['Пхеньян', 'Пхеньян Пхеньяна Пхеньяну Пхеньяном Пхеньяні'],
    ['Корея', 'Корея Кореї Корею Кореєю'],
    ['договір', 'договір договору договором договори договорів'],
    ['Курщина', 'Курщина Курщини Курщині Курщину Курщиною'],
    ['Держдума', 'Держдума Держдуми Держдумі Держдуму Держдумою'],
    ['військові', 'військові військових військовим військовими'],
    ['корейці', 'корейці корейців корейцям кореєць'],
    ['Північна', 'Північна Північної Північній Північну Північною'],
    ['війська', 'війська військ військам'],
  ])('%s', (term, text) => {
    expect(forms(text, term, 'uk')).toEqual(text.split(' '));
  });
});

describe('German: endings of nouns and adjectives', () => {
  test('nouns take -s, -es, -n, -en', () => {
    const text = 'Russland Russlands, Soldat Soldaten, Truppe Truppen';
    expect(forms(text, 'Russland', 'de')).toEqual(['Russland', 'Russlands']);
    expect(forms(text, 'Soldat', 'de')).toEqual(['Soldat', 'Soldaten']);
    expect(forms(text, 'Truppe', 'de')).toEqual(['Truppe', 'Truppen']);
  });
  test('adjectives take their endings', () => {
    const text = 'karowische karowischen karowischer karowisches karowischem';
    expect(forms(text, 'karowische', 'de')).toEqual(text.split(' '));
    expect(forms('schwer schwere schweren', 'schwer', 'de')).toHaveLength(3);
  });
  test('compounds need a *', () => {
    expect(forms('Truppeneinsatz', 'Truppen', 'de')).toEqual([]);
    expect(forms('Truppeneinsatz', 'Truppen*', 'de')).toEqual(['Truppeneinsatz']);
  });
});

describe('French and Spanish: number and gender', () => {
  test('coréen, coréens, coréenne, coréennes, with capital or hyphen', () => {
    const text = 'coréen coréens coréenne coréennes Coréens';
    expect(forms(text, 'coréen', 'fr')).toEqual(text.split(' '));
    expect(forms('Nord-Coréens, nord‑coréenne', 'nord-coréen', 'fr')).toHaveLength(2);
  });
  test('elision does not hide a name', () => {
    expect(forms('l’Otan, d’Otan, qu’Otan', 'Otan', 'fr')).toEqual(['Otan', 'Otan', 'Otan']);
  });
  test('coreano, coreana, coreanos, coreanas; militares is militar', () => {
    const text = 'coreano coreana coreanos coreanas';
    expect(forms(text, 'coreano', 'es')).toEqual(text.split(' '));
    expect(forms('militar militares', 'militar', 'es')).toHaveLength(2);
  });
  test('names stay as they are', () => {
    expect(forms('Hamas', 'Hama', 'fr')).toEqual([]);
    expect(forms('Hamas', 'Hama', 'es')).toEqual([]);
  });
});

describe('Arabic: what is written together with the next word', () => {
  test('و ف ب ل ك, the article, and their joins', () => {
    const text = 'قوات وقوات فقوات بقوات لقوات كقوات القوات والقوات بالقوات للقوات كالقوات فالقوات';
    expect(forms(text, 'قوات', 'ar')).toEqual(text.split(' '));
  });
  test('a term with the article is found without it', () => {
    expect(forms('دوما والدوما', 'الدوما', 'ar')).toHaveLength(2);
  });
  test('case endings of the sound plural and the accusative', () => {
    expect(forms('كوريون كوريين الكوريين', 'كوريين', 'ar')).toHaveLength(3);
    expect(forms('جنودا', 'جنود', 'ar')).toEqual(['جنودا']);
  });
  test('a first letter of the word itself is no prefix', () => {
    expect(forms('وتين', 'بوتين', 'ar')).toEqual([]);
  });
});

describe('Korean: particles behind, nothing before', () => {
  test('particles follow freely', () => {
    const text = '북한군 북한군이 북한군을 북한군의 북한군에게 북한군들은 북한군으로부터의';
    expect(forms(text, '북한군', 'ko')).toEqual(text.split(' '));
  });
  test('another word that begins alike is another word', () => {
    expect(forms('북한산 북한강 북한군', '북한', 'ko')).toEqual([]);
  });
  test('a word inside another is not found', () => {
    expect(forms('탈북한', '북한', 'ko')).toEqual([]);
  });
});

test('Chinese and Japanese terms are found in running text', () => {
  expect(forms('他说朝鲜军队已抵达', '朝鲜军队', 'zh')).toEqual(['朝鲜军队']);
  expect(forms('ウクライナ軍が', 'ウクライナ軍', 'ja')).toEqual(['ウクライナ軍']);
  expect(forms('キムチ', 'キム', 'ja')).toEqual([]);
});

test('forms: exact turns inflection off, for its term only', () => {
  const text = 'unit units';
  expect(marks({ text: 'unit', forms: 'exact' }, text)).toEqual(['unit']);
  expect(marks([{ text: 'unit', forms: 'exact' }, 'unit'], text)).toEqual(['unit', 'units']);
});

test('a language without rules of its own stands as written', () => {
  expect(forms('stati stato', 'stato', 'it')).toEqual(['stato']);
});
