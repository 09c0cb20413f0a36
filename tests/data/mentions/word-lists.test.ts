/** Lists that are compared with folded words must be folded themselves. */
import { describe, expect, it } from 'vitest';
import { isMonth, MONTHS } from '../../../data/mentions/calendar';
import { fold } from '../../../data/mentions/fold';
import { MULTIPLIERS } from '../../../data/mentions/numbers';

describe('words that are written as they fold', () => {
  it('are the months', () => {
    expect([...MONTHS].map(fold)).toEqual([...MONTHS]);
  });

  it('are the multipliers', () => {
    const words = MULTIPLIERS.flatMap(([, list]) => list.replaceAll('*', '').split(' '));
    expect(words.map(fold)).toEqual(words);
  });
});

it.each([
  'May',
  'March',
  'Jänner',
  'März',
  'Février',
  'août',
  'Déc',
  'січня',
  'أبريل',
  'إبريل',
  'آذار',
])('knows %s for a month as people write it', (word) => {
  expect(isMonth(word)).toBe(true);
});

it('takes "may" for the verb', () => {
  expect(isMonth('may')).toBe(false);
});
