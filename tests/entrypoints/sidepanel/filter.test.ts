/** Which records are on show, of what a reader chose to see. */
import { describe, expect, it } from 'vitest';
import {
  inDateOrder,
  kindCounts,
  NO_FILTER,
  passes,
  speakerCounts,
} from '../../../entrypoints/sidepanel/filter';
import { crack, date, noCrack, record } from '../../components/sample';

const on = (edtf: string) => record({ key: `varn-dam#${edtf}`, made: date(edtf) });
const undated = record({ key: 'varn-dam#undated', made: null });
const opened = record({
  key: 'varn-dam#opened',
  kind: 'event',
  speakers: [],
  made: null,
  when: date('2024-10-19'),
});

const within = (from: string | null, to: string | null) => ({ ...NO_FILTER, from, to });

describe('a range of dates', () => {
  it('holds its first and its last day', () => {
    const range = within('2024-10-18', '2024-10-21');
    expect([crack, noCrack].map((one) => passes(one, range))).toEqual([true, true]);
    expect(passes(on('2024-10-17'), range)).toBe(false);
    expect(passes(on('2024-10-22'), range)).toBe(false);
  });

  it('may be open at either end', () => {
    expect(passes(on('1999-01-01'), within(null, '2024-10-21'))).toBe(true);
    expect(passes(on('2030-01-01'), within('2024-10-21', null))).toBe(true);
  });

  it('holds what may have been said in it, where only a month, a year or an interval is known', () => {
    const range = within('2024-10-18', '2024-10-21');
    for (const edtf of ['2024-10', '2024', '2024-10~', '2024-10-01/2024-10-18', '../2024-12-01']) {
      expect(passes(on(edtf), range), edtf).toBe(true);
    }
    expect(passes(on('2024-11'), range)).toBe(false);
  });

  it('holds an event by when it happened, and nothing undated', () => {
    const range = within('2024-10-18', '2024-10-21');
    expect(passes(opened, range)).toBe(true);
    expect(passes(undated, range)).toBe(false);
    expect(passes(undated, NO_FILTER)).toBe(true);
  });
});

describe('counts beside the filters', () => {
  const all = [crack, noCrack, opened];

  it('tell what each kind would show, whichever are chosen', () => {
    const denials = { ...NO_FILTER, kinds: ['denial'] as const };
    expect(kindCounts(all, denials)).toEqual({ claim: 1, denial: 1, statement: 0, event: 1 });
    const ministry = { ...NO_FILTER, speaker: 'Ministry of Works' };
    expect(kindCounts(all, ministry)).toEqual({ claim: 0, denial: 1, statement: 0, event: 0 });
  });

  it('tell who said how much, most first, and keep whom was chosen though they said none of it', () => {
    const twice = record({ key: 'varn-dam#again', speakers: ['Ministry of Works'] });
    const chosen = { ...NO_FILTER, speaker: 'Nobody here' };
    expect(speakerCounts([...all, twice], chosen, 'en')).toEqual([
      { name: 'Ministry of Works', count: 2 },
      { name: 'Union of Engineers', count: 1 },
      { name: 'Nobody here', count: 0 },
    ]);
  });

  it('count a record once for a speaker that it names twice', () => {
    const doubled = record({ key: 'varn-dam#d', speakers: ['A', 'A', 'B'] });
    expect(speakerCounts([doubled], NO_FILTER, 'en')).toEqual([
      { name: 'A', count: 1 },
      { name: 'B', count: 1 },
    ]);
  });
});

it('puts the records of several topics on one line: each once, earliest first, undated last', () => {
  const records = [noCrack, undated, crack, opened, noCrack];
  expect(inDateOrder(records).map(({ key }) => key)).toEqual([
    crack.key,
    opened.key,
    noCrack.key,
    undated.key,
  ]);
});
