/** Citations of records, in four forms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CitationForm, cite } from '../../../data/cite/cite';
import { cslDate } from '../../../data/cite/csl-date';
import { date, harbour, record, say, source } from './example';

const written = (form: CitationForm, of = record(), pack = harbour) => cite(form, of, pack, say);
const texts = (text: string) => ({ text, lang: 'en', translator: null });

describe('a citation', () => {
  it('is one line of plain text', () => {
    expect(written('plain')).toBe(
      'Port of Westhaven, 23 Oct 2024: The quay costs 12,000 crowns. ' +
        'As recorded in Harbour works (West Haven Desk), edition 3, harbour#cost. ' +
        'The Gazette, “Quay on time”, https://gazette.example/quay, 24 Oct 2024, accessed 2 Nov 2024',
    );
  });

  it('is Markdown with the title for a link', () => {
    expect(written('markdown')).toContain(
      'The Gazette, [“Quay on time”](<https://gazette.example/quay>), 24 Oct 2024',
    );
  });

  it('is BibTeX', () => {
    expect(written('bibtex')).toBe(`@misc{harbour-cost-gazette,
  year = {2024},
  month = {oct 24},
  note = {accessed 2 Nov 2024. Port of Westhaven, 23 Oct 2024: The quay costs 12,000 crowns. As recorded in Harbour works (West Haven Desk), edition 3, harbour\\#cost.},
  publisher = {The Gazette},
  title = {Quay on time},
  url = {https://gazette.example/quay},
}
`);
  });

  it('is CSL-JSON', () => {
    expect(JSON.parse(written('csl-json'))).toEqual([
      {
        id: 'harbour-cost-gazette',
        type: 'webpage',
        title: 'Quay on time',
        publisher: 'The Gazette',
        URL: 'https://gazette.example/quay',
        issued: { 'date-parts': [[2024, 10, 24]] },
        accessed: { 'date-parts': [[2024, 11, 2]] },
        language: 'en',
        note:
          'Port of Westhaven, 23 Oct 2024: The quay costs 12,000 crowns. ' +
          'As recorded in Harbour works (West Haven Desk), edition 3, harbour#cost.',
      },
    ]);
  });

  it('names every source, and where one stands in print', () => {
    const minutes = source({
      key: 'harbour#minutes',
      publisher: 'Council',
      title: null,
      url: null,
      print: 'Minutes, p. 4',
      retrieved: null,
    });
    const two = record({ sources: [source({ archive: 'https://archive.example/1' }), minutes] });
    expect(written('plain', two)).toContain(
      'archived at https://archive.example/1; Council, 24 Oct 2024, Minutes, p. 4',
    );
    expect(written('bibtex', two).match(/^@misc\{/gm)).toHaveLength(2);
  });

  it('says that a record was withdrawn, and that nobody knows when it was made', () => {
    const gone = record({
      speakers: [],
      made: null,
      sources: [],
      withdrawn: { date: date('2024-12'), reason: 'The paper took it back.' },
    });
    expect(written('plain', gone)).toBe(
      `Claim, undated: The quay costs 12,000 crowns. Withdrawn by its publisher, Dec 2024: The paper took it back. ${'As recorded in Harbour works (West Haven Desk), edition 3, harbour#cost.'}`,
    );
    expect(JSON.parse(written('csl-json', gone))).toMatchObject([{ type: 'document' }]);
  });
});

describe('the date of a citation', () => {
  it('is when it was said, and of an event alone when it happened', () => {
    const undated = { made: null, when: date('2024-10-20') };
    expect(written('plain', record(undated))).toMatch(/^Port of Westhaven, undated: /);
    expect(written('plain', record({ ...undated, kind: 'event' }))).toMatch(
      /^Port of Westhaven, 20 Oct 2024: /,
    );
  });

  it('is as exact as it was given, never more', () => {
    expect(cslDate(date('2024'))).toEqual({ 'date-parts': [[2024]] });
    expect(cslDate(date('2024-10~'))).toEqual({ 'date-parts': [[2024, 10]], circa: true });
    expect(cslDate(date('2024-10-21/2024-11'))).toEqual({
      'date-parts': [
        [2024, 10, 21],
        [2024, 11],
      ],
    });
    expect(cslDate(date('2022/..'))).toEqual({ literal: 'since 2022' });
  });

  it('stands in the note of BibTeX where a year or day would say more than is known', () => {
    const of = (edtf: string) =>
      written('bibtex', record({ sources: [source({ published: date(edtf) })] }));
    expect(of('2024-10~')).toMatch(/year = \{2024\},\n {2}note = \{about Oct 2024\. /);
    expect(of('2022/..')).toMatch(/\{[^=]*\n {2}note = \{since 2022\. /);
    expect(of('2023-12/2024-01')).not.toContain('year');
  });
});

describe('a citation of what means harm', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          ...'{}\\"%#&$_~^<>[]()!*`|@,\n\r\u202e\u2066',
          'https://evil.example',
          '<i>',
          '</i>',
          '<span class="nocase">',
          'A',
          ' and ',
          '}\n@misc{x,',
          '](javascript:alert(1))',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );
  const spoilt = fc.tuple(hostile, hostile, hostile, hostile).map(([a, b, c, d]) => ({
    record: record({
      speakers: [a],
      text: texts(b),
      sources: [
        source({ publisher: c, title: d, url: `https://gazette.example/?${encodeURI('x{}')}{}\\` }),
      ],
    }),
    pack: { ...harbour, name: a, publisher: d, edition: c },
  }));

  it('stays on one line and turns nothing around', () => {
    fc.assert(
      fc.property(spoilt, ({ record: of, pack }) => {
        for (const form of ['plain', 'markdown'] as const) {
          expect(written(form, of, pack)).not.toMatch(
            /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u,
          );
        }
      }),
    );
  });

  it('has braces in pairs in BibTeX, and one entry a source', () => {
    fc.assert(
      fc.property(spoilt, ({ record: of, pack }) => {
        const entry = written('bibtex', of, pack);
        let depth = 0;
        let entries = 0;
        for (const char of entry) {
          if (char === '@' && depth === 0) entries++;
          if (char === '{') depth++;
          if (char === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect({ depth, entries }).toEqual({ depth: 0, entries: 1 });
        // Every line is the entry's first or last, or one whole field.
        for (const line of entry.trimEnd().split('\n')) {
          expect(line).toMatch(/^(?:@misc\{[A-Za-z0-9-]*,| {2}\w+ = \{.*\},|\})$/u);
        }
      }),
    );
  });

  it('has one link in Markdown, which is its source', () => {
    fc.assert(
      fc.property(spoilt, ({ record: of, pack }) => {
        const text = written('markdown', of, pack);
        // What is escaped means itself; what is left of "](" are links.
        const live = text.replace(/\\[!-/:-@[-`{-~]/g, '.');
        expect(live.match(/\]\(/g) ?? []).toHaveLength(1);
        expect(live).toContain('](<https://gazette.example/?');
        const around = live.replace(/\[[^\]]*\]\(<[^>]*>\)/, '');
        expect(around).not.toMatch(/[[\]<>`*_|]|:\/\/|^[#+=-]/);
      }),
    );
  });

  it('keeps the letters of all scripts, in BibTeX too', () => {
    const entry = written('bibtex', record({ sources: [source({ title: '북한군 и КНДР' })] }));
    expect(entry).toContain('북한군 и КНДР');
  });
});
