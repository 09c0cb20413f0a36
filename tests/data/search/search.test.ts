import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { buildSearch } from '../../../data/search/build';
import { searchWords } from '../../../data/search/fields';
import { openSearchIndex } from '../../../data/search/index-file';
import { lookUp, marksIn, queryWords } from '../../../data/search/query';

const head = { name: 'Harbour works' };

const actors: Entry[] = [
  {
    kind: 'actor',
    id: 'mayor',
    name: { en: 'Ada Lind', ru: 'Ада Линд' },
    role: 'mayor of Westhaven',
    aliases: ['Mayor Lind'],
  },
  { kind: 'actor', id: 'port', name: 'Port of Westhaven' },
];
const topic: Entry = { kind: 'topic', id: 'quay', name: 'The new quay' };
const source: Entry = { kind: 'source', id: 'gazette', publisher: 'Évening Gazette' };

const record = (id: string, rest: Partial<Entry>): Entry =>
  ({
    kind: 'claim',
    id,
    about: ['quay'],
    by: ['port'],
    text: 'Work is going on.',
    sources: [{ source: 'gazette' }],
    ...rest,
  }) as Entry;

const entries: Entry[] = [
  ...actors,
  topic,
  source,
  record('cost', {
    made: '2024-10-24',
    text: 'The quay will cost 12,000 crowns a metre.',
    quantity: [{ value: 12000, unit: 'crowns' }],
  }),
  record('said-by-mayor', { made: '2023-05', by: ['mayor'], text: 'It was never asked for.' }),
  record('about-mayor', { made: '2025-01-02', text: 'The letter was sent to Lind in spring.' }),
  record('older', { made: '2022', text: { en: 'Dredging began.', ko: '준설이 시작되었다' } }),
  record('undated', { text: 'Dredging ends some day.' }),
];

const index = openSearchIndex(buildSearch(head, [entries]));
const find = (query: string, limit = 10) =>
  lookUp(index, queryWords(query), limit).found.map(({ slot }) => entries[slot]?.id);

describe('search', () => {
  it('finds a record by the beginning of each word, in any order', () => {
    expect(find('met cro')).toEqual(['cost']);
    expect(find('metre nowhere')).toEqual([]);
  });

  it('folds case and accents, and reads figures as numbers', () => {
    expect(find('EVENING dredg')).toEqual(['older', 'undated']);
    expect(find('12,000')).toEqual(['cost']);
    expect(find('12000 crowns')).toEqual(['cost']);
  });

  it('looks in every language, in roles, aliases, topics, sources and the name of the pack', () => {
    expect(find('линд')).toEqual(['said-by-mayor']);
    expect(find('준설이')).toEqual(['older']);
    expect(find('mayor of')).toEqual(['said-by-mayor']);
    expect(find('gazette quay harbour')).toHaveLength(5);
  });

  it('finds dates by day, month and year as far as they were given', () => {
    expect(find('24 october 2024')).toEqual(['cost']);
    expect(find('2024-10-24')).toEqual(['cost']);
    expect(find('may 2023')).toContain('said-by-mayor');
    expect(find('january 2022')).toEqual([]);
  });

  it('puts who said it before who is spoken of, and whole words before beginnings', () => {
    expect(find('lind')).toEqual(['said-by-mayor', 'about-mayor']);
    const words = openSearchIndex(
      buildSearch(head, [[record('a', { text: 'porter' }), record('b', { text: 'port' })]]),
    );
    expect(lookUp(words, ['port'], 2).found.map(({ slot }) => slot)).toEqual([1, 0]);
  });

  it('puts the newest first among equals and the undated last', () => {
    expect(find('westhaven gazette quay')).toEqual([
      'about-mayor',
      'cost',
      'said-by-mayor',
      'older',
      'undated',
    ]);
  });

  it('counts all and returns as many as asked for', () => {
    const { total, found } = lookUp(index, queryWords('quay'), 2);
    expect({ total, found: found.length }).toEqual({ total: 5, found: 2 });
  });

  it('answers an empty query, and one without words, with nothing', () => {
    expect(lookUp(index, queryWords(''), 10)).toEqual({ total: 0, found: [] });
    expect(lookUp(index, queryWords(' … '), 10)).toEqual({ total: 0, found: [] });
  });

  it('marks the words that matched at their places in the text', () => {
    const text = 'Près du quai: the QUAY’s cost, 12,000.';
    const marked = marksIn(text, queryWords('pres quay 12000')).map(([a, b]) => text.slice(a, b));
    expect(marked).toEqual(['Près', 'QUAY’s', '12,000']);
  });
});

describe('the index at rest', () => {
  it('is one buffer that opens without parsing', () => {
    expect(buildSearch(head, [entries])).toBeInstanceOf(ArrayBuffer);
    expect(openSearchIndex(buildSearch(head, [[]])).documents).toBe(0);
  });

  it('refuses bytes that are not an index, cut short, or of another version', () => {
    const bytes = buildSearch(head, [entries]);
    expect(() => openSearchIndex(undefined)).toThrow(RangeError);
    expect(() => openSearchIndex(new ArrayBuffer(8))).toThrow(RangeError);
    expect(() => openSearchIndex(bytes.slice(0, -8))).toThrow(RangeError);
    new Uint32Array(bytes)[1] = 99;
    expect(() => openSearchIndex(bytes)).toThrow(RangeError);
  });
});

describe('against a search without an index', () => {
  const vocabulary = ['quay', 'quarry', 'port', 'porter', 'порт', 'Порту', '12000', 'Ä', 'été'];
  const text = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 });
  const made = fc.constantFrom(undefined, '2024', '2024-10-24', '2023-01~');
  const packs = fc
    .array(fc.record({ text, made }), { maxLength: 12 })
    .map((list) =>
      list.map(({ text, made }, i) =>
        record(`r${i}`, { text: text.join(' '), ...(made ? { made } : {}), sources: [] }),
      ),
    );
  const queries = fc
    .array(
      fc
        .tuple(fc.constantFrom(...vocabulary), fc.integer({ min: 1, max: 6 }))
        .map(([word, length]) => word.slice(0, length)),
      { minLength: 1, maxLength: 3 },
    )
    .map((words) => words.join(' '));

  it('finds the same records with the same scores', () => {
    const referred = {
      actors: new Map(),
      sources: new Map(),
      topics: new Map(),
      pack: head.name,
    };
    fc.assert(
      fc.property(packs, queries, (records, query) => {
        const words = queryWords(query);
        const scores = records.map((entry) => {
          const found = [...searchWords(entry, referred)];
          const best = words.map((prefix) =>
            Math.max(
              0,
              ...found
                .filter(([word]) => word.startsWith(prefix))
                .map(([word, weight]) => weight * (word === prefix ? 2 : 1)),
            ),
          );
          return best.every((score) => score > 0) ? best.reduce((sum, score) => sum + score) : 0;
        });
        const expected = scores.flatMap((score, slot) => (score > 0 ? [{ slot, score }] : []));
        const built = openSearchIndex(buildSearch(head, [records]));
        const { total, found } = lookUp(built, words, 100);
        expect(total).toBe(expected.length);
        const bySlot = found.map(({ slot, score }) => ({ slot, score }));
        expect(bySlot.toSorted((a, b) => a.slot - b.slot)).toEqual(expected);
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
