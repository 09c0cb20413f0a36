/** YAML from anyone: what it may not do to us, and what is said to an author who slipped. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../data/model';
import { readYaml } from '../../../data/pack/yaml';

function problems(text: string): string[] {
  const file = readYaml(text);
  return file.problems.map(({ offset, message, mend }) => {
    const { line, column } = file.position(offset);
    return `${line}:${column} ${message}. ${mend}`;
  });
}

describe('values', () => {
  it('reads the core schema: bare dates and "no" are text, years are numbers', () => {
    const { value } = readYaml('made: 2024-10-24\nlanguage: no\nyear: 2024\ncase: true\nempty:\n');
    expect(value).toEqual({
      made: '2024-10-24',
      language: 'no',
      year: 2024,
      case: true,
      empty: null,
    });
  });

  it('repeats what an alias names, and finds its place', () => {
    const file = readYaml('a: &here [x, y]\nb: *here\n');
    expect(file.value).toEqual({ a: ['x', 'y'], b: ['x', 'y'] });
    expect(file.position(file.offsetOf(['b', 1], 'value'))).toEqual({ line: 1, column: 14 });
  });

  it('gives no meaning to merge keys', () => {
    expect(readYaml('<<: {a: 1}\n').value).toEqual({ '<<': { a: 1 } });
  });

  it('keeps a key called __proto__ from being one', () => {
    const { value } = readYaml('__proto__: {polluted: true}\n');
    expect(Object.keys(Object(value))).toEqual(['__proto__']);
    expect('polluted' in Object(value)).toBe(false);
  });
});

describe('slips', () => {
  it.each([
    [
      'text: He said: never\n',
      '1:7 this is not readable as YAML: Nested mappings are not allowed in compact mappings. Put text that contains ": " in quotes',
    ],
    [
      'claims:\n\t- id: a\n',
      '2:1 this is not readable as YAML: Tabs are not allowed as indentation. Indent with spaces',
    ],
    [
      'text: "an open quote\n',
      '2:1 this is not readable as YAML: Missing closing "quote. Close the quotes or brackets that were opened before; text that begins with # must be in quotes',
    ],
    [
      'claims\n  - id: a\n',
      '1:1 this is not readable as YAML: Implicit keys need to be on a single line. Write a colon and a space behind the name; put text that contains ": " in quotes',
    ],
    [
      'claims:\n  - id: a\n   by: [b]\n    made: 2024\n',
      '3:1 this is not readable as YAML: Sequence item without - indicator. Indent it like the lines beside it',
    ],
    [
      'claims:\n    id: a\n    text: b\n  - id: c\n',
      '4:1 this is not readable as YAML: A block sequence may not be used as an implicit map key. Begin each entry of a list with "- "; one above has none, or stands further in',
    ],
    [
      'by: @someone\n',
      '1:5 this is not readable as YAML: Plain value cannot start with reserved character @. Put text that begins with @ or ` in quotes',
    ],
    ['id: a\nname: b\nid: c\n', '3:1 "id" stands here twice. Keep one of the two'],
    [
      'a: *nowhere\n',
      '1:4 *nowhere repeats nothing that stands before it. Put text that begins with * or & in quotes',
    ],
    [
      'a: 1\n---\nb: 2\n',
      '2:1 this file holds more than one YAML document. Remove the line "---" or "..." between them',
    ],
    [
      'a: !!js/function "x"\n',
      '1:4 this is not readable as YAML: Unresolved tag: tag:yaml.org,2002:js/function. Put text that begins with ! in quotes',
    ],
    [
      '[a, b]: c\n',
      '1:1 this is not readable as YAML: With stringKeys, all keys must be strings. Write the name as plain text',
    ],
  ])('%j', (text, said) => {
    expect(problems(text)).toEqual([said]);
  });
});

it('tells the first slip of a file and not what follows from it, but every key that stands twice', () => {
  const slips = 'a: [b\nc: d\n\te: f\n';
  expect(problems(slips)).toHaveLength(1);
  expect(problems('a: 1\na: 2\nb: 1\nb: 2\n')).toHaveLength(2);
});

describe('hostile files', () => {
  const laughs = ['a: &a [1,2,3,4,5,6,7,8,9]']
    .concat([...'bcdefghi'].map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]`))
    .join('\n');

  it('stops a billion laughs after a few thousand', () => {
    expect(problems(laughs)[0]).toMatch(/^\d+:\d+ this repeats too much \(\*\w\)\. Write it out/);
  });

  it('does not follow an alias into itself', () => {
    expect(problems('a: &a [*a]\n')).toHaveLength(1);
  });

  it.each([
    ['flow lists', '['.repeat(1e5)],
    ['closed flow lists', '['.repeat(1e5) + ']'.repeat(1e5)],
    ['flow mappings', '{a: '.repeat(1e5) + '}'.repeat(1e5)],
    ['compact lists', `${'- '.repeat(1e5)}a`],
    ['compact keys', `${'? '.repeat(1e5)}a`],
    ['indented lists', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}-`).join('\n')],
  ])('refuses %s nested without end', (_, text) => {
    expect(problems(text)).toEqual([
      expect.stringMatching(/^\d+:\d+ this is nested more than 64 levels deep\. Write it flatter$/),
    ]);
  });

  it('refuses a file over the cap before reading it, counted in bytes', () => {
    const text = 'é'.repeat(LIMITS.fileBytes / 2 + 1);
    expect(problems(text)).toEqual(['1:1 this file is larger than 8 MB. Split it into several']);
  });
});
