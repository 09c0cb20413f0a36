import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { buildSearch } from '../../../data/search/build';
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

  it('finds an interval by each month in it, with its year', () => {
    const spans = [
      '2024-10/2025-02',
      '2023-12~/2024-01',
      '1990-05/2024-03',
      '2024-10/..',
      '2024/2025',
    ];
    const records = spans.map((when, i) => record(`r${i}`, { text: 'Works.', when }));
    const dates = openSearchIndex(buildSearch(head, [records]));
    const whenOf = (query: string) =>
      lookUp(dates, queryWords(query), 9)
        .found.map(({ slot }) => spans[slot])
        .sort();
    expect(whenOf('november')).toEqual(['2024-10/2025-02']);
    expect(whenOf('january 2024')).toEqual(['2023-12~/2024-01', '2024-10/2025-02']);
    expect(whenOf('feb 2025')).toEqual(['2024-10/2025-02']);
    // A span of decades is found by its ends only, an open one by the end that it has.
    expect(whenOf('1990 march')).toEqual(['1990-05/2024-03']);
    expect(whenOf('april')).toEqual([]);
    expect(whenOf('october')).toEqual(['2024-10/..', '2024-10/2025-02']);
  });

  it('puts who said it before who is spoken of, and whole words before beginnings', () => {
    expect(find('lind')).toEqual(['said-by-mayor', 'about-mayor']);
    const words = openSearchIndex(
      buildSearch(head, [[record('a', { text: 'porter' }), record('b', { text: 'port' })]]),
    );
    expect(lookUp(words, ['port'], 2).found.map(({ slot }) => slot)).toEqual([1, 0]);
  });

  it('puts a record that says the word before one that only belongs to the topic', () => {
    expect(find('quay')[0]).toBe('cost');
  });

  it('counts a field once, however often it says the word', () => {
    const words = openSearchIndex(
      buildSearch(head, [
        [record('a', { text: 'port, port and port' }), record('b', { text: 'port' })],
      ]),
    );
    const [a, b] = lookUp(words, ['port'], 2).found;
    expect(a?.score).toBe(b?.score);
  });

  it('puts the newest first among equals and the undated last', () => {
    expect(find('westhaven gazette new')).toEqual([
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
  const phrase = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 });
  const made = fc.constantFrom(undefined, '2024', '2024-10-24', '2023-01~');
  const packs = fc
    .array(fc.record({ text: phrase, topic: phrase, speaker: phrase, made }), { maxLength: 12 })
    .map((list) =>
      list.map(({ text, topic, speaker, made }, i) => ({
        record: record(`r${i}`, {
          about: [`topic${i}`],
          by: [`actor${i}`],
          text: text.join(' '),
          ...(made ? { made } : {}),
          sources: [],
        }),
        topic: { kind: 'topic', id: `topic${i}`, name: topic.join(' ') } as Entry,
        actor: { kind: 'actor', id: `actor${i}`, name: speaker.join(' ') } as Entry,
        fields: [
          { words: queryWords(speaker.join(' ')), weight: 8 },
          { words: queryWords(topic.join(' ')), weight: 6 },
          { words: queryWords(text.join(' ')), weight: 5 },
          { words: queryWords((made ?? '').replace(/\D+/g, ' ')), weight: 3 },
          { words: queryWords(head.name), weight: 1 },
        ],
      })),
    );
  const queries = fc
    .array(
      fc
        .tuple(fc.constantFrom(...vocabulary), fc.integer({ min: 1, max: 6 }))
        .map(([word, length]) => word.slice(0, length)),
      { minLength: 1, maxLength: 3 },
    )
    .map((words) => words.join(' '));

  /** The best word that begins so: the weights of the fields that say it, twice for a whole word. */
  function scoreOf(prefix: string, fields: readonly { words: string[]; weight: number }[]): number {
    const words = new Set(fields.flatMap((field) => field.words));
    const scores = [...words]
      .filter((word) => word.startsWith(prefix))
      .map((word) => {
        const saying = fields.filter((field) => field.words.includes(word));
        const weight = Math.min(
          15,
          saying.reduce((sum, field) => sum + field.weight, 0),
        );
        return word === prefix ? 2 * weight : weight;
      });
    return Math.max(0, ...scores);
  }

  it('finds the same records with the same scores', () => {
    fc.assert(
      fc.property(packs, queries, (made, query) => {
        const words = queryWords(query);
        const expected = made.flatMap(({ fields }, slot) => {
          const scores = words.map((word) => scoreOf(word, fields));
          if (scores.some((score) => score === 0)) return [];
          return [{ slot, score: scores.reduce((sum, score) => sum + score) }];
        });
        const named = made.flatMap(({ topic, actor }) => [topic, actor]);
        const built = openSearchIndex(buildSearch(head, [made.map((one) => one.record), named]));
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
