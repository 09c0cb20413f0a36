/** A page's record as Markdown, CSV and JSON. */
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../data/export/csv';
import { toJson } from '../../../data/export/json';
import { toMarkdown } from '../../../data/export/markdown';
import type { PageRecord } from '../../../data/export/page-record';
import type { RecordView } from '../../../data/messages';
import { crack, date, noCrack, pack, record, source, words } from '../../components/sample';
import { english } from '../../components/show';

const page = (records: readonly RecordView[], given: Partial<PageRecord> = {}): PageRecord => ({
  title: 'The dam of Varn',
  about: {
    address: 'https://news.example/dam',
    published: { date: date('2024-11-07'), sign: 'meta' },
  },
  topics: [{ topic: { key: 'varn-dam#cracks', name: 'Cracks in the dam' }, mentions: 2, records }],
  packs: [pack],
  total: records.length,
  exported: '2026-11-24',
  ...given,
});

/** Reads CSV by RFC 4180, quotes and line ends within them included. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const at = text[i];
    if (quoted) {
      if (at !== '"') cell += at;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (at === '"') quoted = true;
    else if (at === ',' || at === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (at === '\r') {
        expect(text[++i]).toBe('\n');
        rows.push([]);
      }
    } else cell += at;
  }
  const [head = [], ...body] = rows.slice(0, -1);
  for (const row of body) expect(row).toHaveLength(head.length);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

const hostile = record({
  key: 'varn-dam#hostile',
  speakers: ['=HYPERLINK("http://x.example","Council")'],
  text: words('He said "no", then\nleft; [here](javascript:alert) <b>\u202Egnp.exe'),
  sources: [
    source({ publisher: 'A*B_C', title: null, url: 'https://x.example/a) b>c', published: null }),
  ],
});

describe('as Markdown', () => {
  it('has the page, then each topic’s records: date, kind, who, words, relations, sources', () => {
    expect(toMarkdown(page([crack, noCrack]), english)).toBe(`# The dam of Varn

<https://news.example/dam> · published 7 Nov 2024

Exported from On Record on 2026-11-24

## Cracks in the dam

- **18 Oct 2024 · Claim · Union of Engineers**: A crack runs through the northern wall.
  - Denied by Ministry of Works, 21 Oct 2024
  - [Varn Courier, 24 Oct 2024](<https://courier.example/dam>)
- **21 Oct 2024 · Denial · Ministry of Works**: There is no crack, and there never was one.
  - Denies Union of Engineers, 18 Oct 2024
  - [Ministry of Works, press room, 21 Oct 2024](<https://courier.example/dam>)

## Packs

- The Varn dam · On Record · Edition 2 · CC-BY-4.0
`);
  });

  it('lets no text of a pack or page become markup, another line or a turn of direction', () => {
    const text = toMarkdown(page([hostile], { title: '# A [title](x)\n- item' }), english);
    expect(text).toContain('# \\# A \\[title\\](x) - item\n');
    expect(text).toContain(
      'He said "no", then left; \\[here\\](javascript:alert) \\<b\\>gnp.exe\n',
    );
    expect(text).toContain('[A\\*B\\_C](<https://x.example/a)%20b%3Ec>)');
  });

  it('lets no text begin an item of a list', () => {
    for (const [text, written] of [
      ['1. One', '1\\. One'],
      ['- One', '\\- One'],
      ['2) Two', '2\\) Two'],
    ] as const) {
      const original = { text, lang: 'ko', translator: null };
      const lines = toMarkdown(page([record({ key: 'varn-dam#o', original })]), english);
      expect(lines).toContain(`\n  - ${written} (ko)\n`);
    }
  });

  it('says how many were filtered out, what was corrected and what was withdrawn', () => {
    const corrected = record({
      key: 'varn-dam#dated',
      when: date('2024-07-26'),
      corrections: [
        {
          record: 'varn-dam#right',
          field: 'when',
          reported: date('2024-07-26'),
          corrected: date('2024-06-19'),
          figures: null,
          text: words('It was signed in June.'),
          source: source(),
        },
      ],
    });
    const withdrawn = record({
      key: 'varn-dam#gone',
      withdrawn: { date: date('2025-01-02'), reason: 'Said of another dam.' },
    });
    const text = toMarkdown(page([corrected, withdrawn], { total: 9 }), english);
    expect(text).toContain('2 of 9 records');
    expect(text).toContain(
      '  - As reported here: 26 Jul 2024 · Correction: 19 Jun 2024 (Varn Courier)',
    );
    expect(text).toContain('~~A crack runs through the northern wall.~~');
    expect(text).toContain('Withdrawn by its publisher, 2 Jan 2025: Said of another dam.');
  });

  it('says so where the page has no date', () => {
    const undated = page([crack], { about: { address: null, published: null } });
    expect(toMarkdown(undated, english)).toContain('\nPage date not found\n');
  });
});

describe('as CSV', () => {
  it('has a row for each record of each topic, under names that stay', () => {
    const [first, second] = readCsv(toCsv(page([crack, noCrack])).slice(1));
    expect(first).toMatchObject({
      topic: 'Cracks in the dam',
      kind: 'claim',
      speakers: 'Union of Engineers',
      made: '2024-10-18',
      text: 'A crack runs through the northern wall.',
      relations: 'denies (in) varn-dam#no-crack',
      source_addresses: 'https://courier.example/dam',
      record: 'varn-dam#crack',
      pack: 'The Varn dam',
      pack_licence: 'CC-BY-4.0',
      page_address: 'https://news.example/dam',
      page_published: '2024-11-07',
    });
    expect(second).toMatchObject({ kind: 'denial', record: 'varn-dam#no-crack' });
  });

  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(toCsv(page([crack])).startsWith('\uFEFFtopic,kind,')).toBe(true);
  });

  it('keeps quotes, commas and line ends within a cell, and lets no cell begin a formula', () => {
    const [row] = readCsv(toCsv(page([hostile])).slice(1));
    expect(row?.text).toBe('He said "no", then\nleft; [here](javascript:alert) <b>gnp.exe');
    expect(row?.speakers).toBe(`'=HYPERLINK("http://x.example","Council")`);
    for (const start of ['=', '+', '-', '@', '＝', ' =', '\t=']) {
      const text = `${start}1+1`;
      const [one] = readCsv(
        toCsv(page([record({ key: 'varn-dam#f', text: words(text) })])).slice(1),
      );
      expect(one?.text, text).toBe(`'${text}`);
    }
  });

  it('writes figures as they were given', () => {
    const counted = record({
      key: 'varn-dam#n',
      figures: [
        { value: 12000, unit: 'soldiers', qualifier: 'about', label: 'about 12,000 soldiers' },
        { value: 0.5, unit: 'percent', qualifier: null, label: '0.5 percent' },
      ],
    });
    const [row] = readCsv(toCsv(page([counted])).slice(1));
    expect(row?.figures).toBe('about 12000 soldiers | 0.5 percent');
  });
});

describe('as JSON', () => {
  it('names its format and version, and has each record once with exact dates', () => {
    const shared = page([crack, noCrack]);
    const both = {
      ...shared,
      topics: [
        ...shared.topics,
        { topic: { key: 'varn-dam#money', name: 'Money' }, mentions: 1, records: [crack] },
      ],
      total: 5,
    };
    const file = JSON.parse(toJson(both));
    expect(file).toMatchObject({
      format: 'on-record/page-record',
      version: 1,
      exported: '2026-11-24',
      page: {
        title: 'The dam of Varn',
        address: 'https://news.example/dam',
        published: '2024-11-07',
        publishedFrom: 'meta',
      },
      filtered: { shown: 2, total: 5 },
    });
    expect(file.topics.map((one: { records: string[] }) => one.records)).toEqual([
      ['varn-dam#crack', 'varn-dam#no-crack'],
      ['varn-dam#crack'],
    ]);
    expect(file.records.map((one: { key: string }) => one.key)).toEqual([
      'varn-dam#crack',
      'varn-dam#no-crack',
    ]);
    expect(file.records[0]).toMatchObject({ made: '2024-10-18', kind: 'claim' });
    expect(file.records[0].sources[0]).toMatchObject({ published: '2024-10-24' });
  });

  it('keeps texts as the pack has them', () => {
    const file = JSON.parse(toJson(page([hostile])));
    expect(file.records[0].text.text).toBe(hostile.text.text);
  });
});
