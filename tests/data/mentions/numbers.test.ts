import { describe, expect, test } from 'vitest';
import { readWords } from '../../../data/mentions/tokenize';

/** The numbers of a text; those that count nothing (years, days) as text. */
function figures(text: string): (number | string)[] {
  const { count, values, flags } = readWords(text);
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => !Number.isNaN(values[i]))
    .map((i) => (((flags[i] ?? 0) & 4) !== 0 ? (values[i] ?? 0) : `${values[i]}`));
}

describe('figures, however they are grouped', () => {
  test.each([
    ['12,000 men', 12_000],
    ['12.000 Mann', 12_000],
    ['12 000 hommes', 12_000],
    ['12\u00a0000 hommes', 12_000],
    ['12\u2009000 hommes', 12_000],
    ['12\u202f000 hommes', 12_000],
    ["12'000 Mann", 12_000],
    ['12’000 Mann', 12_000],
    ['1,234,567 shells', 1_234_567],
    ['1.234,5 Tonnen', 1234.5],
    ['٣٠٠٠ جندي', 3000],
    ['١٢٬٠٠٠ جندي', 12_000],
    ['2.5 percent', 2.5],
    ['0.500 of it', 0.5],
    ['10-strong', 10],
  ])('%s', (text, value) => {
    expect(figures(text)).toEqual([value]);
  });
});

describe('multipliers are counted in', () => {
  test.each([
    ['12 тыс. солдат', 12_000],
    ['12 тысяч солдат', 12_000],
    ['12-тысячный контингент', 12_000],
    ['3 тис. бійців', 3000],
    ['1,5 тыс. бойцов', 1500],
    ['3.5 million shells', 3_500_000],
    ['15-hundred troops', 1500],
    ['10k troops', 10_000],
    ['3천 명', 3000],
    ['3천여 명', 3000],
    ['3,000여 명', 3000],
    ['1만2천 명', 12_000],
    ['1만 2천 명', 12_000],
    ['1만1,000명', 11_000],
    ['65조4500억원', 65_450_000_000_000],
    ['12 ألف جندي', 12_000],
    ['10 آلاف جندي', 10_000],
    ['3 Millionen Euro', 3_000_000],
    ['5 mil soldados', 5000],
    ['1万2千人', 12_000],
  ])('%s', (text, value) => {
    expect(figures(text)).toEqual([value]);
  });
});

describe('numbers that count nothing', () => {
  test.each([
    ['a year', 'in 2024', ['2024']],
    ['a day before its month', 'on 24 October', ['24']],
    ['a day behind its month', 'on Oct. 24', ['24']],
    ['a German day', 'am 3. Oktober', ['3']],
    ['a Spanish day', 'el 24 de octubre', ['24']],
    ['a Russian day', '24 октября', ['24']],
    ['a German day, abbreviated', 'am 24. Okt. war es', ['24']],
    ['a French day, abbreviated', 'le 24 févr. il partit', ['24']],
    ['a Spanish day, abbreviated', 'el 24 dic. se fue', ['24']],
    ['a Russian day, abbreviated', '24 окт. он ушёл', ['24']],
    ['a Ukrainian day, abbreviated', '24 жовт. він пішов', ['24']],
    ['an Arabic day', '19 حزيران', ['19']],
    ['a range of days', 'July 11-13', ['11', 13]],
    ['Korean dates', '2024년 10월 11일', ['2024', '10', '11']],
    ['a version', 'version 10.0.1', ['10']],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

test('a day and a figure side by side are two numbers', () => {
  expect(figures('On Oct. 24 500 men came')).toEqual(['24', 500]);
});

test('a grouped figure in the range of years is a figure', () => {
  expect(figures('2,000 men')).toEqual([2000]);
});

test('"may" is a month only with a capital', () => {
  expect(figures('12 may go')).toEqual([12]);
  expect(figures('12 May')).toEqual(['12']);
});
