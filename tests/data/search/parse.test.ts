import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenIn } from '../../../data/search/narrow';
import { parseQuery } from '../../../data/search/parse';

const read = (text: string) =>
  parseQuery(text).parts.map((part) => {
    if (part.type === 'word') return part.word;
    if (part.type === 'phrase' || part.type === 'not') return [part.type, ...part.words];
    if (part.type === 'kind') return ['kind', ...part.kinds];
    if (part.type === 'date') return [part.name, part.date];
    return 'value' in part ? [part.type, part.value] : [];
  });

describe('a query', () => {
  it('is words, folded, each once', () => {
    expect(read('Évening  EVENING Курск')).toEqual(['evening', 'курск']);
    expect(read('12 000 soldiers')).toEqual(['12000', 'soldiers']);
  });

  it('has phrases, also one that is still being typed, and what is not wanted', () => {
    expect(read('"Kursk region" near')).toEqual([['phrase', 'kursk', 'region'], 'near']);
    expect(read('«Курская область»')).toEqual([['phrase', 'курская', 'область']]);
    expect(read('"kursk reg')).toEqual([['phrase', 'kursk', 'reg']]);
    expect(read('troops -border -"the river"')).toEqual([
      'troops',
      ['not', 'border'],
      ['not', 'the', 'river'],
    ]);
  });

  it('names speakers, packs, kinds and times', () => {
    expect(read('denied by:pyongyang')).toEqual(['denied', ['by', 'pyongyang']]);
    expect(read('by:"kim yo jong" in:pack-id')).toEqual([
      ['by', 'kim yo jong'],
      ['in', 'pack-id'],
    ]);
    expect(read('kind:denial kind:Behauptung')).toEqual([
      ['kind', 'denial'],
      ['kind', 'claim'],
    ]);
    expect(read('rutte after:2024-10-27')).toEqual(['rutte', ['after', '2024-10-27']]);
    expect(read('since:2024-3 on:2024')).toEqual([
      ['since', '2024-03'],
      ['on', '2024'],
    ]);
  });

  it('takes for words what is no date, no kind, or has no value', () => {
    expect(read('before:noon')).toEqual(['before', 'noon']);
    expect(read('after:2024-02-31')[0]).toBe('after');
    expect(read('kind:gossip')).toEqual(['kind', 'gossip']);
    expect(read('by: https://example.org')).toEqual(['by', 'https', 'example', 'org']);
    expect(read('- "" :')).toEqual([]);
  });

  it('tells what is chosen of each facet, and where it says so', () => {
    const text = 'kind:denial quay on:2024 by:mayor';
    const chosen = chosenIn(parseQuery(text));
    expect(chosen).toMatchObject({ kinds: ['denial'], by: 'mayor', in: null, year: 2024 });
    expect(chosen.said.map(({ start, end }) => text.slice(start, end))).toEqual([
      'kind:denial',
      'on:2024',
      'by:mayor',
    ]);
    expect(chosenIn(parseQuery('after:2024')).year).toBeNull();
  });

  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'by:',
          'in:',
          'kind:',
          'after:',
          'on:',
          '"',
          '-',
          ' ',
          '«',
          '2024-13-45',
          '9999',
          'x',
          'Ⅷ',
          '0000-00',
          ':',
          '\u0000',
          '👩‍👩‍👧',
          'ﷺ',
        ),
      )
      .map((pieces) => pieces.join('')),
  );

  it('never fails, whatever is typed, and every part stands where it says', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { parts, text: cut } = parseQuery(text);
        expect(parts.length).toBeLessThanOrEqual(16);
        let before = 0;
        for (const { typed: own, start, end } of parts) {
          expect(cut.slice(start, end)).toBe(own);
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
