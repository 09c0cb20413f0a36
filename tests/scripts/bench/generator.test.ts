/** The aliases that `npm run bench -- mentions` searches for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { generatedPages } from '../../bench/mentions/generated-pages';
import { generateAliases, packOf } from '../../bench/mentions/generator';
import { expectedWords } from '../../bench/mentions/growing-vocabulary';
import { LANGUAGES } from '../../bench/mentions/invented-words';

const TEXT = [
  'The town of Lower Brasko lies on the river Venn. People in Lower Brasko fish there.',
];
const texts = (aliases: readonly { text: string }[]) => aliases.map(({ text }) => text);

describe('generated aliases', () => {
  it('are the same for the same seed and text, and others for another seed', () => {
    expect(generateAliases(500, 7, TEXT)).toEqual(generateAliases(500, 7, TEXT));
    expect(generateAliases(500, 8, TEXT)).not.toEqual(generateAliases(500, 7, TEXT));
  });

  it('begin alike, however many are asked for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(300), fc.nat(300), (seed, few, more) => {
        const shorter = generateAliases(few, seed, TEXT);
        expect(generateAliases(few + more, seed, TEXT).slice(0, few)).toEqual(shorter);
      }),
      { numRuns: 20 },
    );
  });

  it('are each there once, of one to four words', () => {
    const aliases = texts(generateAliases(5000, 1, TEXT)).map((text) => text.toLowerCase());
    expect(new Set(aliases).size).toBe(5000);
    const lengths = aliases.map((text) => text.split(' ').length);
    expect([...new Set(lengths)].sort()).toEqual([1, 2, 3, 4]);
  });

  it('take up new words by Heaps’ law', () => {
    for (const count of [10_000, 40_000]) {
      const tokens = texts(generateAliases(count, 1, TEXT)).flatMap((text) =>
        text.toLowerCase().split(' '),
      );
      const expected = expectedWords(tokens.length);
      expect(new Set(tokens).size).toBeGreaterThan(expected * 0.9);
      expect(new Set(tokens).size).toBeLessThan(expected * 1.1);
    }
  });

  it('use some words far more often than others', () => {
    const uses = new Map<string, number>();
    for (const word of texts(generateAliases(10_000, 1, TEXT)).flatMap((text) => text.split(' '))) {
      uses.set(word, (uses.get(word) ?? 0) + 1);
    }
    expect(Math.max(...uses.values())).toBeGreaterThan(100);
    expect([...uses.values()].filter((count) => count === 1).length).toBeGreaterThan(3000);
  });

  it('are mostly in Latin letters, and in every language of the engine', () => {
    const aliases = generateAliases(5000, 1, TEXT);
    expect(new Set(aliases.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
    const latin = aliases.filter(({ text }) => /^[\p{Script=Latin} ]+$/u.test(text)).length;
    expect(latin / 5000).toBeGreaterThan(0.75);
    expect(latin / 5000).toBeLessThan(0.85);
  });

  it('hold names of the text, and none of its commonest words alone', () => {
    const aliases = texts(generateAliases(5000, 1, TEXT)).map((text) => text.toLowerCase());
    expect(aliases).toContain('lower brasko');
    expect(aliases).not.toContain('the');
  });

  it('make a pack that compiles, four a topic on average', () => {
    const aliases = generateAliases(2000, 1, TEXT);
    const pack = packOf(aliases, 1);
    expect(pack.topics.flatMap(({ mention }) => mention)).toHaveLength(2000);
    expect(2000 / pack.topics.length).toBeCloseTo(4, 0);
    expect(compileMentions(pack).byteLength).toBeGreaterThan(0);
  });
});

describe('generated pages', () => {
  it('are the same at every call, and about a million characters', () => {
    const pages = generatedPages();
    expect(generatedPages()).toEqual(pages);
    const chars = pages.flatMap(([, blocks]) => blocks).join('').length;
    expect(chars).toBeGreaterThan(800_000);
    expect(chars).toBeLessThan(2_000_000);
  });
});
