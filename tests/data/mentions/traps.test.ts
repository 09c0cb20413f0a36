import { describe, expect, test } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { findMentions, openMentions } from '../../../data/mentions/matcher';
import type { Rule } from '../../../data/model';

/** A text that shows by ⟦ ⟧ what shall be marked, taken apart. */
function read(shown: string): { text: string; parts: [number, number][] } {
  let text = '';
  const parts: [number, number][] = [];
  for (const piece of shown.split(/([⟦⟧])/u)) {
    if (piece === '⟦') parts.push([text.length, text.length]);
    else if (piece === '⟧') (parts.at(-1) as [number, number])[1] = text.length;
    else text += piece;
  }
  return { text, parts };
}

/**
 * Marks a text by one rule and compares with what the text shows. The offsets must be exact: they
 * count UTF-16 units of the text as it stands.
 */
function check(rule: Rule, shown: string): void {
  const { text, parts } = read(shown);
  const index = compileMentions({
    language: 'en',
    terms: {},
    topics: [{ id: 'trap', mention: rule }],
  });
  const found = findMentions(openMentions(index), text).flatMap((mention) => mention.parts);
  expect(found.map(([start, end]) => text.slice(start, end))).toEqual(
    parts.map(([start, end]) => text.slice(start, end)),
  );
  expect(found).toEqual(parts);
}

const of = (lang: string) => (text: string) => ({ text, lang });
const ru = of('ru');
const uk = of('uk');
const de = of('de');
const fr = of('fr');
const ar = of('ar');
const he = of('he');
const ko = of('ko');
const ja = of('ja');
const zh = of('zh');
const hi = of('hi');
const th = of('th');
const nfd = (text: string) => text.normalize('NFD');

describe('letters that have other shapes', () => {
  test('İ, I, ı and i are one letter', () => {
    check('Istanbul', 'From ⟦İstanbul⟧ to ⟦ISTANBUL⟧, ⟦istanbul⟧ and ⟦ıstanbul⟧.');
    check('Diyarbakır', 'In ⟦DİYARBAKIR⟧ and ⟦Diyarbakir⟧.');
  });
  test('İ, which grows when lowered, shifts no offset', () => {
    check('Karovia', 'İİİ İİİ ⟦Karovia⟧ İ ⟦KAROVİA⟧');
  });
  test('ß is ss, small and capital', () => {
    check(de('Weißdorf'), 'In ⟦Weißdorf⟧, ⟦WEISSDORF⟧, ⟦WEIẞDORF⟧ und ⟦Weissdorf⟧.');
  });
  test('the ligatures ﬁ, ﬂ and ﬃ', () => {
    check('Finburg', 'To ⟦ﬁnburg⟧ and ⟦Finburg⟧.');
    check('officers', 'The ⟦oﬃcers⟧ left; the ⟦officers⟧ stayed.');
  });
  test('full-width and mathematical letters', () => {
    check('Karovia', '⟦Ｋａｒｏｖｉａ⟧ and ⟦𝐊𝐚𝐫𝐨𝐯𝐢𝐚⟧');
  });
  test('accents, composed, decomposed or left out', () => {
    check('Málaga', `${nfd('Besançon')} ⟦${nfd('Málaga')}⟧, ⟦Malaga⟧, ⟦MÁLAGA⟧`);
  });
  test('ё is е, ø is o, ł is l, æ is ae', () => {
    check(ru('Королёв'), 'В ⟦Королеве⟧ и ⟦КОРОЛЁВЕ⟧.');
    check('Brønholm', '⟦Bronholm⟧ and ⟦BRØNHOLM⟧');
    check('Wałbrzyk', '⟦Walbrzyk⟧');
    check('Ærskov', '⟦Aerskov⟧ and ⟦ærskov⟧');
  });
});

describe('letters that accent stripping must leave alone', () => {
  test('й is not и, composed or decomposed', () => {
    check(ru('Йод'), `⟦Йод⟧, ⟦${nfd('йода')}⟧, иод, Иода`);
  });
  test('ї is not і, composed or decomposed', () => {
    check(uk('Їжак'), `⟦їжак⟧, ⟦${nfd('Їжака')}⟧, іжак, ижак`);
  });
  test('ґ is not г, ў is not у', () => {
    check(uk('ґанок'), '⟦ґанок⟧, ганок');
    check('Ўзброены', `⟦ўзброены⟧ ⟦${nfd('ўзброены')}⟧ узброены`);
  });
});

describe('characters that nobody sees', () => {
  test('a soft hyphen, inside a word or before its end', () => {
    check('Karovia', 'In ⟦Kar\u00adovia⟧, ⟦Karo\u00advi\u00ada⟧.');
  });
  test('no-break, narrow and thin spaces between the words of a term', () => {
    check('North Karovia', '⟦North\u00a0Karovia⟧ ⟦North\u202fKarovia⟧ ⟦North\u2009Karovia⟧');
  });
  test('zero-width space, joiner, word joiner and byte order mark', () => {
    check('Karovia', '⟦Kar\u200bovia⟧ ⟦Kar\u200dovia⟧ ⟦Kar\u2060ovia⟧ ⟦Kar\ufeffovia⟧');
  });
  test('characters without width beyond the first plane', () => {
    check('Karovia', 'in ⟦Karo\u{e0020}via⟧');
  });
  test('the zero-width non-joiner of Persian and others', () => {
    check(ar('نیروها'), 'به ⟦نیرو\u200cها⟧ و ⟦نیروها⟧');
  });
  test('bidi controls around a word are no part of it, inside they are', () => {
    check(
      'Karovia',
      '\u202aIn\u202c \u202b⟦Karovia⟧\u202c, \u2066⟦Karovia⟧\u2069, ⟦Karo\u200evia⟧',
    );
    check(ar('كاروفيا'), '\u202bفي ⟦كاروفيا⟧\u202c و\u200f ⟦كاروفيا⟧\u200f.');
  });
  test('variation selectors', () => {
    check('Karovia', '⟦Karo\ufe0fvia⟧');
  });
});

describe('apostrophes, hyphens and stops', () => {
  test('an accent that stands for an apostrophe', () => {
    check({ text: "Мар'янівка", lang: 'uk' }, 'у ⟦Мар´янівці⟧, ⟦Марʼянівка⟧');
  });
  test("’, ʼ and ' are one, and a possessive belongs to its word", () => {
    check('Karovia', "⟦Karovia's⟧ men, ⟦Karovia’s⟧ men, ⟦Karoviaʼs⟧ men");
    check(uk("Мар'янівка"), 'У ⟦Мар’янівці⟧ та ⟦Марʼянівці⟧.');
  });
  test('quotation marks around and inside a phrase', () => {
    check('Karovian troops', "'⟦Karovian troops⟧', “⟦Karovian troops⟧” and ⟦Karovian “troops⟧”");
  });
  test('"North-Karovian" with any hyphen, but not with a dash between spaces', () => {
    check('North Karovian', '⟦North-Karovian⟧ ⟦North‑Karovian⟧ ⟦North–Karovian⟧ ⟦North Karovian⟧');
    check(
      'North Karovian',
      'Go North – Karovian roads are good; North - Karovian; North, Karovian',
    );
  });
  test('"U.S." is not "us", nor "US" unless it is asked for', () => {
    check('U.S.', 'They told us that the ⟦U.S.⟧ knows, and the ⟦U.S⟧ too. US, us.');
    check({ text: 'US', case: true }, 'They told us that the ⟦US⟧ knows; Us too, U.S. too.');
  });
  test('"WHO" is not "who"', () => {
    check({ text: 'WHO', case: true }, 'Who knows ⟦WHO⟧ and who does not?');
  });
  test('a French elision hides no name', () => {
    check(fr('Otan'), 'l’⟦Otan⟧, d’⟦Otan⟧, jusqu’à l’⟦Otan⟧');
  });
  test('a term reaches over no sentence end, comma or bracket', () => {
    check(
      'Karovia troops',
      'In Karovia. Troops left. Karovia, troops (Karovia) troops; Karovia: troops',
    );
  });
});

describe('inflection is light, and each term’s own', () => {
  test('"Hama" never marks "Hamas"', () => {
    check('Hama', '⟦Hama⟧ and ⟦Hama’s⟧ bridges, not Hamas or Hamas’s.');
  });
  test('"wale" never marks "Wales" when it is a name, nor "Wales" a "wale"', () => {
    check('Wales', 'A wale in ⟦Wales⟧, ⟦Wales’s⟧ wale');
    check('Wale', 'A ⟦wale⟧ in Wales');
  });
  test('Russian cases, in place', () => {
    check(ru('Северная Каровия'), 'В ⟦Северной Каровии⟧ о ⟦Северную Каровию⟧, у северной стороны.');
  });
  test('Ukrainian і that alternates: Київ, Києва; and Росія, Росії', () => {
    check(uk('Київ'), '⟦Київ⟧, до ⟦Києва⟧, під ⟦Києвом⟧, у ⟦Києві⟧, київський');
    check(uk('Росія'), '⟦Росія⟧, до ⟦Росії⟧, з ⟦Росією⟧, ⟦Росію⟧, росіянин, роса');
  });
  test('German cases, and no compounds unless asked for', () => {
    check(de('Truppe'), 'Die ⟦Truppe⟧, die ⟦Truppen⟧, der Truppeneinsatz');
    check(de('Truppen*'), 'Die ⟦Truppen⟧, der ⟦Truppeneinsatz⟧, die Truppe');
  });
  test('Arabic words that are written together', () => {
    check(ar('قوات'), '⟦والقوات⟧ ⟦بقوات⟧ ⟦للقوات⟧ ⟦قواتها⟧ ⟦كالقوات⟧، لا أقوات');
    check(ar('بوتين'), '⟦بوتين⟧ ⟦وبوتين⟧ ⟦لبوتين⟧ وتين');
  });
  test('Arabic spellings: hamza, ى, ة, vowel signs and tatweel', () => {
    check(ar('أوكرانيا'), '⟦اوكرانيا⟧ ⟦أُوكْرَانْيَا⟧ ⟦أوكـــرانيا⟧');
    check(ar('القاهرة'), 'في ⟦القاهره⟧ ⟦والقَاهِرَة⟧');
  });
  test('Korean particles behind a word, and nothing before it', () => {
    check(ko('북한군'), '⟦북한군이⟧ ⟦북한군에게는⟧ ⟦북한군들로부터의⟧ 탈북한군 북한군사');
    check(ko('북한'), '⟦북한⟧ ⟦북한은⟧ 북한산 북한강');
  });
});

describe('scripts', () => {
  test('Chinese and Japanese without spaces', () => {
    check(zh('卡罗维亚军队'), '他说⟦卡罗维亚军队⟧已抵达，卡罗维亚的军队没有。');
    check(ja('カロビア軍'), '昨日、⟦カロビア軍⟧が来た。カロビア、軍');
    check(ja('キム'), '⟦キム⟧氏はキムチが好き');
  });
  test('Katakana, Hangul and Latin side by side', () => {
    check(ja('カロビア'), 'NATOと⟦カロビア⟧が');
    check(ko('나토'), 'NATO(⟦나토⟧)가 ⟦나토의⟧');
  });
  test('right to left, with figures and Latin words between', () => {
    check(ar('كاروفيا'), 'قالت NATO إن 12,000 جندي من ⟦كاروفيا⟧ (Karovia) وصلوا إلى ⟦كاروفيا⟧ 3.');
    check('Karovia', 'قالت ⟦Karovia⟧ إن');
    check(he('ישראל'), 'ב־2024 אמרה ⟦ישראל⟧ ו ⟦יִשְׂרָאֵל⟧');
  });
  test('surrogate pairs before, inside and as a word', () => {
    check('Karovia', '😀👩🏽‍🚀🇺🇦 ⟦Karovia⟧ 😀⟦Karovia⟧😀');
    check(zh('𠮷野'), '在⟦𠮷野⟧，𠮷，野，吉野');
    check('𐐨𐐩', '⟦𐐨𐐩⟧ ⟦𐐀𐐁⟧');
    check('Karovia', '\ud83d ⟦Karovia⟧ \ude00⟦Karovia⟧');
  });
  test('Devanagari: vowel signs and virama are letters', () => {
    check(hi('कोरिया'), 'उत्तर ⟦कोरिया⟧ ने कहा; कोरियाई नहीं');
    check(hi('कि'), 'उसने कहा ⟦कि⟧ की, के, क्');
  });
  test('Thai and Khmer, a character a word', () => {
    check(th('เกาหลี'), 'ทหาร⟦เกาหลี⟧เหนือ');
  });
  test('Hangul as syllables or as letters (NFD)', () => {
    check(ko('북한군'), `${nfd('오늘')} ⟦${nfd('북한군이')}⟧ ⟦북한군이⟧`);
    check(ko(nfd('북한군')), `⟦북한군⟧ ${nfd('러시아')}`);
  });
  test('kana with voicing marks of their own, and half-width', () => {
    check(ja('ガダル'), `⟦${nfd('ガダル')}⟧ ⟦ｶﾞﾀﾞﾙ⟧ ⟦ガダル⟧ カダル カタル`);
  });
});

describe('figures', () => {
  test('however they are grouped or written', () => {
    check(
      '#1000+ men',
      '⟦12,000 men⟧, ⟦12.000 men⟧, ⟦12\u202f000 men⟧, ⟦١٢٬٠٠٠ men⟧, 900 men, 2024 men',
    );
    check({ text: '#1000+ солдат', lang: 'ru' }, '⟦12 тыс. солдат⟧, ⟦3-тысячных солдат⟧');
    check({ text: '#1000+ 명', lang: 'ko' }, '⟦1만2천여 명⟧, ⟦3천 명⟧, 300 명');
  });
});
