import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overview } from '../../components/overview';
import type { RecordView } from '../../data/messages';
import { RECORD_KINDS } from '../../data/model';
import { date, record } from './sample';

const on = (key: string, day: string, kind: RecordView['kind'] = 'claim') =>
  record({ key, kind, made: date(day) });
const places = (records: readonly RecordView[]) => overview(records, ({ made }) => made?.edtf);
const keys = (records: readonly RecordView[]) => records.map(({ key }) => key);

describe('the overview line', () => {
  it('stacks what was said on one day, as far as there is room', () => {
    const day = [on('a', '2024-10-18'), on('b', '2024-10-18'), on('c', '2024-10-18')];
    expect(places(day).map((place) => keys(place.records))).toEqual([['a', 'b'], ['c']]);
  });

  it('sets a denial and a statement under and on the place of a claim of the same day', () => {
    const day = [
      on('a', '2024-10-18'),
      on('b', '2024-10-18', 'denial'),
      on('c', '2024-10-18', 'statement'),
      on('d', '2024-10-18', 'event'),
    ];
    expect(places(day).map((place) => keys(place.records))).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('shows a gap where more than 60 days were skipped', () => {
    const records = [on('a', '2024-10-18'), on('b', '2024-12-17'), on('c', '2025-02-16')];
    expect(places(records).map(({ gap }) => gap)).toEqual([false, false, true]);
  });

  it('loses and reorders nothing', () => {
    const days = fc.array(
      fc.record({
        day: fc.constantFrom('2024-10-18', '2024-10-19', '2024-10', '2024~', '../2024', '2025'),
        kind: fc.constantFrom(...RECORD_KINDS),
      }),
    );
    fc.assert(
      fc.property(days, (list) => {
        const records = list.map(({ day, kind }, i) => on(`r${i}`, day, kind));
        expect(places(records).flatMap((place) => keys(place.records))).toEqual(keys(records));
      }),
    );
  });
});
