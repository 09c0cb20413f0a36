import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entriesOf, NAMED_SCHEMAS } from '../../../data/model';
import { quickCheck, quickObject } from '../../../data/sync/quick-check';
import { generatePack } from '../../bench/sync/generated-pack';

const entries = entriesOf(generatePack(300));

/** Values that stand where others should. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    'x',
    2024,
    -1,
    1.5,
    [],
    {},
    ['a', 'a'],
    '2024-02-30',
    'javascript:a',
  ),
  fc.constantFrom<unknown>(
    { en: 'x' },
    { english: 'x' },
    { en: { text: 'a', by: 'b' } },
    { en: { text: 'a' } },
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": 1}'),
    { constructor: 'x' },
    'x'.repeat(3000),
    2 ** 60,
  ),
  fc.constantFrom<unknown>(
    { all: ['a'], any: ['b'] },
    { near: ['a', 'b'], distance: 60 },
    { text: 'a', lang: 'qqqqq' },
  ),
);

/** Puts a value somewhere into another: instead of what is there, or beside it. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const [at = 0, ...rest] = path;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  const keys = [...Object.keys(copy), 'other', '__proto__', '0'];
  const key = keys[at % keys.length] as string;
  const member = spoilt(copy[key], rest, by);
  Object.defineProperty(copy, key, {
    value: member,
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

describe('the quick check', () => {
  it('is sure of every entry of an honest pack', () => {
    for (const entry of entries) {
      expect(quickObject(NAMED_SCHEMAS[entry.kind] as v.GenericSchema, 1)(entry)).toBe(true);
    }
  });

  it('is sure of nothing that the model refuses or changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }),
        odd,
        ({ kind, ...rest }, path, by) => {
          const schema = NAMED_SCHEMAS[kind] as v.GenericSchema;
          // As it comes from a line.
          const value = JSON.parse(JSON.stringify(spoilt(rest, path, by)));
          if (!quickCheck(schema)(value)) return;
          const { success, output } = v.safeParse(schema, value);
          expect(success).toBe(true);
          expect(output).toEqual(value);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is not sure of a schema that it does not know', () => {
    const kinds = [
      v.date(),
      v.pipe(v.string(), v.toUpperCase()),
      v.pipe(v.string(), v.email()),
      v.strictObject({ a: v.optional(v.string(), 'given') }),
    ];
    for (const schema of kinds) expect(quickCheck(schema)('a@b.example')).toBe(false);
    expect(quickCheck(v.strictObject({ a: v.optional(v.string(), 'given') }))({})).toBe(false);
  });
});
