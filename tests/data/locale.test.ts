import { describe, expect, it } from 'vitest';
import { type Message, type MessageKey, negotiate, sayer } from '../../data/locale';
import en from '../../public/locales/en.json';

describe('messages', () => {
  /** Says a message of our own, under any key there is. */
  const say = (locale: string, message: Message, parts?: Record<string, string | number>) => {
    const key: MessageKey = 'date.about';
    return sayer(locale, { [key]: message })(key, parts);
  };

  it('have their parts filled in, in the digits of the language', () => {
    expect(say('en', '{n} of {total} in {place}', { n: 1200, total: 15000, place: 'Oslo' })).toBe(
      '1,200 of 15,000 in Oslo',
    );
    expect(say('ar-EG', '{n}', { n: 12 })).toBe('١٢');
  });

  it('leave a part that was not given as it stands, so that the gap shows', () => {
    expect(say('en', 'about {date}')).toBe('about {date}');
    expect(sayer('en', {})('date.about')).toBe('date.about');
  });

  it('never read a part for another part', () => {
    expect(say('en', '{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
  });

  it.each([
    ['en', { 1: 'one', 0: 'other', 2: 'other' }],
    ['ru', { 1: 'one', 21: 'one', 3: 'few', 5: 'many', 11: 'many', 1.5: 'other' }],
    ['ar', { 0: 'zero', 1: 'one', 2: 'two', 7: 'few', 11: 'many', 100: 'other' }],
  ])('take the plural form of %s', (locale, cases) => {
    const forms = Object.fromEntries(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [form, form]),
    );
    const said = Object.keys(cases).map((n) => [n, say(locale, forms, { n: Number(n) })]);
    expect(Object.fromEntries(said)).toEqual(cases);
  });

  it('take the form "other" where the language’s own is missing', () => {
    expect(say('ru', { other: 'записей: {n}' }, { n: 3 })).toBe('записей: 3');
  });

  it('are found by name only, not among what every object has', () => {
    expect(sayer('en', en)('toString' as MessageKey)).toBe('toString');
  });
});

describe('the language of the extension', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt_BR', 'pt-BR'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['nn', 'en'],
    ['', 'en'],
  ])('for "%s" is the closest there is: %s', (wanted, locale) => {
    expect(negotiate(wanted, ['en', 'de', 'pt-BR', 'zh-Hant'])).toBe(locale);
  });
});
