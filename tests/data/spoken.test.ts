/** What each language makes of a date, a figure, a count and a list, as readers see it: examples to be read. */
import { describe, expect, it } from 'vitest';
import { ago } from '../../components/ago';
import { dayRange } from '../../components/dayRange';
import { listFormat } from '../../components/intl';
import { formatDate } from '../../data/dates';
import { sayer } from '../../data/locale';
import type { DateView } from '../../data/messages';
import { viewFigures } from '../../data/store/language';
import { messagesOf } from './locale-files';

/** Spaces that do not break, and marks of direction, look like others or like nothing in a list of examples. */
const plain = (text: string) =>
  text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

const saying = (locale: string) => sayer(locale, messagesOf(locale));
const date = (locale: string, edtf: string) => plain(formatDate(edtf, locale, saying(locale)));
const view = (edtf: string): DateView => ({ edtf, label: edtf });

describe('a date', () => {
  it.each([
    ['ar', '3 سبتمبر 2024', 'نحو أكتوبر 2024', 'منذ 24 أكتوبر 2024', 'من 2022 إلى 2024'],
    ['de', '3. Sept. 2024', 'etwa Okt. 2024', 'seit 24. Okt. 2024', '2022 bis 2024'],
    ['en', '3 Sep 2024', 'about Oct 2024', 'since 24 Oct 2024', '2022 to 2024'],
    ['es', '3 sept 2024', 'hacia oct 2024', 'desde 24 oct 2024', '2022 – 2024'],
    ['fr', '3 sept. 2024', 'env. oct. 2024', 'depuis 24 oct. 2024', '2022 – 2024'],
    ['ko', '2024년 9월 3일', '2024년 10월경', '2024년 10월 24일부터', '2022년 ~ 2024년'],
    ['ru', '3 сент. 2024 г.', 'примерно окт. 2024 г.', '24 окт. 2024 г. и позже', '2022 – 2024'],
    [
      'uk',
      '3 вер. 2024 р.',
      'приблизно жовт. 2024 р.',
      '24 жовт. 2024 р. і пізніше',
      '2022 – 2024',
    ],
  ])('in %s', (locale, day, about, since, range) => {
    expect(date(locale, '2024-09-03')).toBe(day);
    expect(date(locale, '2024-10~')).toBe(about);
    expect(date(locale, '2024-10-24/..')).toBe(since);
    expect(date(locale, '2022/2024')).toBe(range);
  });
});

describe('some days, and how long ago they were', () => {
  it.each([
    ['ar', '23–25 أكتوبر', 'قبل 41 يومًا', 'أمس'],
    ['de', '23.–25. Okt.', 'vor 41 Tagen', 'gestern'],
    ['en', '23 – 25 Oct', '41 days ago', 'yesterday'],
    ['es', '23–25 oct', 'hace 41 días', 'ayer'],
    ['fr', '23–25 oct.', 'il y a 41 jours', 'hier'],
    ['ko', '10월 23일~25일', '41일 전', '어제'],
    ['ru', '23–25 окт.', '41 день назад', 'вчера'],
    ['uk', '23–25 жовт.', '41 день тому', 'учора'],
  ])('in %s', (locale, days, long, day) => {
    expect(plain(dayRange(view('2024-10-23'), view('2024-10-25'), locale) ?? '')).toBe(days);
    const later = (after: number) => ago(view('2024-10-23'), Date.UTC(2024, 9, 23 + after), locale);
    expect(later(41)).toBe(long);
    expect(later(1)).toBe(day);
  });
});

describe('a figure, with the unit in the pack’s own words', () => {
  it.each([
    ['ar', 'نحو 12,000 troops', 'ما لا يقل عن 500 troops', 'أكثر من 3 troops'],
    ['de', 'etwa 12.000 troops', 'mindestens 500 troops', 'über 3 troops'],
    ['en', 'about 12,000 troops', 'at least 500 troops', 'over 3 troops'],
    ['es', 'en torno a 12.000 troops', 'al menos 500 troops', 'más de 3 troops'],
    ['fr', 'environ 12 000 troops', 'au moins 500 troops', 'plus de 3 troops'],
    ['ko', '약 12,000 troops', '최소 500 troops', '3 troops 초과'],
    ['ru', 'около 12 000 troops', 'не менее 500 troops', 'более 3 troops'],
    ['uk', 'близько 12 000 troops', 'щонайменше 500 troops', 'понад 3 troops'],
  ])('in %s', (locale, ...labels) => {
    const figures = viewFigures(
      [
        { value: 12_000, unit: 'troops', qualifier: 'about' },
        { value: 500, unit: 'troops', qualifier: 'at-least' },
        { value: 3, unit: 'troops', qualifier: 'over' },
      ],
      { locale, say: saying(locale) },
    );
    expect(figures.map(({ label }) => plain(label))).toEqual(labels);
  });
});

describe('a number of records', () => {
  it.each([
    ['ar', ['سجل واحد', 'سجلان', '5 سجلات', '21 سجلًا', '1,200 سجل']],
    ['de', ['1 Eintrag', '2 Einträge', '5 Einträge', '21 Einträge', '1.200 Einträge']],
    ['en', ['1 record', '2 records', '5 records', '21 records', '1,200 records']],
    ['es', ['1 registro', '2 registros', '5 registros', '21 registros', '1200 registros']],
    ['fr', ['1 entrée', '2 entrées', '5 entrées', '21 entrées', '1 200 entrées']],
    ['ko', ['기록 1건', '기록 2건', '기록 5건', '기록 21건', '기록 1,200건']],
    ['ru', ['1 запись', '2 записи', '5 записей', '21 запись', '1 200 записей']],
    ['uk', ['1 запис', '2 записи', '5 записів', '21 запис', '1 200 записів']],
  ])('in %s', (locale, counts) => {
    const say = saying(locale);
    expect([1, 2, 5, 21, 1200].map((n) => plain(say('record.count', { n })))).toEqual(counts);
  });
});

describe('names in a row', () => {
  it.each([
    ['ar', 'Kim وPutin وYoon'],
    ['de', 'Kim, Putin und Yoon'],
    ['en', 'Kim, Putin and Yoon'],
    ['es', 'Kim, Putin y Yoon'],
    ['fr', 'Kim, Putin et Yoon'],
    ['ko', 'Kim, Putin 및 Yoon'],
    ['ru', 'Kim, Putin и Yoon'],
    ['uk', 'Kim, Putin і Yoon'],
  ])('in %s', (locale, row) => {
    expect(listFormat(locale).format(['Kim', 'Putin', 'Yoon'])).toBe(row);
  });
});
