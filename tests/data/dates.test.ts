import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBounds, dateOrder, formatDate, isDate } from '../../data/dates';
import { type Message, sayer } from '../../data/locale';
import en from '../../public/locales/en.json';

const english = (text: string) => formatDate(text, 'en', sayer('en', en));

/** A locale file for tests: the frames of a date in words of ours, the rest left to Intl. */
const frames = (about: string, since: string): Record<string, Message> => ({
  'date.about': about,
  'date.perhaps': '{date}?',
  'date.since': since,
  'date.until': '–{date}',
  'date.range': '{from}–{to}',
});

describe('what is a date', () => {
  it.each([
    ...['2024', '2024-10', '2024-10-24', '2024-02-29', '0988', '-0044'],
    ...['2024~', '2024-10~', '2024-10-24?', '2024-10%', '2024-~10'],
    ...['2022/..', '../2024-10', '2022/', '2024-10-01/2024-10-05', '2024-10~/2024-12?'],
  ])('takes %s', (text) => expect(isDate(text)).toBe(true));

  it.each([
    ...['', '..', '/', '../..', 'soon', '24 October 2024', '2024-1', '2024-13', '2024-00'],
    ...['2024-06-31', '2024-02-30', '2023-02-29', '2023-02-29~', '2022/2023-02-29'],
    ...['2024-10-24T10:00:00', '202X', '2024-10-XX', '2024-21', '[2024,2025]', 'Y20240'],
    ...['2024/2023', '2024-10-05/2024-10-01', '1729728000000'],
    `2024-10-01/${'2024-10-05'.repeat(9)}`,
  ])('refuses %s', (text) => expect(isDate(text)).toBe(false));

  it('says which text was not a date instead of guessing one', () => {
    expect(() => dateBounds('2023-02-29')).toThrow(new RangeError('not a date: 2023-02-29'));
    expect(() => english('late October')).toThrow(RangeError);
  });
});

describe('a date in English', () => {
  it.each([
    ['2024', '2024'],
    ['2024-10', 'Oct 2024'],
    ['2024-10-24', '24 Oct 2024'],
    ['2024-09-05', '5 Sep 2024'],
    ['2024-10~', 'about Oct 2024'],
    ['2024-10-24~', 'about 24 Oct 2024'],
    ['2024?', 'perhaps 2024'],
    ['2024-10%', 'about Oct 2024'],
    ['2022/..', 'since 2022'],
    ['../2024-10', 'until Oct 2024'],
    ['2024-10-01/2024-10-05', '1 Oct 2024 to 5 Oct 2024'],
    ['2024-10~/2024-12?', 'about Oct 2024 to perhaps Dec 2024'],
    ['-0043-03', 'Mar 44 BC'],
  ])('prints %s as "%s"', (text, label) => expect(english(text)).toBe(label));
});

describe('a date in other languages', () => {
  it.each([
    ['de', 'etwa {date}', 'seit {date}', 'etwa Okt. 2024', 'seit 24. Okt. 2024'],
    ['ru', 'около: {date}', 'с {date}', 'около: окт. 2024 г.', 'с 24 окт. 2024 г.'],
    ['ko', '{date}경', '{date}부터', '2024년 10월경', '2024년 10월 24일부터'],
    ['ar', 'نحو {date}', 'منذ {date}', 'نحو أكتوبر 2024', 'منذ 24 أكتوبر 2024'],
  ])('keeps month and day apart in %s', (locale, about, since, month, day) => {
    const say = sayer(locale, frames(about, since));
    const print = (text: string) => formatDate(text, locale, say).replace(/[\u200e\u200f]/g, '');
    expect(print('2024-10~')).toBe(month);
    expect(print('2024-10-24/..')).toBe(day);
  });

  it('uses the digits of the locale', () => {
    expect(formatDate('2024', 'ar-EG', sayer('ar-EG', {}))).toBe('٢٠٢٤');
  });
});

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const plain = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length));
const qualified = fc
  .tuple(plain, fc.constantFrom('', '~', '?', '%'))
  .map(([text, mark]) => text + mark);
const interval = fc
  .tuple(qualified, qualified, fc.constantFrom('both', 'from', 'to'))
  .map(([from, to, ends]) =>
    ends === 'both' ? `${from}/${to}` : ends === 'from' ? `${from}/..` : `../${to}`,
  )
  .filter(isDate);
const anyDate = fc.oneof(plain, qualified, interval);

describe('properties', () => {
  it('agrees with the edtf package on the days that a date covers', () => {
    fc.assert(
      fc.property(anyDate, (text) => {
        const { min, max } = edtf(text);
        expect(dateBounds(text)).toEqual({
          earliest: min ?? Number.NEGATIVE_INFINITY,
          latest: max ?? Number.POSITIVE_INFINITY,
        });
      }),
    );
  });

  it('puts a date that is over before another begins first', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        if (dateBounds(a).latest < dateBounds(b).earliest) {
          expect(dateOrder(a)).toBeLessThan(dateOrder(b));
        }
      }),
    );
    expect(dateOrder(undefined)).toBe(Number.POSITIVE_INFINITY);
  });

  it('never prints a day that was not given', () => {
    const months = fc
      .tuple(day, fc.constantFrom('', '~', '?', '%'))
      .map(([text, mark]) => ({ year: text.slice(0, 4), text: text.slice(0, 7) + mark }));
    fc.assert(
      fc.property(months, ({ text, year }) => {
        expect(english(text).match(/\d+/g)).toEqual([String(Number(year))]);
      }),
    );
  });
});
