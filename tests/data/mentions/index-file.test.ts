import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { MentionIndexError } from '../../../data/mentions/format';
import { findMentions, openMentions } from '../../../data/mentions/matcher';

const pack = {
  language: 'en',
  terms: { venn: ['Venn {region|oblast|}'], troops: ['#100+ {troops|soldiers}', 'Braskan*'] },
  topics: [
    { id: 'a', mention: { all: ['$venn', '$troops'] } },
    { id: 'b', mention: '$venn' },
    { id: 'empty' },
  ],
};

test('equal packs give equal bytes', () => {
  const bytes = new Uint8Array(compileMentions(pack));
  expect(new Uint8Array(compileMentions(structuredClone(pack)))).toEqual(bytes);
});

test('an index opened from a copy of its bytes finds the same', () => {
  const copy = structuredClone(compileMentions(pack));
  const text = 'Some 500 troops are in the Venn region.';
  expect(findMentions(openMentions(copy), text)).toEqual([
    {
      segment: 0,
      topic: 'a',
      parts: [
        [5, 15],
        [27, 38],
      ],
    },
    { segment: 0, topic: 'b', parts: [[27, 38]] },
  ]);
});

test('whatever byte is damaged, the index is refused', () => {
  const index = compileMentions(pack);
  fc.assert(
    fc.property(fc.nat(index.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = index.slice(0);
      const bytes = new Uint8Array(damaged);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(() => openMentions(damaged)).toThrow(MentionIndexError);
    }),
    { numRuns: 2000 },
  );
});

test('cut short, empty, or something else: refused', () => {
  const index = compileMentions(pack);
  for (const length of [0, 8, 64, index.byteLength - 8, index.byteLength - 1]) {
    expect(() => openMentions(index.slice(0, length))).toThrow(MentionIndexError);
  }
  expect(() => openMentions(new ArrayBuffer(index.byteLength))).toThrow('not a mention index');
});

test('an index of another version says so', () => {
  const index = compileMentions(pack);
  new Int32Array(index)[1] = 99;
  expect(() => openMentions(index)).toThrow('version 99');
});

test('a pack without topics finds nothing', () => {
  const index = compileMentions({ language: 'en', terms: {}, topics: [] });
  expect(findMentions(openMentions(index), 'Anything at all.')).toEqual([]);
});
