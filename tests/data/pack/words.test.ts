/** The small helpers behind the errors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../data/pack/canonical';
import { dateHint } from '../../../data/pack/date-hint';
import { closest, editDistance } from '../../../data/pack/suggest';

describe('edit distance', () => {
  /** The definition, without a table. */
  function slow(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
    const steps = [slow(x, b) + 1, slow(a, y) + 1, slow(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1)];
    if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
      steps.push(slow(a.slice(0, -2), b.slice(0, -2)) + 1);
    }
    return Math.min(...steps);
  }

  it('is what its definition says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === slow(a, b)));
  });

  it('suggests what is near and nothing that is far', () => {
    const keys = ['id', 'about', 'made', 'text', 'sources'];
    expect(closest('maed', keys)).toBe('made');
    expect(closest('source', keys)).toBe('sources');
    expect(closest('quantity', keys)).toBeNull();
    expect(closest('x'.repeat(100_000), keys)).toBeNull();
  });
});

describe('a date as people write it', () => {
  it.each([
    ['24 Oct 2024', '2024-10-24'],
    ['24th October, 2024', '2024-10-24'],
    ['October 4, 2024', '2024-10-04'],
    ['Sept. 2024', '2024-09'],
    ['2024/3/1', '2024-03-01'],
    ['2024-10-24T10:00:00Z', '2024-10-24'],
    ['10/11/2024', null],
    ['yesterday', null],
  ])('%j → %j', (text, date) => {
    expect(dateHint(text)).toBe(date);
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: 'ü"', c: null }], a: true, e: undefined })).toBe(
      '{"a":true,"b":[1,{"c":null,"d":"ü\\""}]}',
    );
  });

  it('reads back as the value', () => {
    const value = fc.letrec((tie) => ({
      tree: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).tree;
    fc.assert(
      fc.property(value, (tree) => {
        expect(JSON.parse(canonicalJson(tree))).toEqual(tree);
      }),
    );
  });

  it('takes no float, since floats print differently elsewhere', () => {
    expect(() => canonicalJson({ a: 1.5 })).toThrow(TypeError);
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  });
});
