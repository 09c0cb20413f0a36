/** What `npm run bench -- mentions` compares does the same job. */
import { describe, expect, it } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { countWords, findWords, readUnits } from '../../bench/mentions/floors';
import { generatedPages } from '../../bench/mentions/generated-pages';
import { generateAliases } from '../../bench/mentions/generator';
import { naiveScan } from '../../bench/mentions/naive';
import { build, buildInSlices, join, open } from '../../bench/mentions/ours';
import { PEER_FORMS } from '../../bench/mentions/peers';
import { compoundRules } from '../../bench/mentions/rules';
import { median, ratio, takeTurns } from '../../bench/mentions/turns';

const BLOCKS = generatedPages()
  .slice(0, 4)
  .flatMap(([, blocks]) => blocks);
const ALIASES = generateAliases(3000, 1, BLOCKS);
const LOWER = ALIASES.map(({ text }) => text.toLowerCase());
const count = (scan: (text: string) => number, texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + scan(text), 0);

describe('the naive scan', () => {
  it('finds whole words in any case, of overlapping aliases the first and longest', () => {
    const scan = naiveScan(['lower brasko', 'brasko', 'brasko bay', 'львів']);
    expect(scan('In LOWER BRASKO bay, Brasko Bay and Braskoland')).toBe(2);
    expect(scan('Львів, Львівська')).toBe(1);
    expect(scan('nothing')).toBe(0);
  });
});

describe.each(PEER_FORMS)('$peer, $form', ({ build }) => {
  it('finds what the naive scan finds', () => {
    const standing = count(naiveScan(LOWER), BLOCKS);
    expect(standing).toBeGreaterThan(50);
    const found = count(build(LOWER), BLOCKS);
    // Automata tell of aliases within others too; greedy ones trip over those inside words.
    expect(found).toBeGreaterThanOrEqual(standing * 0.95);
    expect(found).toBeLessThan(standing * 1.2);
  });

  it('finds whole words only, in any case and script', () => {
    const scan = build(['brasko', 'войска венн']);
    expect(scan('Brasko, BRASKO; «Войска Венн».')).toBe(3);
    expect(scan('Braskoland, abrasko, войска вевенн, войска веннтль')).toBe(0);
  });
});

describe('floors', () => {
  it('count the words and the units of a text', () => {
    expect(findWords('One, two — drei vier')).toBe(4);
    expect(countWords('One, two — drei vier')).toBe(4);
    expect(readUnits('ab')).toBe(97 + 98);
  });
});

describe('turns', () => {
  it('read every page once a round for each scan, none twice in a row', () => {
    const read: string[] = [];
    const pages = [['a', 'b'], ['c'], ['d']];
    const scan = (text: string) => {
      read.push(text);
      return 1;
    };
    const [timed] = takeTurns([scan], pages, 4);
    expect(timed?.found).toBe(4);
    expect(timed?.times).toHaveLength(4);
    expect(read.filter((text) => text === 'a')).toHaveLength(read.length / 4);
    expect(read.every((text, i) => i === 0 || text !== read[i - 1])).toBe(true);
  });

  it('compare round by round', () => {
    const one = { times: [1, 2, 10], found: 0 };
    const other = { times: [3, 6, 10], found: 0 };
    expect(ratio(one, other)).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe('compound rules', () => {
  const rules = compoundRules(300, 1, ALIASES, BLOCKS);

  it('compile beside a pack, and are the same for the same seed', () => {
    expect(compoundRules(300, 1, ALIASES, BLOCKS)).toEqual(rules);
    const pack = { language: 'en', terms: {}, topics: [{ id: 'brasko', mention: ['Brasko'] }] };
    const index = compileMentions(join(pack, rules));
    expect(open([index])('Brasko and nothing else.')).toBe(1);
  });

  it('are of all kinds', () => {
    const text = JSON.stringify(rules.topics);
    for (const word of ['"all"', '"near"', '"not"', '"paragraph"']) expect(text).toContain(word);
  });
});

describe('ours', () => {
  const pack = { language: 'en', terms: {}, topics: [{ id: 'brasko', mention: ['Brasko'] }] };

  it('scans several packs at once', () => {
    const other = { ...pack, topics: [{ id: 'venn', mention: ['Venn'] }] };
    expect(open([build(pack), build(other)])('Brasko and Venn.')).toBe(2);
  });

  it('builds in slices', () => {
    expect(buildInSlices(pack).length).toBeGreaterThan(1);
  });
});
