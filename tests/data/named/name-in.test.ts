import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../data/model';
import { type Nameable, nameIn } from '../../../data/named/name-in';

/** An invented dispute about a dam: who says how many masons worked on it. */
const actors = new Map(
  (
    [
      {
        id: 'arvenia',
        name: 'Arvenia',
        aliases: ['Lorn', 'Арвения', 'Арвенія', 'Лорн', '아르베니아', 'أرفينيا', 'ARV'],
      },
      {
        id: 'works-office',
        name: 'Arvenia’s works office (AWO)',
        of: 'arvenia',
        aliases: ['Arvenian works office', 'строительное управление', '건설청'],
      },
      {
        id: 'mira-toll',
        name: 'Mira Toll',
        of: 'works-office',
        aliases: ['Toll', 'Мира Толль', 'Толль', '톨', 'تول'],
      },
      { id: 'belmark', name: 'Belmark', aliases: ['Бельмарк', 'Київ', '벨마르크', 'بلمارك', 'UN'] },
      {
        id: 'jan-rutte',
        name: 'Jan Rutter',
        of: 'belmark',
        aliases: ['Rutter', 'harbour chief', '뤼터'],
      },
    ] satisfies Actor[]
  ).map((actor): [string, Actor] => [actor.id, actor]),
);

const records: Nameable[] = [
  {
    key: 'p#denies',
    by: ['belmark'],
    made: '2031-03-01',
    text: 'No mason of Belmark worked on the dam.',
  },
  {
    key: 'p#office-12000',
    by: ['works-office'],
    made: '2031-03-04',
    quantity: [{ value: 12_000, unit: 'workers', parts: [{ value: 500, unit: 'engineers' }] }],
    text: 'Some 12,000 workers were at the dam, 500 engineers among them.',
  },
  {
    key: 'p#toll-9000',
    by: ['mira-toll'],
    made: '2031-03-05',
    quantity: [{ value: 9000, unit: 'workers' }],
    text: 'Nine thousand workers were at the dam.',
  },
  {
    key: 'p#rutter-12000',
    by: ['jan-rutte'],
    made: '2031-03-06',
    quantity: [{ value: 12_000, unit: 'workers expected' }],
    text: 'Expected 12,000 workers by May.',
  },
  {
    key: 'p#lorries',
    by: ['jan-rutte'],
    made: '2031-04-24',
    quantity: [{ value: 40, unit: 'lorries' }],
    text: 'Forty lorries stood at the dam.',
  },
  { key: 'p#thousands', by: ['arvenia'], made: '2031-05', text: 'Thousands of workers had come.' },
];

const named = (sentence: string) => nameIn(sentence, records, actors);
const order = (sentence: string) => named(sentence).records.map(({ key }) => key.slice(2));

describe('figures', () => {
  it('bring who gave the same, then who gave another of the same unit', () => {
    expect(order('There were 9,000 workers at the dam.')).toEqual([
      'toll-9000',
      'office-12000',
      'rutter-12000',
    ]);
  });

  it('of the unit itself come before those of a narrower one', () => {
    expect(order('12,000 workers')).toEqual(['office-12000', 'rutter-12000', 'toll-9000']);
  });

  it('count together: whoever has more of the sentence comes first', () => {
    const [first] = order('12 тысяч рабочих, среди них 500 инженеров');
    expect(first).toBe('office-12000');
  });

  it('of parts are the same too', () => {
    expect(named('500 engineers').records[0]).toMatchObject({
      key: 'p#office-12000',
      figure: 'same',
    });
  });

  it('of another unit say nothing', () => {
    expect(order('12,000 missiles')).toEqual([]);
  });

  it('without a noun are believed when they are large', () => {
    expect(order('It was 12,000, no more.')[0]).toBe('office-12000');
    expect(order('It was 40, no more.')).toEqual([]);
  });

  it('that are vague bring who was as vague, then who gave figures', () => {
    expect(order('Thousands of workers came.')).toEqual([
      'thousands',
      'office-12000',
      'toll-9000',
      'rutter-12000',
    ]);
  });

  it('are given back in the order of the sentence, without what is only measured', () => {
    expect(named('At 70 % of 12,000 workers, 500 engineers had left 3 km behind.').figures).toEqual(
      [
        { text: '12,000', value: 12_000 },
        { text: '500', value: 500 },
      ],
    );
  });

  it('are marked in the record’s text, in digits or in words', () => {
    const marked = (sentence: string, key: string) => {
      const text = records.find((record) => record.key === key)?.text ?? '';
      const marks = named(sentence).records.find((record) => record.key === key)?.marks ?? [];
      return marks.map(([start, end]) => text.slice(start, end));
    };
    expect(marked('12 тыс. рабочих', 'p#office-12000')).toEqual(['12,000']);
    expect(marked('12,000 workers with 500 engineers', 'p#office-12000')).toEqual([
      '12,000',
      '500',
    ]);
    expect(marked('노동자 9천 명', 'p#toll-9000')).toEqual(['Nine thousand']);
    expect(marked('milliers de travailleurs dans la ville', 'p#thousands')).toEqual(['Thousands']);
    expect(marked('9,000 workers', 'p#office-12000')).toEqual([]);
  });
});

describe('speakers', () => {
  const first = (sentence: string) => order(sentence)[0];

  it.each([
    ["Belmark's denial came late.", 'denies'],
    ['Бельмарка никто не спрашивал, но Бельмарк заявил об этом.', 'denies'],
    ['Представники Києва це заперечили.', 'denies'],
    ['벨마르크는 부인했다.', 'denies'],
    ['ونفت بلمارك ذلك.', 'denies'],
    ['Mira Toll said so.', 'toll-9000'],
    ['По словам Миры Толль, это так.', 'toll-9000'],
    ['톨은 그렇게 말했다.', 'toll-9000'],
    ['The harbour chief agreed.', 'rutter-12000'],
    ['뤼터도 동의했다.', 'rutter-12000'],
    ['The U.N. denied it.', 'denies'],
  ])('are found by any name in any form: %s', (sentence, expected) => {
    expect(first(sentence)).toBe(expected);
  });

  it('are not found inside other words or in small letters where they are abbreviations', () => {
    expect(order('Un homme a dit que la tolling bell était belle.')).toEqual([]);
  });

  it('by a longer name leave the shorter one unnamed', () => {
    expect(order('The Arvenian works office said so.')).toEqual([
      'office-12000',
      'toll-9000',
      'thousands',
    ]);
    expect(named('Arvenia’s works office said so.').records[0]?.key).toBe('p#office-12000');
  });

  it('bring their own records first, then those of whom they belong to and who belongs to them', () => {
    expect(order('Arvenia says so.')).toEqual(['thousands', 'office-12000', 'toll-9000']);
    expect(order('Toll said so.')).toEqual(['toll-9000', 'office-12000', 'thousands']);
  });

  it('who speak come before who is only named', () => {
    expect(first('Asked about Arvenia, Belmark said nothing.')).toBe('denies');
    expect(first('Belmark, Arvenia says, is wrong.')).toBe('thousands');
  });

  it('that are only places are not named', () => {
    expect(order('The dam in Arvenia holds.')).toEqual([]);
    expect(order("Arvenia's Far North is cold.")).toEqual([]);
  });

  it('with whom they belong to right behind are named alone', () => {
    expect(order('Строительное управление Арвении заявило об этом.')[0]).toBe('office-12000');
    expect(order('Арвения заявила об этом.')[0]).toBe('thousands');
  });

  it('behind an English article are no places', () => {
    expect(first('A harbour chief of long standing agreed.')).toBe('rutter-12000');
  });

  it('in a list share their verb', () => {
    const both = named('Belmark and Arvenia said so.').records;
    expect(both.map(({ key }) => key).slice(0, 2)).toEqual(['p#denies', 'p#thousands']);
  });
});

describe('both together', () => {
  it('beat one of them', () => {
    expect(order('Toll spoke of 12,000 workers.')[0]).toBe('office-12000');
    expect(order('Rutter spoke of 12,000 workers.')[0]).toBe('rutter-12000');
    expect(order('Belmark spoke of 12,000 workers.').slice(0, 2)).toEqual([
      'rutter-12000',
      'office-12000',
    ]);
  });

  it('say what was named', () => {
    expect(named('Rutter spoke of 12,000 workers.').records[0]).toEqual({
      key: 'p#rutter-12000',
      speaker: true,
      figure: 'same',
      marks: [[9, 15]],
    });
  });
});

describe('days', () => {
  it.each([
    ['On 24 April Rutter spoke.'],
    ['24 апреля 2031 года harbour chief сказал.'],
    ['4월 24일 뤼터는 말했다.'],
    ['Rutter spoke in April.'],
    ['Rutter habló el 24 de abril de 2031.'],
  ])('break ties: %s', (sentence) => {
    expect(order(sentence)[0]).toBe('lorries');
  });

  it('of another year do not', () => {
    expect(order('On 24 April 2019 Rutter spoke.')[0]).toBe('rutter-12000');
  });
});

describe('of any topic', () => {
  const ids = [...actors.keys()];
  const record = fc.record({
    by: fc.uniqueArray(fc.constantFrom(...ids, 'unknown'), { maxLength: 2 }),
    made: fc.option(fc.constantFrom('2031-03-01', '2031-03', '2031', '2031-03~'), {
      nil: undefined,
    }),
    quantity: fc.option(
      fc.array(
        fc.record({
          value: fc.constantFrom(3, 500, 9000, 12_000),
          unit: fc.constantFrom('workers', 'engineers', 'workers expected', 'casks'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      { nil: undefined },
    ),
    text: fc.constantFrom('Some 12,000 workers.', 'Thousands of workers.', 'Nothing.', '😀 500'),
  });
  const sentence = fc
    .array(
      fc.constantFrom(
        ...'Toll|said|Belmark|and|Arvenia|in|12,000|workers|500|engineers|three|thousands of|.|,|Толль|사람|3명|on 1 March|UN'.split(
          '|',
        ),
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' '));

  it('records keep their order where nothing tells them apart, each once, and marks lie in their texts', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), sentence, (made, text) => {
        const all: Nameable[] = made.map((one, i) => ({ ...one, key: `p#${i}` }));
        const twice = all.flatMap((one) => [one, { ...one, key: `${one.key}-again` }]);
        const found = nameIn(text, twice, actors).records;
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        found.forEach(({ key, speaker, figure, marks }, i) => {
          expect(speaker || figure !== null).toBe(true);
          expect(marks.length > 0 ? figure : 'same').toBe('same');
          const shown = twice.find((one) => one.key === key)?.text ?? '';
          for (const [start, end] of marks) expect(shown.slice(start, end).trim()).not.toBe('');
          // A record and its twin differ in nothing, so that they stay neighbours, first the first.
          if (key.endsWith('-again')) expect(found[i - 1]?.key).toBe(key.replace('-again', ''));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('actors in a circle are followed round once', () => {
    const circle = new Map(
      ['a', 'b', 'c'].map((id, i): [string, Actor] => [
        id,
        { id, name: `Name${id}`, of: 'abc'[(i + 1) % 3] ?? '' },
      ]),
    );
    const all = [...'cab'].map((id) => ({ key: `p#${id}`, by: [id], text: '' }));
    const [first] = nameIn('Namea said so.', all, circle).records;
    expect(first?.key).toBe('p#a');
  });
});
