import { describe, expect, it } from 'vitest';
import { standsUnder } from '../../../components/placing';
import { type Entry, RECORD_KINDS } from '../../../data/model';
import { compareRecords, placingDate, recordOrder } from '../../../data/store/order';
import { date, record } from '../../components/sample';

const SAID = '2024-10-24';
const HAPPENED = '2024-07';
const about = { about: ['quay'], text: 'The quay was opened.', sources: [{ source: 'gazette' }] };

const cases = RECORD_KINDS.flatMap((kind) =>
  [undefined, SAID].flatMap((made) => [undefined, HAPPENED].map((when) => ({ kind, made, when }))),
);

describe('where a record stands', () => {
  it.each(cases)('is the same for the store and for the card: %j', ({ kind, made, when }) => {
    const stored = { id: 'a', kind, ...about, made, when } as Entry;
    const shown = record({
      key: 'harbour#a',
      kind,
      made: made === undefined ? null : date(made),
      when: when === undefined ? null : date(when),
    });
    expect(placingDate(stored)).toBe(standsUnder(shown)?.edtf);
  });

  it('is when it was said, and for an event that nobody said when it happened', () => {
    const under = (entry: object) => placingDate({ id: 'a', ...about, ...entry } as Entry);
    expect(under({ kind: 'event', made: SAID, when: HAPPENED })).toBe(SAID);
    expect(under({ kind: 'event', when: HAPPENED })).toBe(HAPPENED);
    expect(under({ kind: 'claim', when: HAPPENED })).toBeUndefined();
  });

  it('is last where nobody knows when it was said, though it is known when the thing happened', () => {
    const entries = [
      { id: 'foretold', kind: 'claim', ...about, when: '2023' },
      { id: 'said', kind: 'claim', ...about, made: SAID },
      { id: 'opened', kind: 'event', ...about, when: HAPPENED },
    ] as Entry[];
    const sorted = entries.map(recordOrder).sort(compareRecords);
    expect(sorted.map(({ id }) => id)).toEqual(['opened', 'said', 'foretold']);
  });
});
