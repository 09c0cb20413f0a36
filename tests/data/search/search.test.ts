import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { openSearchIndex } from '../../../data/search/index-file';
import { lookUp } from '../../../data/search/look-up';
import { marksIn } from '../../../data/search/marks';
import { markedWords, parseQuery } from '../../../data/search/parse';
import type { Segment } from '../../../data/search/segments';
import { indexBytes, segmentOf } from './segment-of';

const record = (id: string, rest: object): Entry =>
  ({
    kind: 'claim',
    id,
    about: ['quay'],
    by: ['port'],
    text: 'Work is going on.',
    sources: [{ source: 'gazette' }],
    ...rest,
  }) as unknown as Entry;

const entries: Entry[] = [
  {
    kind: 'actor',
    id: 'mayor',
    name: { en: 'Ada Lind', ru: 'Ада Линд' },
    role: 'mayor of Westhaven',
    aliases: ['Mayor Lind'],
  },
  { kind: 'actor', id: 'port', name: 'Port of Westhaven' },
  { kind: 'topic', id: 'quay', name: 'The new quay' },
  { kind: 'source', id: 'gazette', publisher: 'Évening Gazette' },
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

const segment = await segmentOf(entries);

function findIn(segments: readonly Segment[], of: readonly Entry[], query: string, limit = 50) {
  return lookUp(segments, parseQuery(query), limit).hits.map(
    ({ segment: { index }, document }) => of[index.slots[document] ?? -1]?.id,
  );
}
const find = (query: string, limit?: number) => findIn([segment], entries, query, limit);
const among = async (records: readonly Entry[], query: string) =>
  findIn([await segmentOf(records)], records, query);

describe('search', () => {
  it('finds a record by the beginning of each word, in any order', () => {
    expect(find('met cro')).toEqual(['cost']);
    expect(find('metre nowhere')).toEqual([]);
  });

  it('folds case and accents', () => {
    expect(find('EVENING dredg')).toEqual(['older', 'undated']);
  });

  it('reads figures as numbers, however they are written', () => {
    for (const query of ['12,000', '12 000', '12000', '12.000 crowns', '12 тыс.', '12 thousand']) {
      expect(find(query)).toEqual(['cost']);
    }
  });

  it('looks in every language, in roles, aliases, topics, sources and the name of the pack', () => {
    expect(find('линд')).toEqual(['said-by-mayor']);
    expect(find('준설이')).toEqual(['older']);
    expect(find('mayor of')).toEqual(['said-by-mayor']);
    expect(find('gazette quay harbour')).toHaveLength(5);
  });

  it('finds forms of a word', async () => {
    const forms = [
      record('soldier', { text: 'One soldier was seen.', by: [] }),
      record('kursk', { text: { ru: 'Курск под огнём' }, by: [] }),
      record('moscow', { text: { ru: 'Об этом сказали в Москве' }, by: [] }),
      record('kyiv', { text: { uk: 'Вулиці Києва' }, by: [] }),
      record('letters', { text: 'Three letters came.', by: [] }),
      record('jundi', { text: { ar: 'وصل الجنود' }, by: [] }),
    ];
    expect(await among(forms, 'soldiers')).toEqual(['soldier']);
    expect(await among(forms, 'Курске')).toEqual(['kursk']);
    expect(await among(forms, 'Москва')).toEqual(['moscow']);
    expect(await among(forms, 'Москву')).toEqual(['moscow']);
    expect(await among(forms, 'Київ')).toEqual(['kyiv']);
    expect(await among(forms, 'letter')).toEqual(['letters']);
    expect(await among(forms, 'والجنود')).toEqual(['jundi']);
    expect(await among(forms, '준설을')).toEqual([]);
    expect(find('준설을')).toEqual(['older']);
  });

  it('forgives one slip in a word that nobody says as it stands', () => {
    for (const typed of [
      'dredgng',
      'dredgging',
      'dredgeng',
      'dredgnig',
      'edredging',
      'redging',
      'dregdin',
    ]) {
      expect([typed, find(typed)]).toEqual([typed, ['older', 'undated']]);
    }
    expect(find('drdgng')).toEqual([]);
    const { slips } = lookUp([segment], parseQuery('dredgng'), 5);
    expect(slips.map(({ part, read }) => [part.typed, read])).toEqual([['dredgng', 'dredging']]);
    expect(lookUp([segment], parseQuery('dredging metre'), 5).slips).toEqual([]);
  });

  it('finds dates by day, month and year as far as they were given', () => {
    expect(find('24 october 2024')).toEqual(['cost']);
    expect(find('2024-10-24')).toEqual(['cost']);
    expect(find('24 октября 2024')).toEqual(['cost']);
    expect(find('Oktober 2024')).toEqual(['cost']);
    expect(find('may 2023')).toContain('said-by-mayor');
    expect(find('january 2022')).toEqual([]);
  });

  it('finds an interval by each month in it, with its year', async () => {
    const spans = [
      '2024-10/2025-02',
      '2023-12~/2024-01',
      '1990-05/2024-03',
      '2024-10/..',
      '2024/2025',
    ];
    const records = spans.map((when, i) => record(`r${i}`, { text: 'Works.', when }));
    const whenOf = async (query: string) =>
      (await among(records, query)).map((id) => spans[Number(id?.slice(1))]).sort();
    expect(await whenOf('november')).toEqual(['2024-10/2025-02']);
    expect(await whenOf('january 2024')).toEqual(['2023-12~/2024-01', '2024-10/2025-02']);
    expect(await whenOf('feb 2025')).toEqual(['2024-10/2025-02']);
    // A span of decades is found by its ends only, an open one by the end that it has.
    expect(await whenOf('1990 march')).toEqual(['1990-05/2024-03']);
    expect(await whenOf('april')).toEqual([]);
    expect(await whenOf('october')).toEqual(['2024-10/..', '2024-10/2025-02']);
  });

  it('puts who said it before who is spoken of, and whole words before beginnings', async () => {
    expect(find('lind')).toEqual(['said-by-mayor', 'about-mayor']);
    const two = [record('a', { text: 'porter', by: [] }), record('b', { text: 'port', by: [] })];
    expect(await among(two, 'port')).toEqual(['b', 'a']);
  });

  it('puts a record that says the word before one that only belongs to the topic', () => {
    expect(find('quay')[0]).toBe('cost');
  });

  it('counts a field once, however often it says the word', async () => {
    const two = [
      record('a', { text: 'port, port and port', by: [] }),
      record('b', { text: 'port', by: [] }),
    ];
    const { hits } = lookUp([await segmentOf(two)], parseQuery('port'), 2);
    expect(hits[0]?.score).toBe(hits[1]?.score);
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
    const { total, hits } = lookUp([segment], parseQuery('quay'), 2);
    expect({ total, found: hits.length }).toEqual({ total: 5, found: 2 });
  });

  it('answers an empty query, and one without words, with nothing', () => {
    expect(find('')).toEqual([]);
    expect(find(' … ')).toEqual([]);
  });

  it('finds phrases as they stand, also in names', () => {
    expect(find('"cost 12,000 crowns"')).toEqual(['cost']);
    expect(find('"crowns cost"')).toEqual([]);
    expect(find('"port of westhaven"')).toHaveLength(4);
    expect(find('"sent to lin')).toEqual(['about-mayor']);
    expect(find('dredging -"some day"')).toEqual(['older']);
  });

  it('marks the words that matched at their places in the text', () => {
    const text = 'Près du quai: the QUAY’s cost, 12,000.';
    const words = markedWords(parseQuery('pres quay 12000'));
    expect(marksIn(text, words).map(([a, b]) => text.slice(a, b))).toEqual([
      'Près',
      'QUAY’s',
      '12,000',
    ]);
    const russian = 'Вокруг Курска и в Курске';
    const marks = marksIn(russian, markedWords(parseQuery('Курск')));
    expect(marks.map(([a, b]) => russian.slice(a, b))).toEqual(['Курска', 'Курске']);
  });
});

describe('what narrows a search', () => {
  const all: Entry[] = [
    { kind: 'actor', id: 'mfa', name: 'Foreign ministry', role: 'Pyongyang' },
    { kind: 'actor', id: 'nato', name: 'Mark Rutte', role: 'NATO' },
    record('claimed', {
      kind: 'claim',
      by: ['nato'],
      made: '2024-10-28',
      text: 'Troops were sent.',
    }),
    record('denied', {
      kind: 'denial',
      by: ['mfa'],
      made: '2024-10-25',
      text: 'No troops were sent.',
    }),
    record('later', { kind: 'denial', by: ['mfa'], made: '2024-12', text: 'Still no troops.' }),
    record('said', {
      kind: 'statement',
      by: ['nato'],
      made: '2024-10-27',
      text: 'NATO denied having troops.',
    }),
    {
      kind: 'tombstone',
      id: 'gone',
      about: ['quay'],
      text: 'Troops',
      withdrawn: '2024-11-01',
      reason: 'twice',
    } as unknown as Entry,
  ];
  let both: Segment;
  const narrow = async (query: string) => {
    both ??= await segmentOf(all, { pack: 'north', name: 'Northern matters' });
    return findIn([both], all, query).sort();
  };

  it('is who said it', async () => {
    expect(await narrow('by:pyongyang')).toEqual(['denied', 'later']);
    expect(await narrow('denied by:mfa')).toEqual(['denied', 'later']);
    expect(await narrow('troops by:"mark rutte"')).toEqual(['claimed', 'said']);
    expect(await narrow('by:mfa by:nato troops')).toEqual(['claimed', 'denied', 'later', 'said']);
  });

  it('is the kind, by its name or the words for it', async () => {
    expect(await narrow('kind:denial')).toEqual(['denied', 'later']);
    expect(await narrow('kind:denied')).toEqual(['denied', 'later']);
    // A word finds what says it, too.
    expect(await narrow('denied')).toEqual(['denied', 'later', 'said']);
    expect(await narrow('опровержение')).toEqual(['denied', 'later']);
  });

  it('is the time', async () => {
    expect(await narrow('rutte after:2024-10-27')).toEqual(['claimed']);
    expect(await narrow('rutte since:2024-10-27')).toEqual(['claimed', 'said']);
    expect(await narrow('troops before:2024-10-27')).toEqual(['denied']);
    expect(await narrow('troops until:2024-10-27')).toEqual(['denied', 'said']);
    expect(await narrow('troops on:2024-10')).toEqual(['claimed', 'denied', 'said']);
    // What is known to the month only may have been on any day of it.
    expect(await narrow('troops on:2024-12-24')).toEqual(['later']);
    expect(await narrow('troops after:2024-10-26 before:2024-10-28')).toEqual(['said']);
  });

  it('is the pack', async () => {
    expect(await narrow('troops in:north')).toHaveLength(4 + 1);
    expect(await narrow('troops in:northern')).toHaveLength(4 + 1);
    expect(await narrow('troops in:south')).toEqual([]);
  });

  it('counts what each choice would find', async () => {
    await narrow('');
    const { facets } = lookUp([both], parseQuery('troops kind:denial'), 9);
    expect(facets.kinds).toEqual([1, 2, 1, 0, 1]);
    expect(facets.speakers).toEqual([{ pack: 'north', id: 'mfa', count: 2 }]);
    expect([...facets.packs]).toEqual([['north', 2]]);
    expect([...facets.years]).toEqual([[2024, 2]]);
  });

  it('says what would be found without one of the parts', async () => {
    await narrow('');
    const { total, without } = lookUp([both], parseQuery('kind:denial before:2024-10-22'), 9);
    expect(total).toBe(0);
    expect(
      without.map(({ condition, total, nearest }) => [
        condition.facet,
        total,
        all[both.index.slots[nearest.document] ?? -1]?.id,
      ]),
    ).toEqual([['date', 2, 'denied']]);
    const words = lookUp([both], parseQuery('troops zeppelin'), 9).without;
    expect(words.map(({ condition, total }) => [condition.parts[0]?.typed, total])).toEqual([
      ['zeppelin', 5],
    ]);
  });
});

describe('several segments', () => {
  it('answer as one index of all would', async () => {
    const records = entries.filter((entry) => 'about' in entry);
    const named = entries.filter((entry) => !('about' in entry));
    const whole = await segmentOf(entries);
    const halves = await Promise.all(
      [0, 1].map((half) => segmentOf([...named, ...records.filter((_, i) => i % 2 === half)])),
    );
    const ranks = (segments: readonly Segment[], query: string) => {
      const { hits, total, facets, slips } = lookUp(segments, parseQuery(query), 9);
      return {
        total,
        slips: slips.map(({ read }) => read),
        facets: { ...facets, packs: [...facets.packs], years: [...facets.years].sort() },
        hits: hits.map(({ segment: { index }, document, score }) => [index.ids[document], score]),
      };
    };
    for (const query of [
      'quay',
      'dredgng',
      'westhaven new',
      '2024',
      'kind:claim',
      '"port of"',
      'lind -quay',
    ]) {
      expect(ranks(halves, query)).toEqual(ranks([whole], query));
    }
  });

  it('pass over what is hidden', async () => {
    const hidden = Uint8Array.from({ length: segment.index.documents }, (_, i) =>
      entries[segment.index.slots[i] ?? -1]?.id === 'cost' ? 1 : 0,
    );
    const { total, facets } = lookUp([{ ...segment, hidden }], parseQuery('quay'), 9);
    expect(total).toBe(4);
    expect(facets.kinds[0]).toBe(4);
  });
});

describe('the index at rest', () => {
  it('is one buffer that opens without parsing', async () => {
    expect(await indexBytes(entries)).toBeInstanceOf(ArrayBuffer);
    expect(openSearchIndex(await indexBytes([])).documents).toBe(0);
    expect(lookUp([await segmentOf([])], parseQuery('quay denied 2024 by:x'), 5).total).toBe(0);
  });

  it('refuses bytes that are not an index, cut short, or of another version', async () => {
    const bytes = await indexBytes(entries);
    expect(() => openSearchIndex(undefined)).toThrow(RangeError);
    expect(() => openSearchIndex(new ArrayBuffer(8))).toThrow(RangeError);
    expect(() => openSearchIndex(bytes.slice(0, -8))).toThrow(RangeError);
    new Uint32Array(bytes)[1] = 99;
    expect(() => openSearchIndex(bytes)).toThrow(RangeError);
  });
});
