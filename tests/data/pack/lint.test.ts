/** What the linter says of a pack that is valid and still not right. */
import { describe, expect, it } from 'vitest';
import { lintPack } from '../../../data/pack/lint';
import { parsePack } from '../../../data/pack/parse';
import { lintOf, replaced, SAMPLE, spoilt, TODAY } from './sample';

/** A second claim, put before the denials. */
const another = (lines: string) => spoilt('denials:\n', `${lines}\ndenials:\n`);
const second = `  - id: crane-gone
    about: [crane]
    by: [port-office]
    made: 2024-03-01
    text: The crane had gone by noon.
    sources: [{source: gazette-12}]`;

it('says nothing of a pack that is in order', () => {
  expect(lintOf(SAMPLE)).toEqual([]);
});

describe('references', () => {
  it.each([
    [
      'by: [port-office]',
      'by: [port-ofice]',
      'error pack.yaml:22:10  crane-sank: there is no actor "port-ofice". Did you mean "port-office"?',
    ],
    [
      'about: [crane]',
      'about: [ferry]',
      'error pack.yaml:21:13  crane-sank: there is no topic "ferry". Add it, or name another',
    ],
    [
      'about: [crane]',
      'about: [port-office]',
      'error pack.yaml:21:13  crane-sank: "port-office" is not a topic (it stands in actors). Add it, or name another',
    ],
    [
      'denies: [crane-sank]',
      'denies: [crane-sunk]',
      'error pack.yaml:33:26  crane-stands: there is no record "crane-sunk". Did you mean "crane-sank"?',
    ],
    [
      'denies: [crane-sank]',
      'denies: [crane-sank, crane-stands]',
      'error pack.yaml:33:38  crane-stands: a record cannot stand in denies of itself. Name the other record',
    ],
    [
      'denies: [crane-sank]',
      'denies: [crane-sank, crane-sank]',
      'warning pack.yaml:33:38  crane-stands: "crane-sank" stands in this list twice. Keep one of the two',
    ],
    [
      'denies: [crane-sank]',
      'denies: [harbour-2024#crane-sank]',
      'warning pack.yaml:33:26  crane-stands: "harbour-2024#crane-sank" is an id of this very pack. Write crane-sank',
    ],
    [
      '    name: The crane\n',
      '    name: The crane\n    sameAs: [Q178, ferry-2023#crane, harbour-2024#ferry]\n',
      'warning pack.yaml:11:38  crane: "harbour-2024#ferry" is of this very pack. Make one topic of the two',
    ],
    [
      '    name: Port Office\n',
      '    name: Port Office\n    of: port-ofice\n',
      'error pack.yaml:15:9  port-office: there is no actor "port-ofice". Did you mean "port-office"?',
    ],
  ])('%j → %j', (from, to, said) => {
    expect(lintOf(spoilt(from, to))).toEqual([said]);
  });

  it('leaves another pack to the reader who has it', () => {
    expect(lintOf(spoilt('denies: [crane-sank]', 'denies: [quay-2023#crane-fell]'))).toEqual([]);
  });

  it('tells of a missing entry once, with how often it is named', () => {
    expect(lintOf(SAMPLE.replaceAll('source: gazette-12}', 'source: gazette-21}'))).toEqual([
      'warning pack.yaml:16:5  gazette-12: no record names this source. Name it in a record, or remove it',
      'error pack.yaml:25:24  crane-sank: there is no source "gazette-21" (named in 1 more place). Did you mean "gazette-12"?',
    ]);
  });

  it('holds ids to be one namespace, and says where the first stands', () => {
    expect(lintOf(spoilt('id: crane-stands', 'id: crane-sank'))).toContain(
      'error pack.yaml:27:9  crane-sank: the id "crane-sank" stands in claims already. Give one of them another id',
    );
  });

  it('finds circles of corrections', () => {
    const circle = another(`    relations: {corrects: [crane-gone]}\n${second}
    relations: {corrects: [crane-sank]}`);
    expect(lintOf(circle)).toEqual([
      'error pack.yaml:26:27  crane-sank: relations of "corrects" lead in a circle: crane-sank → crane-gone → crane-sank. Remove one of them',
    ]);
  });

  it('asks what a denial denies', () => {
    expect(lintOf(spoilt('    relations: {denies: [crane-sank]}\n', ''))).toEqual([
      'warning pack.yaml:27:5  crane-stands: this denial names nothing that it denies. Add relations: {denies: [id-of-a-record]}, if that record is in the pack',
    ]);
  });
});

describe('dates', () => {
  it.each([
    [
      'made: 2024-03-01',
      'made: 2042-03-01',
      [
        'warning pack.yaml:23:11  crane-sank: "made" (2042-03-01) is later than its source gazette-12 (2024-03-02). Check both dates',
        'warning pack.yaml:23:11  crane-sank: "made" lies in the future (2042-03-01). Check the year',
        'warning pack.yaml:33:26  crane-stands: crane-sank is denied here on 2024-03-02, before it was made (2042-03-01). Check both dates, or remove the relation',
      ],
    ],
    [
      'made: 2024-03-02',
      'made: 2024-02',
      [
        'warning pack.yaml:33:26  crane-stands: crane-sank is denied here on 2024-02, before it was made (2024-03-01). Check both dates, or remove the relation',
      ],
    ],
    [
      '{source: gazette-12}',
      '{source: gazette-12, retrieved: 2024-03-01}',
      [
        'warning pack.yaml:25:47  crane-sank: "retrieved" (2024-03-01) is earlier than gazette-12 was published (2024-03-02). Check both dates',
      ],
    ],
    ['made: 2024-03-02', 'made: 2024-03', []],
    ['made: 2024-03-01', 'when: 2042', []],
  ])('%j → %j', (from, to, said) => {
    expect(lintOf(spoilt(from, to)).sort()).toEqual(said);
  });

  it('counts records without any date apart: often nothing can be done', () => {
    const text = spoilt('    made: 2024-03-01\n', '').replace('    published: 2024-03-02\n', '');
    const report = lintPack(parsePack([{ path: 'pack.yaml', text }]), TODAY);
    expect(report).toEqual({ problems: [], undated: ['crane-sank'] });
  });
});

describe('what nobody would ever see', () => {
  it.each([
    [
      'actors:\n',
      'actors:\n  - {id: mayor, name: Mayor}\n',
      'warning pack.yaml:13:5  mayor: no record names this actor. Name it in a record, or remove it',
    ],
    [
      'topics:\n',
      'topics:\n  - {id: ferry, name: The ferry, mention: harbour ferry}\n',
      'warning pack.yaml:9:5  ferry: no record is about this topic. Add a record, or remove the topic',
    ],
    [
      '    mention: {all: [$crane, {any: [sank, tilted]}], within: sentence}\n',
      '    mention: $crane\n    summary: "<b>Big</b> crane"\n',
      'warning pack.yaml:12:14  crane: "<b>" would be shown as typed. Write plain text',
    ],
    [
      'terms:\n',
      'terms:\n  ferry: [harbour ferry]\n',
      'warning pack.yaml:7:10  $ferry: no rule uses $ferry. Use it in a rule, or remove it',
    ],
    [
      'text: No crane has sunk.',
      'text: The Port Office firmly denied that a crane had sunk.',
      'warning pack.yaml:31:11  crane-stands: this text begins with its speaker ("Port Office"), who stands before it anyway. Begin with what was said',
    ],
    [
      'text: No crane has sunk.',
      'text: {de: {text: Kein Kran ist gesunken., by: A. Translator}}',
      'warning pack.yaml:31:11  crane-stands: "text" is not given in the pack\'s own language (en). Add en: …',
    ],
  ])('%j → %j', (from, to, said) => {
    expect(lintOf(spoilt(from, to))).toEqual([said]);
  });

  it('says so of a topic without a rule, and of the list that it leaves alone', () => {
    expect(
      lintOf(spoilt('    mention: {all: [$crane, {any: [sank, tilted]}], within: sentence}\n', '')),
    ).toEqual([
      'warning pack.yaml:7:10  $crane: no rule uses $crane. Use it in a rule, or remove it',
      'warning pack.yaml:9:5  crane: no page can mention this topic. Add mention: a term, list or rule',
    ]);
  });
});

describe('markup', () => {
  it.each([
    ['name: The harbour, 2024', 'name: The harbour, 2024 &amp; after', '2:7  "&amp;"'],
    ['language: en\n', 'language: en\nsummary: The <i>whole</i> port.\n', '4:10  "<i>"'],
    ['{name: Harbour Desk,', '{name: Harbour <b>Desk</b>,', '5:19  "<b>"'],
    ['name: Port Office', 'name: Port <b>Office</b>', '14:11  port-office: "<b>"'],
    [
      'name: Port Office\n',
      'name: Port Office\n    role: port&nbsp;authority\n',
      '15:11  port-office: "&nbsp;"',
    ],
    ['publisher: The Gazette', 'publisher: The <b>Gazette</b>', '17:16  gazette-12: "<b>"'],
    [
      'publisher: The Gazette\n',
      'publisher: The Gazette\n    title: A storm &mdash; and after\n',
      '18:12  gazette-12: "&mdash;"',
    ],
    [
      'publisher: The Gazette\n',
      'publisher: The Gazette\n    print: p. 4<br>\n',
      '18:12  gazette-12: "<br>"',
    ],
  ])('would be shown as typed in %j → %j', (from, to, place) => {
    expect(lintOf(spoilt(from, to))).toEqual([
      `warning pack.yaml:${place} would be shown as typed. Write plain text`,
    ]);
  });
});

describe('translations', () => {
  const warning = (place: string, tag: string) =>
    `warning pack.yaml:${place}: this text in another language than the pack's (${tag}) names no translator. Write ${tag}: {text: …, by: …}`;

  it.each([
    [
      'text: No crane has sunk.',
      'text: {en: No crane has sunk., de: Kein Kran sank.}',
      warning('31:40  crane-stands', 'de'),
    ],
    [
      'name: Port Office',
      'name: {en: Port Office, de: Hafenamt}',
      warning('14:33  port-office', 'de'),
    ],
    [
      'name: The harbour, 2024',
      'name: {en: The harbour, de: Der Hafen}',
      warning('2:29', 'de').replace('29:', '29 '),
    ],
  ])('name who made them: %j → %j', (from, to, said) => {
    expect(lintOf(spoilt(from, to))).toEqual([said]);
  });

  it.each([
    'text: {en: No crane has sunk., de: {text: Kein Kran sank., by: A. Translator}}',
    'text: {en-GB: The crane is grey., en-US: The crane is gray.}',
  ])('are in order in %j', (text) => {
    expect(lintOf(spoilt('text: No crane has sunk.', text))).toEqual([]);
  });
});

describe('rules', () => {
  const rule = 'mention: {all: [$crane, {any: [sank, tilted]}], within: sentence}';
  it.each([
    // What cannot be compiled, at its line
    [
      'mention: {all: [$crain, $crane]}',
      'error pack.yaml:11:21  crane: there is no list "$crain". Did you mean "$crane"?',
    ],
    [
      'mention: {all: [$crane, "{sank|tilted"]}',
      expect.stringMatching(/^error pack\.yaml:11:29 {2}crane: .*"\{sank\|tilted"/),
    ],
    [
      'mention: {all: [$crane, "s*"]}',
      expect.stringMatching(/^error pack\.yaml:11:29 {2}crane: "s\*" would match too many words/),
    ],
    // What can never match
    [
      'mention: {all: [$crane, sank], not: [Sank, tilted]}',
      'error pack.yaml:11:29  crane: this can never match: "not" excludes all of it. Remove the term from "not", or exclude the longer phrase that you mean',
    ],
    [
      'mention: {any: [$crane], not: [harbour crane, Hafenkran]}',
      'error pack.yaml:11:20  crane: this can never match: "not" excludes all of it. Remove the term from "not", or exclude the longer phrase that you mean',
    ],
    // What would match nearly everything
    [
      'mention: [$crane, the North]',
      'warning pack.yaml:11:23  crane: "the North" alone is enough for crane, and stands on nearly every page. Use a longer phrase, or combine it: {all: [it, another]}',
    ],
    [
      'mention: [$crane, US]',
      'warning pack.yaml:11:23  crane: "US" also finds the word "us". Write {text: "US", case: true}',
    ],
    [
      'mention: [$crane, {text: война, lang: ru}]',
      'warning pack.yaml:11:23  crane: "война" alone is enough for crane, and stands on nearly every page. Use a longer phrase, or combine it: {all: [it, another]}',
    ],
  ])('%j', (mention, said) => {
    expect(lintOf(spoilt(rule, mention))).toEqual([said]);
  });

  it.each([
    'mention: [$crane, {text: US, case: true}]',
    'mention: {all: [$crane, the North]}',
    'mention: {all: [$crane, sank], not: [sank in value]}',
    'mention: {any: [$crane, sank hull], not: [harbour crane]}',
  ])('finds nothing in %j', (mention) => {
    expect(lintOf(spoilt(rule, mention))).toEqual([]);
  });

  it('points into the list where a term stands', () => {
    expect(lintOf(spoilt('"harbour crane", ', '"harbour crane", "{a|b", '))).toEqual([
      expect.stringMatching(/^error pack\.yaml:7:28 {2}\$crane: /),
    ]);
  });
});

describe('what a hostile or hurried pack holds', () => {
  const ring = (type: string, size: number) =>
    Array.from({ length: size }, (_, index) =>
      [
        `  - id: c-${index}`,
        '    about: [crane]',
        '    by: [port-office]',
        `    text: Said ${index} times.`,
        '    sources: [{source: gazette-12}]',
        `    relations: {${type}: [c-${(index + 1) % size}]}`,
        '',
      ].join('\n'),
    ).join('');

  it('says of a thousand records in a circle that they are one, in a line that can be read', () => {
    expect(lintOf(spoilt('claims:\n', `claims:\n${ring('supersedes', 1000)}`))).toEqual([
      'error pack.yaml:25:29  c-0: relations of "supersedes" lead in a circle: c-0 → c-1 → c-2 → c-3 → c-4 → … (995 more) → c-0. Remove one of them',
    ]);
  });

  it('lets records deny one another', () => {
    expect(lintOf(spoilt('claims:\n', `claims:\n${ring('denies', 2)}`))).toEqual([]);
  });

  it('finds withdrawn records that replace each other', () => {
    const gone = (id: string, other: string) =>
      `  - {id: ${id}, about: [crane], withdrawn: 2024-05-01, reason: Wrong., replacedBy: ${other}}\n`;
    expect(lintOf(`${SAMPLE}tombstones:\n${gone('a', 'b')}${gone('b', 'a')}`)).toEqual([
      expect.stringContaining('a: withdrawn records lead in a circle: a → b → a. Remove one'),
    ]);
  });

  const made = 'made: 2024-03-01';
  const text = 'The crane sank in a storm.';
  it.each([
    ['interval', 'made: 2024-03-05/2024-03-01', made, '"made" is not an EDTF date'],
    ['word', 'a'.repeat(10_000), text, '"text" is longer than 2000 characters'],
    ['override', '"The crane \\u202esank"', text, 'turns the text after it around (U+202E)'],
    [
      'mail',
      'mailto:desk@example.org,all@example.org',
      'mailto:desk@example.org',
      'hold more than one',
    ],
  ])('tells of an odd %s', (_, to, from, said) => {
    expect(lintOf(spoilt(from, to))).toEqual([expect.stringContaining(said)]);
  });

  it('tells of a source that was read before anything was said', () => {
    const sources = `${text}\n    sources: [{source: gazette-12`;
    const early = replaced(SAMPLE, '    published: 2024-03-02\n', '');
    expect(lintOf(replaced(early, sources, `${sources}, retrieved: 2024-02-01`))).toEqual([
      expect.stringContaining('"retrieved" (2024-02-01) is earlier than "made" (2024-03-01)'),
    ]);
  });

  it('tells of an event that was told of before it happened', () => {
    const event = (when: string) =>
      `${SAMPLE}events:\n  - {id: sunk, about: [crane], made: 2024-03-01, when: ${when}, text: It sank., sources: [{source: gazette-12}]}\n`;
    expect(lintOf(event('2024-03-02'))).toEqual([
      expect.stringContaining('nobody tells of an event before it happens'),
    ]);
    expect(lintOf(event('2024-03'))).toEqual([]);
  });
});
