/** From an author's files to a pack, or to errors that the author can act on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { LIMITS, type Pack } from '../../../data/model';
import { parsePack } from '../../../data/pack/parse';
import { formatProblem } from '../../../data/pack/problem';
import { errorsOf, SAMPLE, spoilt } from './sample';

const parse = (...texts: string[]) =>
  parsePack(texts.map((text, i) => ({ path: `${i + 1}.yaml`, text })));

describe('a pack in one file', () => {
  it('is read with its lists, the missing ones empty', () => {
    const { pack, problems } = parse(SAMPLE);
    expect(problems).toEqual([]);
    expect(pack?.claims.map(({ id }) => id)).toEqual(['crane-sank']);
    expect(pack?.events).toEqual([]);
  });

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    expect(parse(`\ufeff${SAMPLE.replaceAll('\n', '\r\n')}`).pack).toEqual(parse(SAMPLE).pack);
  });

  it('says where each value was written', () => {
    const { locate, recordAt } = parse(SAMPLE);
    expect(locate(['claims', 0, 'made'])).toEqual({ file: '1.yaml', line: 23, column: 11 });
    expect(locate(['claims', 0, 'made'], 'key')).toEqual({ file: '1.yaml', line: 23, column: 5 });
    expect(locate(['claims', 0, 'when'])).toEqual({ file: '1.yaml', line: 20, column: 5 });
    expect(recordAt(['claims', 0, 'made'])).toBe('crane-sank');
    expect(recordAt(['terms', 'crane', 0])).toBe('$crane');
    expect(recordAt(['name'])).toBeNull();
  });

  it('comes back the same when written out and read again', () => {
    const first = parse(SAMPLE).pack;
    expect(parse(stringify(first)).pack).toEqual(first);
  });
});

describe('a pack in several files', () => {
  const [head = '', rest = ''] = SAMPLE.split(/(?=^actors:)/m);

  it('is the same as in one', () => {
    expect(parse(head, rest).pack).toEqual(parse(SAMPLE).pack);
  });

  it('joins lists and merges terms, and knows which file each came from', () => {
    const more = 'terms: {quay: [quay]}\nactors:\n  - {id: harbour-master, name: Harbour master}\n';
    const { pack, locate } = parse(head, rest, more);
    expect(pack?.actors.map(({ id }) => id)).toEqual(['port-office', 'harbour-master']);
    expect(Object.keys(pack?.terms ?? {})).toEqual(['crane', 'quay']);
    expect(locate(['actors', 1, 'name'])).toEqual({ file: '3.yaml', line: 3, column: 32 });
    expect(locate(['terms', 'quay'], 'key')).toEqual({ file: '3.yaml', line: 1, column: 9 });
  });

  it('may have an empty file, and a heading that waits for its entries', () => {
    expect(parse(head, rest, '', '# later\nevents:\n').problems).toEqual([]);
  });

  it('says both places when one thing is said twice', () => {
    const { pack, problems } = parse(head, rest, 'language: de\nterms: {crane: [Kran]}\n');
    expect(pack).toBeNull();
    expect(problems.map(formatProblem)).toEqual([
      '3.yaml:1:1  "language" stands here and at 1.yaml:3. Keep it in one file',
      '3.yaml:2:9  "crane" stands here and at 1.yaml:7. Keep it in one file',
    ]);
  });

  it('tells of one unreadable file without calling all that is in it missing', () => {
    const { problems } = parse(`${head}x: "`, rest);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['1.yaml:12']);
  });

  it('says so of a file that is no mapping, and of no file at all', () => {
    expect(parse(SAMPLE, '- a\n').problems.map(formatProblem)).toEqual([
      '2.yaml:1:1  this file is not a mapping. Write "claims:" and the like, then a list each',
    ]);
    expect(parsePack([]).problems.map(({ message }) => message)).toEqual(['there is no pack here']);
  });
});

describe('what an author got wrong, at its line, with what to do', () => {
  it.each([
    // Dates
    [
      'made: 2024-03-01',
      'made: 1 March 2024',
      '23:11  crane-sank: "made" is not an EDTF date ("1 March 2024"). Write 2024-03-01',
    ],
    [
      'made: 2024-03-01',
      'made: 03/01/2024',
      '23:11  crane-sank: "made" is not an EDTF date ("03/01/2024"). Write 2024-10-24, 2024-10, 2024, 2024-10~ (about) or 2022/.. (since)',
    ],
    [
      'made: 2024-03-01',
      'made:',
      '23:10  crane-sank: "made" is empty. Write it, or remove the line',
    ],
    // Names of keys
    [
      'made: 2024-03-01',
      'maed: 2024-03-01',
      '23:5  crane-sank: "maed" is not known here. Did you mean "made"?',
    ],
    [
      'text: The crane sank in a storm.',
      'txet: The crane sank in a storm.',
      '24:5  crane-sank: "txet" is not known here. Did you mean "text"?',
    ],
    [
      'relations: {denies',
      'relations: {denys',
      '33:17  crane-stands: "denys" is not known here. Did you mean "denies"?',
    ],
    [
      'relations: {denies',
      'relations: {answers',
      '33:17  crane-stands: "answers" is not known here. Known here: denies, corroborates, qualifies, corrects, supersedes',
    ],
    ['    name: Port Office\n', '', '13:5  port-office: "name" is missing. Add name: …'],
    ['language: en\n', '', '1:1  "language" is missing. Add language: en'],
    [
      'text: The crane sank in a storm.',
      'text: {en: “The crane sank, in a storm.”}',
      '24:33  crane-sank: “ and ” are no quotes to YAML. Write straight ones (")',
    ],
    // Choices
    [
      'claims:\n',
      'statements:\n  - {id: a, about: [crane], by: [port-office], text: b, sources: [{source: gazette-12}]}\nclaims:\n',
      '20:5  a: "form" is missing. Add form: remark, assessment, forecast, provision, non-denial, confirmation or editor-note',
    ],
    [
      'claims:\n',
      'statements:\n  - {id: a, form: prediction, about: [crane], by: [port-office], text: b, sources: [{source: gazette-12}]}\nclaims:\n',
      '20:19  a: "form" is not known here ("prediction"). Write one of remark, assessment, forecast, provision, non-denial, confirmation, editor-note',
    ],
    // One kind of value where another belongs
    [
      'about: [crane]',
      'about: crane',
      '21:12  crane-sank: "about" is text, not a list. Write [crane]',
    ],
    [
      'sources: [{source: gazette-12}]',
      'sources: [gazette-12]',
      '25:15  crane-sank: entry 1 of "sources" is text, not a mapping. Write {source: gazette-12}',
    ],
    [
      'sources: [{source: gazette-12}]',
      'sources: []',
      '25:14  crane-sank: "sources" is empty. Every record has a source: add {source: id}',
    ],
    [
      'publisher: {name: Harbour Desk, contact: "mailto:desk@example.org"}',
      'publisher: Harbour Desk',
      '5:12  "publisher" is text, not a mapping. Write {name: Harbour Desk}',
    ],
    [
      'text: The crane sank in a storm.',
      'text: 1912',
      '24:11  crane-sank: "text" is a number, not text. Put it in quotes: "1912"',
    ],
    [
      'text: The crane sank in a storm.',
      'text: [The crane]',
      '24:11  crane-sank: "text" is a list, not text. Write one text, without brackets or "- "',
    ],
    [
      'text: The crane sank in a storm.',
      'text: {english: The crane sank.}',
      '24:12  crane-sank: "english" is not a language ("english"). Write a BCP-47 tag, such as "en", "uk" or "pt-BR"',
    ],
    [
      'text: The crane sank in a storm.',
      'text: {en: The crane sank., de: {text: Gesunken.}}',
      '24:37  crane-sank: "by" is missing. Add by: who translated it',
    ],
    [
      '  crane: ["harbour crane", {text: Hafenkran, lang: de}]',
      '  crane: ["harbour crane", #50]',
      '8:1  this is not readable as YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Close the quotes or brackets that were opened before; text that begins with # must be in quotes',
    ],
    [
      'terms:\n  crane: [',
      'terms:\n  crane: [12, ',
      '7:11  $crane: entry 1 of "crane" is a number, not text. Put it in quotes: "12"',
    ],
    [
      'lang: de}',
      'case: yes}',
      '7:52  $crane: "case" is neither true nor false ("yes"). Write true or false',
    ],
    // Figures
    [
      '    text: The crane sank',
      '    quantity: [{value: "12,000", unit: tonnes}]\n    text: The crane sank',
      '24:24  crane-sank: "value" is not a whole number ("12,000"). Write it in digits, without quotes or separators: 12000',
    ],
    [
      '    text: The crane sank',
      '    quantity: [{value: 1.5, unit: tonnes}]\n    text: The crane sank',
      '24:24  crane-sank: "value" is not a whole number (1.5). Write it in digits, without quotes or separators: 12000',
    ],
    // Ids, addresses, licences
    [
      'id: crane-sank',
      'id: Crane Sank',
      '20:9  Crane Sank: "id" is not an id ("Crane Sank"). Use lower-case letters, digits and single hyphens, such as "troops-in-kursk"',
    ],
    [
      '    publisher: The Gazette',
      '    publisher: The Gazette\n    url: javascript:alert(1)',
      '18:10  gazette-12: "url" is not an address ("javascript:alert(1)"). Write one that begins with https:// or http://, without a name before an @',
    ],
    [
      '    publisher: The Gazette',
      '    publisher: The Gazette\n    url: https://news.example@evil.example/',
      '18:10  gazette-12: "url" is not an address ("https://news.example@evil.example/"). Write one that begins with https:// or http://, without a name before an @',
    ],
    [
      'licence: CC-BY-4.0',
      'licence: CC BY 4.0',
      '4:10  "licence" is not an SPDX id ("CC BY 4.0"). Write one such as CC-BY-4.0',
    ],
    [
      'contact: "mailto:desk@example.org"',
      'contact: desk@example.org',
      '5:42  "contact" is no way to write to you ("desk@example.org"). Give an address (https://…) or mailto:name@example.org',
    ],
    [
      '    name: Port Office\n',
      '    name: Port Office\n    sameAs: [q42]\n',
      '15:14  port-office: entry 1 of "sameAs" is neither a Wikidata id nor an address ("q42"). Write Q12345 or https://…',
    ],
    [
      '    name: The crane\n',
      '    name: The crane\n    sameAs: [crane-elsewhere]\n',
      '11:14  crane: entry 1 of "sameAs" is no Wikidata id, address or topic of another pack ("crane-elsewhere"). Write Q12345, https://… or pack#topic',
    ],
    // Quotes
    [
      '{source: gazette-12}',
      '{source: gazette-12, quote: {exact: it was gone by the morning, prefix: we saw that}}',
      '25:43  crane-sank: "quote" has more than 8 words, prefix and suffix included. Shorten it',
    ],
    // Rules
    ['{all: [$crane', '{al: [$crane', '11:15  crane: "al" is not known here. Did you mean "all"?'],
    [
      'within: sentence',
      'within: sentense',
      '11:61  crane: "within" is not known here ("sentense"). Write one of sentence, paragraph',
    ],
    [
      '{any: [sank, tilted]}',
      '{any: []}',
      '11:35  crane: "any" is empty and can never match. Name at least one term',
    ],
    [
      '{any: [sank, tilted]}',
      '{any: [sank], all: [tilted]}',
      '11:29  crane: entry 2 of "all" has not exactly one of any, all, near. Keep one of them, and nest the others: {any: [{all: […]}, …]}',
    ],
    [
      'mention: {all: [$crane, {any: [sank, tilted]}]',
      'mention: {all: [$crane, [[[[[[[[tilted]]]]]]]]]',
      '11:14  crane: "mention" is nested more than 8 levels deep. Move parts of it into a list of terms',
    ],
  ])('%j → %j', (from, to, said) => {
    expect(errorsOf(spoilt(from, to))).toEqual([`pack.yaml:${said}`]);
  });

  it('names every mistake at once, in the order of the lines', () => {
    const text = spoilt('language: en', 'langauge: en')
      .replace('licence: CC-BY-4.0', 'license: CC-BY-4.0')
      .replace('made: 2024-03-02', 'made: yesterday');
    expect(errorsOf(text).map((line) => line.split('  ')[1])).toEqual([
      '"langauge" is not known here. Did you mean "language"?',
      '"license" is not known here. Did you mean "licence"?',
      expect.stringMatching(/^crane-stands: "made" is not an EDTF date \("yesterday"\)/),
    ]);
  });

  it('shows nothing of a hostile value that a terminal would obey', () => {
    const [said] = errorsOf(spoilt('made: 2024-03-01', 'made: "\\e[2J\\u202egnorw"'));
    expect(said).toContain('("\\u001b[2J\\u202egnorw")');
    for (const hostile of ['id: "\\e[2J"', '"\\e[2J": x', '"\\u202e": x\n    "\\u202e": y']) {
      const errors = errorsOf(spoilt('id: crane-sank', hostile));
      expect(errors).not.toEqual([]);
      expect(errors.join('')).not.toContain('\u001b');
      expect(errors.join('')).not.toContain('\u202e');
    }
  });
});

describe('a quote', () => {
  const quoted = (exact: string) =>
    errorsOf(spoilt('{source: gazette-12}', `{source: gazette-12, quote: {exact: "${exact}"}}`));

  it('is measured in words where words stand apart', () => {
    expect(quoted('one two three four five six seven eight')).toEqual([]);
    expect(quoted('one two three four five six seven eight nine')).toHaveLength(1);
  });

  it('is measured in characters where they do not', () => {
    expect(quoted('港口的起重机昨天在风暴中沉没了吗')).toEqual([]);
    expect(quoted('港口的起重机昨天在风暴中沉没了吗港口')).toHaveLength(1);
  });
});

describe('anything at all', () => {
  const key = fc.oneof(
    fc.constantFrom(
      ...['pack', 'name', 'language', 'licence', 'publisher', 'terms', 'topics', 'claims', 'id'],
      ...['text', 'made', 'by', 'about', 'sources', 'mention', 'all', 'any', 'not', '__proto__'],
    ),
    fc.string({ maxLength: 8 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
    ),
  }));

  const sound = ({ pack, problems }: ReturnType<typeof parsePack>) =>
    (pack === null) === problems.some(({ severity }) => severity === 'error');

  it('gives a pack or errors, whatever value is given as one', () => {
    fc.assert(fc.property(tree, (value) => sound(parse(stringify(value)))));
  });

  it('gives a pack or errors, wherever a value is put in a pack', () => {
    const whole = parse(SAMPLE).pack as Pack;
    const places: [string, (value: unknown) => unknown][] = [
      ['top', (value) => ({ ...whole, topics: value })],
      ['record', (value) => ({ ...whole, claims: [{ ...whole.claims[0], ...Object(value) }] })],
      ['rule', (value) => ({ ...whole, topics: [{ ...whole.topics[0], mention: value }] })],
      ['terms', (value) => ({ ...whole, terms: value })],
    ];
    fc.assert(
      fc.property(tree, fc.constantFrom(...places), (value, [, put]) =>
        sound(parse(stringify(put(value)))),
      ),
    );
  });

  it('gives a pack or errors, whatever text is given as YAML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(SAMPLE.length), (text, at) =>
        sound(parse(SAMPLE.slice(0, at) + text + SAMPLE.slice(at))),
      ),
    );
  });

  it('stops telling after a few hundred problems', () => {
    const text = `${SAMPLE}events: [${'x, '.repeat(LIMITS.refs * 40)}]\n`;
    expect(errorsOf(text)).toHaveLength(500);
  });
});
