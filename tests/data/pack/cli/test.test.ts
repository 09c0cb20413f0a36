/** `cli test`, with files on a disk. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { called, folderOf } from './called';

const PACK = `pack: harbour-2024
name: The harbour, 2024
language: en
licence: CC-BY-4.0
publisher: {name: Harbour Desk}
terms:
  crane: ["harbour crane", {text: Hafenkran, lang: de}]
topics:
  - id: crane
    name: The crane
    mention: {all: [$crane, [sank, {text: sinken*, lang: de}]]}
  - id: strike
    name: The strike
    mention: {all: [docker, strike]}
  - id: unruly
    name: A topic without a rule
sources: []
`;

const files = await folderOf({ 'pack.yaml': PACK });
await mkdir(files.path('texts'));
afterAll(files.remove);

const crane = (quote: string, more: object = {}) => ({ topic: 'crane', quote, ...more });
const GOLD: readonly object[] = [
  {
    id: 'one',
    lang: 'en',
    topics: ['crane', 'strike'],
    mentions: [crane('harbour crane sank'), { topic: 'strike', quote: 'dockers struck' }],
  },
  { id: 'two', lang: 'de', text: 'Hafenkran: sinkend.', mentions: [crane('Hafenkran: sinkend')] },
  { id: 'three', lang: 'en', text: 'The harbour crane,\nthe harbour crane sank.', mentions: [] },
  {
    id: 'four',
    lang: 'en',
    text: 'One harbour crane sank; dockers on strike.',
    mentions: [crane('harbour crane sank', { optional: true })],
  },
];

const gold = (lines: readonly (object | string)[]) =>
  files.put(
    'gold.jsonl',
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
const tested = (...more: string[]) =>
  called(['test', files.path('pack.yaml'), '--gold', files.path('gold.jsonl'), ...more]);

beforeEach(async () => {
  await files.put('texts/one.txt', 'Calm.\nThe harbour crane sank.\nThe dockers struck.\n');
  await gold(GOLD);
});

describe('test', () => {
  it('prints scores by language, by topic and by both, then what is wrong, in context', async () => {
    const { code, out, err } = await tested();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replaceAll(files.folder, '')).toBe(`\
4 texts, 1 of them without anything to mark; 3 mentions to find.

  language                      precision  recall     F1  right  wrong  found  missed
  de                                1.000   1.000  1.000      1      0      1       0
  en                                0.333   0.500  0.400      1      2      1       1
  all                               0.500   0.667  0.571      2      2      2       1

  topic                         precision  recall     F1  right  wrong  found  missed
  crane                             0.667   1.000  0.800      2      1      2       0
  strike                            0.000   0.000  0.000      0      1      0       1

  both, where not all is right  precision  recall     F1  right  wrong  found  missed
  en crane                          0.500   1.000  0.667      1      1      1       0
  en strike                         0.000   0.000  0.000      0      1      0       1

Marked where nothing should be: 1
  /gold.jsonl:3  crane  en
    the [[harbour crane sank]].

Marked wrongly: 1
  /gold.jsonl:4  strike  en
    One harbour crane sank; [[dockers]] on [[strike]].

Missed: 1
  /texts/one.txt:3  strike  en
    The [[dockers struck]].
`);
  });

  it('gives reasons: the rule that marked, and what kept one from it', async () => {
    const { out } = await tested('--explain', '--topic', 'strike');
    expect(out.slice(out.indexOf('Marked wrongly')).replaceAll(files.folder, '')).toBe(`\
Marked wrongly: 1
  /gold.jsonl:4  strike  en
    One harbour crane sank; [[dockers]] on [[strike]].
      all, in one sentence  pack.yaml:14
        dockers  "docker"  pack.yaml:14
        strike   "strike"  pack.yaml:14

Missed: 1
  /texts/one.txt:3  strike  en
    The [[dockers struck]].
      nearly  all, in one sentence  pack.yaml:14
        + dockers  "docker"  pack.yaml:14
        - nothing of "strike" in this paragraph
`);
  });

  it('says so where no rule was near', async () => {
    await gold([
      {
        id: '1',
        lang: 'en',
        text: 'They put down their tools.',
        mentions: [{ topic: 'strike', quote: 'put down their tools' }],
      },
    ]);
    expect((await tested('--explain')).out).toContain('nothing of any rule stands there');
  });

  it('counts what is asked for: a topic, a language', async () => {
    const { out } = await tested('--lang', 'de', '--all');
    expect(out).toMatch(/^1 text, 0 of them .* 1 mention to find\.$/m);
    expect(out).toContain('  de crane');
    expect(out).not.toMatch(/^ {2}en/m);
    const topic = await tested('--topic', 'strike');
    expect(topic.out).toContain('1 mention to find');
    // A text with labels of other topics is no text that should show nothing.
    expect(topic.out).toContain('4 texts, 1 of them without');
    expect(topic.out).not.toMatch(/^ {2}(?:crane|en crane)|crane {2}en$/m);
  });

  it('has a dash for a share of nothing', async () => {
    await gold([
      { id: '1', lang: 'en', text: 'Calm.', mentions: [{ topic: 'crane', quote: 'Calm' }] },
    ]);
    expect((await tested()).out).toMatch(/ {2}en +– +0\.000 +0\.000 +0 +0 +0 +1\n/);
  });

  it('reads a text that holds several paragraphs by their lines, whatever ends them', async () => {
    await files.put(
      'texts/one.txt',
      '\ufeffCalm.\r\nThe harbour crane sank.\r\nThe dockers struck.',
    );
    const { missed, markedWrongly } = JSON.parse((await tested('--json')).out);
    expect(missed).toMatchObject([
      { file: files.path('texts/one.txt'), line: 3, start: 36, end: 50 },
    ]);
    expect(markedWrongly).toHaveLength(1);
  });

  it('prints JSON for programs', async () => {
    const { code, out, err } = await tested('--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({
      texts: 4,
      silentTexts: 1,
      all: { precision: 0.5, recall: 2 / 3, right: 2, wrong: 2, found: 2, missed: 1 },
      languages: { de: { f1: 1 }, en: { wrong: 2 } },
      topics: { crane: { right: 2 }, strike: { wrong: 1 } },
      languageTopics: { de: { crane: { right: 1 } } },
      markedInSilentTexts: [
        {
          id: 'three',
          file: files.path('gold.jsonl'),
          line: 3,
          lang: 'en',
          topic: 'crane',
          start: 23,
          end: 41,
          text: 'harbour crane sank',
          parts: [[23, 41]],
        },
      ],
      markedWrongly: [{ id: 'four', topic: 'strike', text: 'dockers on strike' }],
      missed: [{ id: 'one', file: files.path('texts/one.txt'), line: 3, text: 'dockers struck' }],
    });
  });

  it('gives programs the reasons too, if asked', async () => {
    const { missed, markedWrongly } = JSON.parse((await tested('--json', '--explain')).out);
    expect(markedWrongly).toMatchObject([
      {
        id: 'four',
        rule: { op: 'all', parts: [{ found: { text: 'dockers' } }, { name: '"strike"' }] },
      },
    ]);
    expect(missed).toMatchObject([
      {
        id: 'one',
        nearly: {
          present: [{ found: { text: 'dockers', start: missed[0].start } }],
          gaps: [{ kind: 'missing', rule: { name: '"strike"' } }],
        },
      },
    ]);
    expect(JSON.parse((await tested('--json')).out).missed[0]).not.toHaveProperty('nearly');
  });

  it.each([
    [['--min-precision', '0.5', '--min-recall', '0.6'], 0, ''],
    [['--min-precision', '0.51'], 1, 'Precision is 0.5, below 0.51.\n'],
    [['--min-recall', '0.6667'], 1, 'Recall is 0.6666, below 0.6667.\n'],
    [['--lang', 'de', '--min-precision', '1', '--min-recall', '1', '--json'], 0, ''],
    [['--json', '--min-recall', '1'], 1, 'Recall is 0.6666, below 1.\n'],
  ])('exits by the scores asked for: %j', async (more, code, err) => {
    expect(await tested(...more)).toMatchObject({ code, err });
  });

  it('colours a terminal and nothing else', async () => {
    const plain = await tested('--explain');
    const args = ['test', files.path('pack.yaml'), '--gold', files.path('gold.jsonl'), '--explain'];
    const coloured = await called(args, true);
    expect(coloured.out).toContain('\u001b[1mdockers\u001b[22m on \u001b[1mstrike');
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out.replace(/\[\[|\]\]/g, ''));
  });

  it('shows sixty characters around, from word to word', async () => {
    const words =
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    const text = `${words} harbour crane sank ${words}`;
    await gold([{ id: '1', lang: 'en', text, mentions: [] }]);
    expect((await tested()).out).toContain(
      '    …six seven eight nine ten eleven twelve thirteen fourteen [[harbour crane sank]] one two three four five six seven eight nine ten eleven…\n',
    );
  });

  it.each([
    [['test'], 'Name one pack: a YAML file or a folder.'],
    [['test', 'a', 'b', '--gold', 'c'], 'Name one pack'],
    [['test', 'a'], 'Name the labelled texts: --gold FILE.'],
    [['test', 'a', '--gold', 'b', '--min-recall', '90%'], '--min-recall is not a share ("90%")'],
    [['test', 'a', '--gold', 'b', '--min-precision', '1.5'], '--min-precision is not a share'],
  ])('answers %j with 2', async (args, said) => {
    const { code, out, err } = await called(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('names topics and languages that are not there', async () => {
    expect((await tested('--topic', 'crain')).err).toContain('Did you mean "crane"?');
    const { code, err } = await tested('--lang', 'fr');
    expect(code).toBe(2);
    expect(err).toContain('No text is in "fr". There is: de, en.');
  });

  it('says what keeps the pack from being used', async () => {
    const torn = await files.put('torn.yaml', PACK.replace('"harbour crane"', '"harbour {crane"'));
    const { code, out, err } = await called(['test', torn, '--gold', files.path('gold.jsonl')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('opens { and does not close it');
  });
});

describe('what is wrong with labelled texts', () => {
  const line = (more: object = {}) => ({
    id: 'x',
    lang: 'en',
    text: 'A b a.',
    mentions: [],
    ...more,
  });
  const mention = (more: object) => line({ mentions: [{ topic: 'crane', quote: 'b', ...more }] });
  it.each<[string, object | string, string]>([
    ['no JSON', '{"id": "x",}', 'this line is not JSON'],
    ['no object', '[1]', 'this line is not an object'],
    ['no id', { lang: 'en', mentions: [] }, '"id" is no name for a text'],
    ['an id that leads elsewhere', line({ id: '../x' }), '"id" is no name for a text'],
    [
      'a slip in a key',
      line({ mention: [] }),
      'there is no key "mention". Did you mean "mentions"?',
    ],
    ['no language', line({ lang: 'english!' }), '"lang" is no language tag'],
    ['no mentions', line({ mentions: undefined }), '"mentions" is not a list. Write [] for'],
    [
      'no text',
      { id: 'gone', lang: 'en', mentions: [] },
      'gone.txt: there is no such file. Check the name, or write the text',
    ],
    ['a text that is none', line({ text: 5 }), '"text" is not a text'],
    ['a mention that is none', line({ mentions: ['b'] }), 'a mention is not an object'],
    [
      'a slip in a mention',
      mention({ optinal: true }),
      'there is no key "optinal". Did you mean "optional"?',
    ],
    ['no topic', mention({ topic: undefined }), 'a mention has no "topic"'],
    [
      'another topic',
      mention({ topic: 'crain' }),
      'the pack has no topic "crain". Did you mean "crane"?',
    ],
    ['no quote', mention({ quote: '' }), 'a mention of crane has no "quote"'],
    ['optional in quotes', mention({ optional: 'true' }), '"optional" is neither true nor false'],
    [
      'a quote that is not there',
      mention({ quote: 'c' }),
      'the text does not have “c”. Copy the quote',
    ],
    [
      'a quote that is there twice',
      line({ text: 'b b', mentions: [crane('b')] }),
      '“b” stands 2 times in the text. Say which with start and end: 0 to 1, 2 to 3',
    ],
    ['half a place', mention({ start: 2 }), '"start" and "end" are not two whole numbers'],
    [
      'another place',
      mention({ start: 0, end: 1 }),
      '0 to 1 is “A”, and not the quote “b”. The quote stands at 2 to 3',
    ],
    ['no place', mention({ start: 2, end: 2 }), '2 to 2 is no place in the text'],
    ['a negative place', mention({ start: -4, end: -3 }), '-4 to -3 is no place in the text'],
    ['a place behind the end', mention({ start: 90, end: 91 }), '90 to 91 is no place in the text'],
    ['topics that are no list', line({ topics: 'crane' }), '"topics" is not a list'],
    [
      'a topic without a mention',
      line({ topics: ['crane'] }),
      '"topics" has "crane", and no mention',
    ],
    [
      'a mention without its topic',
      { ...mention({}), topics: [] },
      '"topics" does not have "crane", and a mention has',
    ],
  ])('%s', async (_, wrong, said) => {
    await gold([GOLD[1] ?? '', wrong]);
    const { code, out, err } = await tested();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(said);
    expect(err).toMatch(/gold\.jsonl:2:\d+ {2}error/);
    expect(err).toContain('Nothing is counted before this is mended.');
  });

  it('names every line that is wrong, and both that share an id', async () => {
    await gold([line(), '', line(), '{']);
    const { err } = await tested();
    expect(err).toContain(`gold.jsonl:3:1  error    x: line 1 has the same id`);
    expect(err).toContain('gold.jsonl:4:');
  });

  it('an empty file, and none', async () => {
    await gold(['']);
    expect((await tested()).err).toContain('there is no labelled text here');
    const gone = await called([
      'test',
      files.path('pack.yaml'),
      '--gold',
      files.path('gone.jsonl'),
    ]);
    expect(gone).toMatchObject({ code: 1, err: expect.stringContaining('there is no such file') });
  });
});

describe('docs/labelled-texts.md', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

  it('shows texts that go with the pack of docs/pack-format.md, of which nothing is wrong', async () => {
    const [, pack = ''] = /^```yaml\n(.*?)^```$/ms.exec(read('pack-format.md')) ?? [];
    const [, texts = ''] = /^```jsonl\n(.*?)^```$/ms.exec(read('labelled-texts.md')) ?? [];
    await files.put('bridge.yaml', pack);
    await files.put('bridge.jsonl', texts);
    const args = [
      'test',
      files.path('bridge.yaml'),
      '--gold',
      files.path('bridge.jsonl'),
      '--json',
    ];
    const { out, err } = await called(args);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      texts: 4,
      silentTexts: 1,
      all: { right: 2, wrong: 0, found: 2, missed: 0 },
    });
  });

  it('names every option that makes a run of its own', () => {
    for (const option of ['--gold', '--explain', '--json', '--lang', '--topic', '--min-recall']) {
      expect(read('labelled-texts.md')).toContain(option);
    }
  });
});
