/** Finding quotations in the text of pages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../data/quote/find';

const quote = (exact: string, prefix: string | null = null, suffix: string | null = null) => ({
  exact,
  prefix,
  suffix,
});

const blocksOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({ id: 10 + index, text }));

/** What of each block that the quotation is found in; none where it is not. */
function foundIn(texts: readonly string[], ...of: Parameters<typeof quote>): string[] {
  const [place] = findQuotes(blocksOf(texts), [quote(...of)]);
  return (place?.parts ?? []).map(
    ({ block, start, end }) => texts[block - 10]?.slice(start, end) ?? '',
  );
}

/** The same of one that stands in a single block; null where it is not found. */
function found(...asked: Parameters<typeof foundIn>): string | null {
  const [part, ...others] = foundIn(...asked);
  expect(others).toEqual([]);
  return part ?? null;
}

const PAGE = [
  'Lorries in the old town',
  'The hauliers’ association said that at least two thousand lorries a day — “far too many” — now cross the old town.',
  'The city counted nine hundred.',
];

describe('a quotation in a page', () => {
  it('is found with its block, in UTF-16 units', () => {
    const [place] = findQuotes(
      [{ id: 7, text: '🚚 The bridge was shut on Friday.' }],
      [quote('the bridge was shut')],
    );
    expect(place).toEqual({ quote: 0, parts: [{ block: 7, start: 3, end: 22 }], fit: 1 });
  });

  it('is found whatever the kinds of dashes, quotation marks, spaces and letters', () => {
    expect(found(PAGE, 'a day - "far too many" - now')).toBe('a day — “far too many” — now');
    expect(found(['two\u00a0 thou\u00adsand\n lorries'], 'TWO thousand LORRIES')).toBe(
      'two\u00a0 thou\u00adsand\n lorries',
    );
    expect(found(['the cafe\u0301, shut'], 'the café')).toBe('the cafe\u0301');
    expect(found(['the ﬁrst ｏｆｆｉｃｅ of all'], 'first office')).toBe('ﬁrst ｏｆｆｉｃｅ');
    expect(found(['قَالَ الوَزِير أَمس'], 'قال الوزير')).toBe('قَالَ الوَزِير');
  });

  it('is found with a word or two edited, and not where it says something else', () => {
    const seen = 'at least two thousand lorries cross the bridge each day';
    expect(
      found([`He said ${seen}.`], 'at least two thousand lorry cross the bridge each day'),
    ).toBe(seen);
    expect(found(['She saw at most nine hundred cars near the old town hall.'], seen)).toBeNull();
    expect(found(['The city counted six hundred.'], 'counted nine hundred')).toBeNull();
  });

  it('is found where the words around it are those that are quoted', () => {
    const texts = ['The mayor said no to it.', 'The port said no to that.'];
    const [place] = findQuotes(
      texts.map((text, id) => ({ id, text })),
      [quote('said no', 'The port')],
    );
    expect(place).toMatchObject({ parts: [{ block: 1, start: 9, end: 16 }], fit: 1 });
  });

  it('is not found by a few words among other words', () => {
    expect(found(['The mayor said no to it.'], 'said no', 'the council of hauliers')).toBeNull();
    expect(found(['Said no, again.'], 'said no', 'the council of hauliers')).toBe('Said no');
  });

  it('is found by many words among other words: pages are edited', () => {
    expect(found(PAGE, 'at least two thousand lorries a day', 'hauliers had claimed in May:')).toBe(
      'at least two thousand lorries a day',
    );
  });

  it('is the better of two places, and the first of two as good', () => {
    const texts = [
      'nine hundred lorrys a day',
      'nine hundred lorries a day',
      'nine hundred lorries a day',
    ];
    expect(
      findQuotes(
        texts.map((text, id) => ({ id, text })),
        [quote(texts[1] ?? '')],
      ),
    ).toEqual([{ quote: 0, parts: [{ block: 1, start: 0, end: 26 }], fit: 1 }]);
  });

  it('is not found inside other words, where words are set apart by spaces', () => {
    expect(found(['A preart movement'], 'art move')).toBeNull();
    expect(found(['북한군은 이미 러시아에'], '북한군')).toBe('북한군');
    expect(found(['兵士はロシアに一万二千人いる'], '一万二千人')).toBe('一万二千人');
    expect(found(['他说：不。'], '不')).toBe('不');
  });

  it('is found in each of the blocks that it runs over', () => {
    const speech = ['He said: “The bridge', 'was shut on Friday.', '', 'Nobody', 'knew”, he said.'];
    expect(foundIn(speech, 'the bridge was shut on Friday. Nobody knew')).toEqual([
      'The bridge',
      'was shut on Friday.',
      'Nobody',
      'knew',
    ]);
    expect(foundIn(speech, 'Friday. Nobody')).toEqual(['Friday.', 'Nobody']);
    // One letter in twelve may be another there too.
    expect(foundIn(speech, 'The bridges was shut in Friday')).toEqual([
      'The bridge',
      'was shut on Friday',
    ]);
  });

  it('runs over blocks with a space between them, and without one where none is written', () => {
    expect(foundIn(['The brid', 'ge was shut'], 'bridge was')).toEqual([]);
    expect(foundIn(['兵士はロシアに', '一万二千人いる'], 'ロシアに一万二千人')).toEqual([
      'ロシアに',
      '一万二千人',
    ]);
    expect(foundIn(['북한군은 이미', '러시아에 있다'], '이미 러시아에')).toEqual([
      '이미',
      '러시아에',
    ]);
  });

  it('is compared with the words around it in its first block and its last', () => {
    const split = ['The port said', 'no to that. Lamps', 'came next.'];
    expect(foundIn(split, 'said no', 'The port', 'to that')).toEqual(['said', 'no']);
    expect(foundIn(split, 'said no', 'the mayor', 'and nothing else')).toEqual([]);
    // A caption above says nothing about the passage below it.
    expect(foundIn(['A ferry at night', 'Said no, again.'], 'said no', 'the council')).toEqual([
      'Said no',
    ]);
  });

  it('is not looked for without a word in it', () => {
    expect(findQuotes([{ id: 0, text: '… “” …' }], [quote('…'), quote('')])).toEqual([]);
    expect(findQuotes([], [quote('shut')])).toEqual([]);
  });

  it('is looked for in a page made of it over and over, for so long and no longer', () => {
    // Without its budget each of these compares some billion letters.
    const text = 'abcdefgh ijklmnop qrstuvwx '.repeat(4000);
    const near = quote('abcdefgh ijklmxop qrstuvwx abcdefgh ijklmxop', 'xyz xyz', 'q'.repeat(60));
    const blocks = [
      { id: 0, text },
      { id: 1, text: 'a '.repeat(50_000) },
    ];
    const quotes = Array.from({ length: 40 }, (_, index) =>
      index % 2 ? near : quote('a', 'b', 'c'),
    );
    for (const { start, end, block } of findQuotes(blocks, quotes).flatMap(({ parts }) => parts)) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(blocks[block]?.text.length ?? 0);
    }
  });
});

describe('held against a plain search', () => {
  const word = fc.constantFrom(
    'bridge',
    'Lorry',
    'shut',
    'the',
    'of',
    'hafen',
    'мост',
    '다리',
    '橋',
    '🚚',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));

  it('finds what is taken from the text, where indexOf finds it or as good a place before', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 8 }), (page, from, count) => {
        const words = page.split(' ');
        const begin = from % words.length;
        const exact = words.slice(begin, begin + count + 1).join(' ');
        fc.pre(/[\p{L}\p{N}]/u.test(exact));
        const [place] = findQuotes([{ id: 0, text: page }], [quote(exact)]);
        const first = page
          .toLowerCase()
          .search(new RegExp(`(?<![a-z])${exact.toLowerCase()}(?![a-z])`, 'u'));
        expect(place).toMatchObject({
          parts: [{ start: first, end: first + exact.length }],
          fit: 1,
        });
      }),
    );
  });

  /** Levenshtein's distance by its textbook table. */
  function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 0; i < a.length; i++) {
      const next = [i + 1];
      for (let j = 0; j < b.length; j++) {
        next.push(
          Math.min(
            (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
            (row[j + 1] ?? 0) + 1,
            (next[j] ?? 0) + 1,
          ),
        );
      }
      row = next;
    }
    return row[b.length] ?? 0;
  }

  it('finds what is changed in so few letters as it says, and nothing that is changed in more', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc '), minLength: 24, maxLength: 72 });
    const others = fc.string({ unit: fc.constantFrom(...'def '), maxLength: 72 });
    const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('add', 'cut', 'swap') });
    const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(letters, fc.array(edit, { maxLength: 7 }), others, (raw, edits, around) => {
        const exact = oneSpace(raw);
        const changed = oneSpace(
          edits.reduce((text, { at, kind }) => {
            const place = at % text.length;
            const tail = text.slice(kind === 'add' ? place : place + 1);
            return `${text.slice(0, place)}${kind === 'cut' ? '' : 'z'}${tail}`;
          }, exact),
        );
        const page = oneSpace(`- ${around} - ${changed} - ${around} -`);
        const [place] = findQuotes([{ id: 0, text: page }], [quote(exact)]);
        const maxErrors = Math.floor(exact.length / 12);
        if (distance(changed, exact) <= maxErrors) expect(place).toBeDefined();
        const [part] = place?.parts ?? [];
        if (!part) return;
        const spot = page.slice(part.start, part.end);
        expect(distance(spot, exact)).toBeLessThanOrEqual(maxErrors);
      }),
    );
  });

  it('finds what is taken from several blocks as the pieces that it was cut into', () => {
    // Each letter once: a piece stands in one place only.
    const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
    const page = fc
      .tuple(fc.shuffledSubarray(letters, { minLength: 20 }), fc.array(fc.nat(), { maxLength: 6 }))
      .map(([units, cuts]) => {
        const at = [...new Set(cuts.map((cut) => cut % units.length))].sort((a, b) => a - b);
        const edges = [0, ...at.filter((cut) => cut > 0), units.length];
        return edges.slice(1).map((end, i) => units.slice(edges[i], end).join(' '));
      });
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), (texts, first, length) => {
        const words = texts.join(' ').split(' ');
        const from = first % (words.length - 8);
        const until = Math.min(words.length, from + 8 + (length % 12));
        const exact = words.slice(from, until).join(' ');
        let passed = 0;
        const expected = texts.flatMap((text) => {
          const own = text.split(' ');
          const inside = own.slice(Math.max(0, from - passed), Math.max(0, until - passed));
          passed += own.length;
          return inside.length > 0 ? [inside.join(' ')] : [];
        });
        expect(foundIn(texts, exact)).toEqual(expected);
      }),
    );
  });

  it('answers with places of the blocks, whatever they hold', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), any, any, (texts, exact, prefix) => {
        const blocks = texts.map((one, id) => ({ id, text: one }));
        for (const { parts, fit } of findQuotes(blocks, [quote(exact, prefix)])) {
          expect(parts.length).toBeGreaterThan(0);
          for (const { block, start, end } of parts) {
            const there = texts[block] ?? '';
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(there.length);
          }
          expect(fit).toBeGreaterThan(0);
          expect(fit).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
