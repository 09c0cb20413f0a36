/** How the line of record is laid out: what is certainly later, months, folds, rows of several packs, ties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areApart, daysOf, isAfter } from '../../components/bounds';
import { dayRange } from '../../components/dayRange';
import { openAtFirst, plan } from '../../components/plan';
import { ends, gaps, reveal } from '../../components/ranges';
import { agree, sideBySide } from '../../components/side-by-side';
import { passings, tiesOf } from '../../components/ties';
import { itemsOf } from '../../components/timeline-items';
import { dateBounds } from '../../data/dates';
import type { DateView, RecordView } from '../../data/messages';
import { date, record, relation, words } from './sample';

const as = (edtf: string): DateView => ({ edtf, label: edtf });
const DAY_MS = 86_400_000;

const days = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) => {
    const [m, d] = [month, day].map((part) => String(part).padStart(2, '0'));
    return fc.constantFrom(`${year}`, `${year}-${m}`, `${year}-${m}-${d}`);
  });

describe('what is certainly later', () => {
  it('goes by the same days as the model’s dates', () => {
    fc.assert(
      fc.property(days, (edtf) => {
        const { earliest, latest } = dateBounds(edtf);
        const found = daysOf(edtf);
        expect(found?.first).toBe(Math.floor(earliest / DAY_MS));
        expect(found?.last).toBe(Math.floor(latest / DAY_MS));
      }),
    );
    for (const edtf of ['2024-10-01/2024-11', '../2024-10', '2024-10/..']) {
      const { earliest, latest } = dateBounds(edtf);
      expect(daysOf(edtf)).toEqual({
        first: Math.floor(earliest / DAY_MS),
        last: Math.floor(latest / DAY_MS),
      });
    }
  });

  it.each([
    ['2024-11-08', '2024-11-07', true],
    ['2024-11-07', '2024-11-07', false],
    ['2024-11-06', '2024-11-07', false],
    // A month that holds the page's day, or a page of which only the month is known.
    ['2024-11', '2024-11-07', false],
    ['2024-12', '2024-11-07', true],
    ['2024-11-20', '2024-11', false],
    ['2024-12-01', '2024-11', true],
    // About December may be November.
    ['2024-12~', '2024-11-07', false],
    ['2025-01~', '2024-11-07', true],
    ['2024-12-01?', '2024-11-07', true],
    // Intervals by their start; an open one is never certain.
    ['2024-10/2025-03', '2024-11-07', false],
    ['2025-01/..', '2024-11-07', true],
    ['../2025-01', '2024-11-07', false],
    ['nonsense', '2024-11-07', false],
  ])('%s after %s: %s', (later, page, answer) => {
    expect(isAfter(as(later), as(page))).toBe(answer);
  });

  it('is nothing where a date is not known', () => {
    expect(isAfter(null, as('2024'))).toBe(false);
    expect(isAfter(as('2024'), null)).toBe(false);
  });

  it('keeps a month and a day in it together, and two days apart', () => {
    expect(areApart(as('2024-10'), as('2024-10-23'))).toBe(false);
    expect(areApart(as('2024-10-22'), as('2024-10-23'))).toBe(true);
  });
});

describe('the words of a fold', () => {
  it.each([
    ['2024-10-23', '2024-10-25', /^23\s*–\s*25 Oct$/],
    ['2024-09-28', '2024-10-03', /^28 Sep\s*–\s*3 Oct$/],
    ['2024-10-23', '2024-10-23', /^23 Oct$/],
    ['2024-10-23', '2025-04-02', /^Oct 2024\s*–\s*Apr 2025$/],
  ])('from %s to %s', (from, to, words) => {
    expect(dayRange(as(from), as(to), 'en')).toMatch(words);
  });

  it('make no date more precise', () => {
    expect(dayRange(as('2024-10'), as('2024-10-25'), 'en')).toBeNull();
    expect(dayRange(as('2024-10-20'), as('2024-10-25~'), 'en')).toBeNull();
  });
});

const place = fc.tuple(fc.nat(40), fc.nat(40));

describe('what a list shows', () => {
  it('is its ends, or all of a short one', () => {
    expect(ends(10, 2, 1)).toEqual([
      [0, 2],
      [9, 10],
    ]);
    expect(ends(3, 2, 1)).toEqual([[0, 3]]);
    // One row would be hidden by a button as large.
    expect(ends(4, 2, 1)).toEqual([[0, 4]]);
  });

  it('and what it hides make up the whole, and nothing twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(place, { maxLength: 6 }),
        (length, wanted) => {
          let shown = ends(length, 2, 1);
          for (const [from, size] of wanted) shown = reveal(shown, from, from + size, length);
          const places = [...shown, ...gaps(shown, length)]
            .sort(([a], [b]) => a - b)
            .flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i));
          expect(places).toEqual(Array.from({ length }, (_, i) => i));
          for (const [start, end] of gaps(shown, length)) expect(end - start).toBeGreaterThan(1);
          for (const [from, size] of wanted) {
            for (let at = from; at < Math.min(from + size, length); at++) {
              expect(shown.some(([start, end]) => start <= at && at < end)).toBe(true);
            }
          }
        },
      ),
    );
  });
});

const on = (key: string, made: string | null, given: Partial<RecordView> = {}) =>
  record({ key: `p#${key}`, made: made === null ? null : date(made), ...given });

const shownIn = (records: readonly RecordView[], page: string | null, fold = false) => {
  const planned = plan(records, page === null ? null : as(page));
  const open = openAtFirst(planned, fold);
  return itemsOf(planned, false, (id) => open.get(id) ?? null, page !== null);
};
const told = (items: ReturnType<typeof shownIn>) =>
  items.map((item) =>
    item.type === 'row'
      ? item.entry.key.slice(2)
      : item.type === 'fold'
        ? `fold ${item.from}–${item.to}`
        : item.type === 'month'
          ? item.month
          : item.type,
  );

const daily = (count: number, from = Date.UTC(2024, 0, 1)) =>
  Array.from({ length: count }, (_, i) =>
    on(`d${i}`, new Date(from + i * DAY_MS).toISOString().slice(0, 10)),
  );

describe('the line', () => {
  it('has the page between what it may have known and what is certainly later', () => {
    const records = [
      on('a', '2024-10-20'),
      on('month', '2024-11'),
      on('same', '2024-11-07'),
      on('z', '2025-01-02'),
    ];
    expect(told(shownIn(records, '2024-11-07'))).toEqual([
      'a',
      'month',
      'same',
      'page',
      'after',
      'z',
    ]);
  });

  it('lifts above the page what may be earlier than it, whatever stands before', () => {
    const records = [on('sure', '2024-12-01'), { ...on('about', null), made: as('2024-12~') }];
    expect(told(shownIn(records, '2024-11-07'))).toEqual(['about', 'page', 'after', 'sure']);
  });

  it('has the page at an end where all is earlier or all is later, and nowhere where its date is not known', () => {
    const records = [on('a', '2024-10-20'), on('b', '2024-10-21')];
    expect(told(shownIn(records, '2024-12-01'))).toEqual(['a', 'b', 'page']);
    expect(told(shownIn(records, '2024-01-01'))).toEqual(['page', 'after', 'a', 'b']);
    expect(told(shownIn(records, null))).toEqual(['a', 'b']);
    expect(told(shownIn([], '2024-12-01'))).toEqual([]);
  });

  it('shows twelve records whole, and tells more by months', () => {
    expect(told(shownIn(daily(12), null))).toHaveLength(12);
    expect(told(shownIn(daily(13), null)).slice(0, 2)).toEqual(['2024-01', 'd0']);
  });

  it('opens the month of the page and its neighbours while few rows are built', () => {
    const items = shownIn(daily(500), '2024-11-07');
    const rows = items.filter(({ type }) => type === 'row').length;
    expect(rows).toBeLessThanOrEqual(12);
    const months = told(items).filter((name) => /^\d{4}-\d\d$/.test(name));
    // November stands on both sides of the page.
    expect(months).toHaveLength(18);
    expect(told(items)).toContain('d305');
  });

  it('keeps a year without a month as a group of its own', () => {
    const records = [...daily(12), on('year', '2025')];
    expect(told(shownIn(records, null))).toContain('2025');
  });

  it('folds the middle of a run of six where room is scarce', () => {
    expect(told(shownIn(daily(5), null, true))).toHaveLength(5);
    expect(told(shownIn(daily(6), null, true))).toEqual(['d0', 'd1', 'fold 2–5', 'd5']);
  });

  it('loses no record, whatever the dates and the page', () => {
    const edtf = fc.constantFrom('2024-10-18', '2024-10', '2024~', '../2024', '2025-01-02', null);
    fc.assert(
      fc.property(
        fc.array(edtf, { maxLength: 30 }),
        fc.constantFrom('2024-11-07', '2024', null),
        (dates, page) => {
          const records = dates.map((made, i) => ({
            ...on(`r${i}`, null),
            made: made === null ? null : as(made),
          }));
          const planned = plan(records, page === null ? null : as(page));
          const runs = [...planned.before, ...planned.after, ...planned.undated];
          const keys = runs.flatMap(({ entries }) =>
            entries.flatMap((e) => e.records.map(({ key }) => key)),
          );
          expect(keys.sort()).toEqual(records.map(({ key }) => key).sort());
          expect(planned.places.size).toBe(records.length);
        },
      ),
    );
  });
});

describe('publishers', () => {
  const ours = record({ key: 'a#x' });
  const theirs = (given: Partial<RecordView> = {}) => record({ key: 'b#x', ...given });

  it('stand side by side for one speaker, kind and date', () => {
    const rows = sideBySide([ours, record({ key: 'a#y', made: date('2024-10-19') }), theirs()]);
    expect(rows.map(({ records }) => records.map(({ key }) => key))).toEqual([
      ['a#x', 'b#x'],
      ['a#y'],
    ]);
  });

  it.each([
    ['another speaker', { speakers: ['Somebody else'] }],
    ['another kind', { kind: 'denial' }],
    ['another date', { made: date('2024-10-19') }],
    ['a less precise date', { made: date('2024-10') }],
    ['no speaker', { speakers: [] }],
  ] as const)('stand apart for %s', (_, given) => {
    expect(sideBySide([ours, theirs(given)])).toHaveLength(2);
  });

  it('are one row only where the words are the very same', () => {
    const [same] = sideBySide([ours, theirs()]);
    const [differ] = sideBySide([
      ours,
      theirs({ text: words('A crack runs through the northern wall!') }),
    ]);
    expect(same && agree(same)).toBe(true);
    expect(differ && agree(differ)).toBe(false);
  });

  it('never put two records of one pack together', () => {
    expect(sideBySide([ours, record({ key: 'a#z' })])).toHaveLength(2);
    const [both] = sideBySide([ours, record({ key: 'a#z' }), theirs()]);
    expect(both?.records).toHaveLength(3);
    expect(both && agree(both)).toBe(false);
  });
});

describe('ties', () => {
  const claim = record({ key: 'p#c' });
  const between = record({ key: 'p#m', kind: 'statement' });
  const denial = record({ key: 'p#d', kind: 'denial', relations: [relation({ record: 'p#c' })] });

  it('run from a denial past what stands between to what it denies', () => {
    const ties = tiesOf([[claim], [between], null, [denial]]);
    expect(ties).toEqual([{ lane: 'denies', from: 0, to: 3 }]);
    expect(passings(ties, 'denies', 4)).toEqual([
      { up: false, down: true, end: true },
      { up: true, down: true, end: false },
      { up: true, down: true, end: false },
      { up: true, down: false, end: true },
    ]);
    expect(passings(ties, 'corrects', 4).some(({ up, down }) => up || down)).toBe(false);
  });

  it('are none where one of the two is not on show, or they agree', () => {
    expect(tiesOf([[between], [denial]])).toEqual([]);
    const agrees = record({
      key: 'p#a',
      relations: [relation({ type: 'corroborates', record: 'p#c' })],
    });
    expect(tiesOf([[claim], [agrees]])).toEqual([]);
  });

  it('end for a thousand denials in a circle', () => {
    const circle = Array.from({ length: 1000 }, (_, i) => [
      record({ key: `p#${i}`, relations: [relation({ record: `p#${(i + 1) % 1000}` })] }),
    ]);
    const ties = tiesOf(circle);
    expect(ties).toHaveLength(1000);
    expect(passings(ties, 'denies', 1000).every(({ up, down }) => up || down)).toBe(true);
  });
});
