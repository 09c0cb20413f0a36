import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../../data/dates';
import { readDate } from '../../../data/page/written-date';

describe('a date as pages write it', () => {
  it.each([
    ['2024-11-07', '2024-11-07'],
    ['2024-11-07T23:30:00-05:00', '2024-11-07'],
    ['2024-11-07T00:10+0900', '2024-11-07'],
    ['2024-11-07 10:00:00.000000', '2024-11-07'],
    ['2024/11/7', '2024-11-07'],
    ['20241107', '2024-11-07'],
    ['20241107T101500Z', '2024-11-07'],
    ['202411071015', '2024-11-07'],
    ['Thu, 07 Nov 2024 10:00:00 GMT', '2024-11-07'],
    ['7 November 2024', '2024-11-07'],
    ['7th November 2024', '2024-11-07'],
    ['November 7, 2024 5:00 PM', '2024-11-07'],
    ['Nov. 7, 2024', '2024-11-07'],
    ['Sept. 7, 2024', '2024-09-07'],
    ['Fri Mar 13 21:30:09 EST 2015', '2015-03-13'],
    ['07.11.2024, 10:00', '2024-11-07'],
    ['2024-11', '2024-11'],
    ['November 2024', '2024-11'],
    ['2024', '2024'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s', (text, edtf) => {
    expect(readDate(text)).toBe(edtf);
  });

  it.each([
    '',
    '07/11/2024',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '0000-01-01',
    'yesterday',
    '1731000000',
    '1731000000000',
    'Nov 7',
    '2024-11-0x',
    `2024-11-07${' '.repeat(500)}`,
  ])('is none in "%s"', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('is a date of the record whatever it is read from', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.stringMatching(/^[0-9]{1,4}[-/. ]?[0-9]{1,2}[-/. ]?[0-9]{1,4}[T ,].{0,9}$/),
    );
    fc.assert(
      fc.property(text, (written) => {
        const edtf = readDate(written);
        expect(edtf === null || isDate(edtf)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the day that Date writes, in each of its forms', () => {
    const day = fc.date({
      min: new Date('1700-01-01'),
      max: new Date('2200-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const edtf = date.toISOString().slice(0, 10);
        const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
        const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
        for (const text of [
          date.toISOString(),
          date.toUTCString(),
          long.format(date),
          british.format(date),
        ]) {
          expect([text, readDate(text)]).toEqual([text, edtf]);
        }
      }),
    );
  });
});
