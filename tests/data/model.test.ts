/** The record types: one source for what is accepted, typed and shown to editors. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entriesOf, isRecord, LIMITS, type Pack, packSchema } from '../../data/model';

const HEAD = {
  pack: 'harbour-2024',
  name: 'The harbour',
  language: 'en',
  licence: 'CC0-1.0',
  publisher: { name: 'Desk' },
};
const RECORD = { id: 'a', about: ['crane'], text: 'It sank.', sources: [{ source: 'gazette' }] };

const accepts = (pack: object) => v.is(packSchema, { ...HEAD, ...pack });
const withRule = (mention: unknown) =>
  accepts({ topics: [{ id: 'crane', name: 'Crane', mention }] });

/** `[[[…a…]]]` */
const nested = (depth: number): unknown => (depth === 1 ? 'a' : [nested(depth - 1)]);

describe('a pack', () => {
  it('needs its head, and has empty lists where nothing is written', () => {
    const pack: Pack = v.parse(packSchema, HEAD);
    expect(entriesOf(pack)).toEqual([]);
    expect(v.is(packSchema, { ...HEAD, licence: undefined })).toBe(false);
  });

  it('gives its entries with their kinds, section by section', () => {
    const pack = v.parse(packSchema, {
      ...HEAD,
      events: [RECORD],
      claims: [{ ...RECORD, id: 'b', by: ['office'] }],
      topics: [{ id: 'crane', name: 'Crane' }],
      tombstones: [{ id: 'c', about: ['crane'], withdrawn: '2024', reason: 'Taken back.' }],
    });
    expect(entriesOf(pack).map(({ id, kind }) => [id, kind])).toEqual([
      ['crane', 'topic'],
      ['b', 'claim'],
      ['a', 'event'],
      ['c', 'tombstone'],
    ]);
    expect(
      entriesOf(pack)
        .filter(isRecord)
        .map(({ id }) => id),
    ).toEqual(['b', 'a']);
  });

  it('reads a bare year, which YAML takes for a number, as a date', () => {
    const pack = v.parse(packSchema, { ...HEAD, events: [{ ...RECORD, when: 2024 }] });
    expect(pack.events[0]?.when).toBe('2024');
  });
});

describe('records', () => {
  it('have a speaker, except for events', () => {
    expect(accepts({ events: [RECORD] })).toBe(true);
    for (const section of ['claims', 'denials']) {
      expect(accepts({ [section]: [RECORD] }), section).toBe(false);
      expect(accepts({ [section]: [{ ...RECORD, by: ['office'] }] }), section).toBe(true);
    }
  });

  it('have a topic and a source at least', () => {
    expect(accepts({ events: [{ ...RECORD, about: [] }] })).toBe(false);
    expect(accepts({ events: [{ ...RECORD, sources: [] }] })).toBe(false);
  });

  it.each([
    ['a quote of one word', { sources: [{ source: 'gazette', quote: { exact: 'gone' } }] }, true],
    ['an id of another pack', { relations: { denies: ['other-pack#b'] } }, true],
    ['two packs in one reference', { relations: { denies: ['a#b#c'] } }, false],
    ['whole figures', { quantity: [{ value: 3, unit: 'cranes' }] }, true],
    ['fractions', { quantity: [{ value: 3.5, unit: 'cranes' }] }, false],
    ['translations', { text: { en: 'It sank.', de: { text: 'Weg.', by: 'Desk' } } }, true],
    ['no language at all', { text: {} }, false],
    ['a language by its English name', { text: { english: 'It sank.' } }, false],
    ['a text of spaces', { text: '  ' }, false],
    ['a text over the cap', { text: 'x'.repeat(LIMITS.text + 1) }, false],
    ['keys nobody knows', { verdict: 'x' }, false],
  ])('may or may not hold %s', (_, part, ok) => {
    expect(accepts({ events: [{ ...RECORD, ...part }] })).toBe(ok);
  });
});

describe('addresses', () => {
  it.each([
    ['https://example.org/a?b=c#d', true],
    ['http://example.org', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['https://name@example.org/', false],
    ['https://name:word@example.org/', false],
  ])('%s', (url, ok) => {
    expect(accepts({ sources: [{ id: 's', publisher: 'S', url }] })).toBe(ok);
  });
});

describe('mention rules', () => {
  it.each([
    ['a term', 'crane', true],
    ['a term with options', { text: 'US', case: true, lang: 'en', forms: 'exact' }, true],
    ['a list of rules', ['crane', { all: ['crane', ['sank', 'fell']] }], true],
    ['near with its options', { near: ['crane', 'sank'], distance: 0, ordered: true }, true],
    ['a negative distance', { near: ['crane', 'sank'], distance: -1 }, false],
    ['two kinds in one', { any: ['crane'], all: ['sank'] }, false],
    ['only what must not be there', { not: ['crane'] }, false],
    ['distance without near', { all: ['crane', 'sank'], distance: 2 }, false],
    ['nothing', [], false],
    ['a number', 12, false],
    ['eight levels', nested(LIMITS.ruleDepth), true],
    ['nine levels', nested(LIMITS.ruleDepth + 1), false],
    ['too many parts', Array(LIMITS.ruleParts + 1).fill('a'), false],
  ])('may or may not be %s', (_, rule, ok) => {
    expect(withRule(rule)).toBe(ok);
  });
});
