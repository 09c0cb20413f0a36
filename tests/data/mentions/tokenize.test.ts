import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../data/mentions/fold';
import { foldWords, readWords } from '../../../data/mentions/tokenize';
import { COUNTS, DOTTED, JOINED } from '../../../data/mentions/words';
import { plainWords } from './plain-words';

const words = (text: string) => foldWords(text).map(({ word }) => word);
const surfaces = (text: string) => foldWords(text).map(({ start, end }) => text.slice(start, end));

test('words end at spaces, hyphens and punctuation', () => {
  expect(words('North-Karovian troops, (again).')).toEqual([
    'north',
    'karovian',
    'troops',
    'again',
  ]);
});

test('apostrophes are inside a word, quotation marks are not', () => {
  expect(words("'Karovia’s п'ять O'Brien'")).toEqual(["karovia's", "п'ять", "o'brien"]);
});

test('French elisions are words of their own', () => {
  expect(words('l’Otan et d’État, jusqu’ici; aujourd’hui')).toEqual([
    'l',
    'otan',
    'et',
    'd',
    'etat',
    'jusqu',
    'ici',
    "aujourd'hui",
  ]);
});

test('dotted abbreviations are one word, with their last stop or without', () => {
  expect(words('The U.S. and the U.S forces, т.е. us')).toEqual([
    'the',
    'u.s.',
    'and',
    'the',
    'u.s.',
    'forces',
    'т.е.',
    'us',
  ]);
});

test('an initial is no dotted abbreviation', () => {
  expect(words('N. Karovia, M.Rutte')).toEqual(['n', 'karovia', 'm', 'rutte']);
});

test('scripts without spaces give a word a character, marks included', () => {
  expect(words('在北部军队')).toEqual(['在', '北', '部', '军', '队']);
  expect(words('กำลัง')).toHaveLength(4);
});

test('Katakana and Hangul are words apart from what they touch', () => {
  expect(words('ロシア軍とNATO가 北병력')).toEqual([
    'ロシア',
    '軍',
    'と',
    'nato',
    '가',
    '北',
    '병력',
  ]);
});

test('a word with a surrogate pair keeps its exact place', () => {
  expect(surfaces('😀 𝐊arovia 𠀀x')).toEqual(['𝐊arovia', '𠀀', 'x']);
});

test('transparent characters at the end of a word are not part of it', () => {
  expect(surfaces('\u202aKarovia\u202c next')).toEqual(['Karovia', 'next']);
});

test('numbers are one word, by their value', () => {
  expect(words('12,000 3.5 million 1만2천여 명')).toEqual(['12000', '3500000', '12000', '명']);
});

test('letters and digits together are a word', () => {
  expect(words('the 11th Corps, T-62 and F16s')).toEqual([
    'the',
    '11th',
    'corps',
    't',
    '62',
    'and',
    'f16s',
  ]);
});

test.each([
  "a'",
  "d'",
  'a.',
  '1,000',
  '1. ',
  '. ',
  '1만',
  '\u0301',
  'a\u200b',
  '12 тыс ',
  '\ud83d',
])('a hundred thousand times %j is read in one go', (piece) => {
  expect(readWords(piece.repeat(100_000)).count).toBeLessThanOrEqual(200_000);
});

/** Pieces that meet in all the ways that make a tokenizer take a second look. */
const PIECE = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'a',
      'troops',
      'Rutte',
      'don',
      'jusqu',
      'l',
      'd',
      'Курск',
      'тыс',
      'октября',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(' ', ' ', ' ', ' ', '. ', ', ', '-', ' – ', '\n', '\n\n', '\u00a0'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '12',
      '000',
      '1',
      '2024',
      '3.5',
      '12,000',
      '٣',
      ' million',
      ' k',
      'k',
      'th',
      ' May',
      ' de ',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "'",
      '’',
      '.',
      'U.S.',
      'т.е',
      'J.',
      '…',
      '!',
      '"',
      '”',
      '(',
      ')',
      ':',
      '[1]',
      '/',
      '&',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '만',
      '천여',
      '북한',
      '명',
      '年',
      '月',
      '北',
      '軍',
      'ロシア',
      'の',
      '。',
      'ไทย',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '\u0301',
      '\u00ad',
      '\u200b',
      '\u200d',
      '\u0640',
      '\ud83d',
      '😀',
      '𝐊',
      '𠀀',
      'ﬁ',
      'İ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);

test('words, sentences and numbers are those that reading without shortcuts gives', () => {
  const kept = JOINED | DOTTED | COUNTS;
  fc.assert(
    fc.property(fc.array(PIECE, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      const read = readWords(text);
      const words = Array.from({ length: read.count }, (_, i) => ({
        start: read.starts[i],
        end: read.ends[i],
        sentence: read.sentences[i],
        flags: (read.flags[i] ?? 0) & kept,
        value: read.values[i],
      }));
      expect(words, JSON.stringify(text)).toEqual(plainWords(text));
    }),
    { numRuns: Number(process.env.ON_RECORD_RUNS ?? 5000) },
  );
});

test('whatever the text, words are in order, within it, and slice to what they fold from', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const spiced = fc
    .array(
      fc.oneof(
        text,
        fc.constantFrom(
          "d'",
          'U.S',
          '.',
          '12,0',
          '0٣',
          '1만',
          ' тыс',
          '\u0301',
          '\u200b',
          '\ud83d',
          '-',
        ),
      ),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(spiced, (written) => {
      const { count, starts, ends, values, sentences } = readWords(written);
      const found = foldWords(written);
      for (let i = 0; i < count; i++) {
        const [start, end] = [starts[i] ?? -1, ends[i] ?? -1];
        expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : (ends[i - 1] ?? 0));
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(written.length);
        expect(sentences[i]).toBeGreaterThanOrEqual(sentences[i - 1] ?? 0);
        if (Number.isNaN(values[i])) {
          expect(found[i]?.word.replace(/\.$/, '')).toBe(
            fold(written.slice(start, end)).replace(/\.$/, ''),
          );
        }
      }
    }),
    { numRuns: 2000 },
  );
});
