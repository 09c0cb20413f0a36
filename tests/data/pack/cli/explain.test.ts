/** `cli try --explain`, with files on a disk. */
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { called, folderOf, jsonLines } from './called';

const PACK = `pack: harbour-2024
name: The harbour, 2024
language: en
licence: CC-BY-4.0
publisher: {name: Harbour Desk}
terms:
  crane: ["harbour crane", {text: Hafenkran, lang: de}]
  toys: ["toy {crane|harbour}"]
  crew: ["{crew|docker}"]
  harbour: [harbour, port]
  places: [$harbour, pier]
topics:
  - id: crane
    name: The crane
    mention: {all: [$crane, {any: [sank, tilted]}], not: [$toys]}
  - id: strike
    name: The strike
    mention:
      any:
        - {near: [$crew, "{strike|walkout}"], distance: 3}
        - {all: [$crew, refused to work], given: [$places]}
        - {near: ["#100+", $crew], distance: 1, ordered: true}
sources: []
`;

const files = await folderOf({ 'pack.yaml': PACK });
afterAll(files.remove);

const text = async (lines: readonly string[]) => files.put('a.txt', `${lines.join('\n')}\n`);
const explained = (file: string, ...more: string[]) =>
  called(['try', '--pack', files.path('pack.yaml'), '--explain', ...more, file]);

describe('try --explain', () => {
  it('prints for each mention the rules that held, the terms that stood there, and their lines', async () => {
    const file = await text([
      '',
      'The Hafenkran, alas, sank.',
      'At the pier the dockers refused to work.',
    ]);
    expect(await explained(file)).toEqual({
      code: 0,
      err: '',
      out: `${file}
     2  crane  Hafenkran, alas, sank
          all, in one sentence  pack.yaml:15
            Hafenkran  $crane: Hafenkran (de)  pack.yaml:7
            sank       "sank"  pack.yaml:15

     3  strike  dockers refused to work
          all, in one sentence  pack.yaml:21
            dockers          $crew: docker  pack.yaml:9
            refused to work  "refused to work"  pack.yaml:21
            given pier       $places: pier  pack.yaml:11

2 mentions in 1 file.
`,
    });
  });

  it('names the list that a list pulls in', async () => {
    const file = await text(['In port the crew refused to work.']);
    expect((await explained(file)).out).toContain(
      'given port       $places → $harbour: port  pack.yaml:10',
    );
  });

  it('prints what was nearly a mention: what is there, and what kept it from being one', async () => {
    const file = await text([
      'The toy harbour crane sank.',
      'The crew of the grey ferry went on strike.',
      'The harbour crane tilts. It sank.',
      'The crew refused to work.',
    ]);
    const { out } = await explained(file);
    // Of line 2 and 4 there is more to tell.
    expect(out.replace(/ {8}nearly[^+]*\+ crew {2}.*\n.*"#100\+".*\n/g, '')).toBe(`${file}
     1  nearly  crane: all, in one sentence  pack.yaml:15
          + harbour crane  $crane: harbour crane  pack.yaml:7
          + sank           "sank"  pack.yaml:15
          - not: “toy harbour” ($toys: toy harbour) stands in this sentence  pack.yaml:8

     2  nearly  strike: near, at most 3 words apart  pack.yaml:20
          + crew    $crew: crew  pack.yaml:9
          + strike  "strike"  pack.yaml:20
          - 6 words between “crew” and “strike”; at most 3 may be

     3  nearly  crane: all, in one sentence  pack.yaml:15
          + harbour crane  $crane: harbour crane  pack.yaml:7
          - nothing of "sank" or "tilted" in this sentence; “tilts” is no form of "tilted"

     4  nearly  strike: all, in one sentence  pack.yaml:21
          + crew             $crew: crew  pack.yaml:9
          + refused to work  "refused to work"  pack.yaml:21
          - given: nothing of $places in this paragraph
        nearly  strike: near, at most 3 words apart  pack.yaml:20
          + crew  $crew: crew  pack.yaml:9
          - nothing of "{strike|walkout}" in this paragraph

0 mentions in 1 file.
`);
  });

  it('tells no more of a paragraph than three, nearest first, unless it shall tell all', async () => {
    const file = await text([
      'The harbour crane. The crew. The crew of the ship. The dockers tilted it.',
    ]);
    const few = await explained(file);
    expect(few.out.match(/nearly {2}\w/g)).toHaveLength(3);
    const [, more] = /(\d+) more nearly; --all shows them/.exec(few.out) ?? [];
    const all = await explained(file, '--all');
    expect(all.out.match(/nearly {2}\w/g)).toHaveLength(3 + Number(more));
    expect(all.out).not.toContain('--all');
  });

  it('keeps to the topics asked for, with and without reasons', async () => {
    const file = await text(['The harbour crane sank. The crew is on strike.']);
    const pack = files.path('pack.yaml');
    const plain = await called(['try', '--pack', pack, '--topic', 'crane', file]);
    expect(plain.out).toBe(`${file}\n     1  crane  harbour crane sank\n\n1 mention in 1 file.\n`);
    const { out } = await explained(file, '--topic', 'strike');
    expect(out).toContain('strike  crew is on strike');
    expect(out).not.toContain('crane:');
    const both = await explained(file, '--topic', 'strike', '--topic', 'crane');
    expect(both.out).toContain('2 mentions in 1 file.');
  });

  it.each([
    [['--topic', 'crain'], 'The pack has no topic "crain". Did you mean "crane"?'],
    [['--topic', 'zeppelin'], 'The pack has no topic "zeppelin". There is: crane, strike.'],
  ])('says what is wrong with %j', async (more, said) => {
    const { code, out, err } = await explained(await text(['Nothing.']), ...more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('wants --explain for --all', async () => {
    const { code, err } = await called(['try', '--all', await text(['Nothing.'])]);
    expect(code).toBe(2);
    expect(err).toContain('--all goes with --explain.');
  });

  it('says so when there is nothing to explain', async () => {
    const file = await text(['A quiet day.']);
    expect((await explained(file)).out).toBe(`${file}\n  nothing\n\n0 mentions in 1 file.\n`);
  });

  it('colours a terminal and nothing else', async () => {
    const file = await text(['The harbour crane, alas, sank. The harbour crane stood.']);
    const plain = await explained(file);
    const coloured = await called(
      ['try', '--pack', files.path('pack.yaml'), '--explain', file],
      true,
    );
    expect(plain.out).not.toContain('\u001b');
    expect(coloured.out).toContain('\u001b[33m- nothing of "sank" or "tilted"');
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
  });

  it('aligns what takes two cells a character', async () => {
    await files.put('wide.yaml', PACK.replace('crane: [', 'crane: [{text: 起重机, lang: zh}, '));
    const file = await text(['起重机, sank']);
    const { out } = await called(['try', '--pack', files.path('wide.yaml'), '--explain', file]);
    expect(out).toContain('            起重机  $crane: 起重机 (zh)');
    expect(out).toContain('            sank    "sank"');
  });

  it('prints no control characters of the text', async () => {
    const file = await text(['The harbour crane\u202e sa\u00adnk.']);
    const { out } = await explained(file);
    expect(out).not.toContain('\u202e');
    expect(out).toContain('\\u202e');
  });

  it('prints JSON a line, with offsets into the file', async () => {
    const lines = [
      'Morning.',
      'Oh. The crew, 300 dockers, wept. The harbour crane stood. It tilted.',
    ];
    const file = await text(lines);
    const whole = `${lines.join('\n')}\n`;
    const { code, out, err } = await explained(file, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [mention, ...nearly] = jsonLines(out);
    expect(mention).toMatchObject({
      kind: 'mention',
      number: 2,
      topic: 'strike',
      text: '300 dockers',
      rule: {
        op: 'any',
        parts: [
          {
            op: 'near',
            distance: 1,
            ordered: true,
            within: 'sentence',
            at: `${files.path('pack.yaml')}:22:11`,
            parts: [
              { op: 'list', name: '"#100+"', terms: [{ list: null, text: '#100+' }] },
              {
                op: 'list',
                name: '$crew',
                found: { text: 'dockers' },
                terms: [{ list: 'crew', text: '{crew|docker}', surface: 'docker' }],
              },
            ],
          },
        ],
      },
    });
    expect(mention.terms).toBeUndefined();
    expect(nearly.length).toBeGreaterThan(0);
    const crane = nearly.find(({ topic }) => topic === 'crane');
    expect(crane).toMatchObject({
      kind: 'nearly',
      file,
      number: 2,
      rule: { op: 'all', within: 'sentence' },
      present: [{ name: '$crane', found: { text: 'harbour crane' } }],
      gaps: [
        {
          kind: 'missing',
          rule: { op: 'list', name: '"sank" or "tilted"' },
          words:
            'nothing of "sank" or "tilted" in this sentence; “tilted” stands in the next sentence',
          elsewhere: { text: 'tilted' },
        },
      ],
    });
    const places: { start: number; end: number; text: string }[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('start' in value) places.push(value as (typeof places)[number]);
      Object.values(value).forEach(collect);
    };
    [mention, ...nearly].forEach(collect);
    expect(places.length).toBeGreaterThan(6);
    for (const { start, end, text } of places) expect(whole.slice(start, end)).toBe(text);
  });

  it('explains the paragraphs of a page', async () => {
    const page = await files.put('b.html', '<h1>Storm</h1><p>The <b>harbour</b> crane sank.');
    const { out } = await explained(page);
    expect(out).toContain('     2  crane  harbour crane sank\n');
  });
});
