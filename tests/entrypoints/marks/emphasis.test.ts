import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, marksOf } from '../../../entrypoints/marks/emphasis';
import type { Mention } from '../../../entrypoints/reader/contract';

const none: ReadonlySet<Mention> = new Set();

/** A mention of a topic; a topic with a capital has a denial on record. */
function mention(name: string, ...parts: [number, number][]): Mention {
  const block = { text: ' '.repeat(200), pieces: [], starts: [], mentions: [] };
  const denial = name === name.toUpperCase() ? 1 : 0;
  const counts = { claim: 1, denial, statement: 0, event: 0 };
  return { block, parts, topic: { key: `test#${name}`, name, counts }, quotedBy: null };
}

const shown = (marks: readonly Mark[]) =>
  marks.map(({ start, end, style }) => `${start}-${end} ${style}`);

test('a topic with a denial on record has a mark of its own', () => {
  expect(shown(marksOf([mention('a', [0, 5]), mention('B', [10, 15])], none))).toEqual([
    '0-5 rest',
    '10-15 denial',
  ]);
});

test('a topic gets one full mark a paragraph; repeats are faint', () => {
  const marks = marksOf(
    [mention('a', [20, 25]), mention('a', [0, 5]), mention('B', [10, 15]), mention('B', [30, 35])],
    none,
  );
  expect(shown(marks)).toEqual(['0-5 rest', '10-15 denial', '20-25 faint', '30-35 faint']);
});

test('in a paragraph of more than four topics only those with a denial keep the full mark', () => {
  const topics = ['a', 'b', 'c', 'D'].map((name, i) => mention(name, [i * 10, i * 10 + 5]));
  expect(shown(marksOf(topics, none)).slice(0, 1)).toEqual(['0-5 rest']);
  expect(shown(marksOf([...topics, mention('e', [40, 45])], none))).toEqual([
    '0-5 faint',
    '10-15 faint',
    '20-25 faint',
    '30-35 denial',
    '40-45 faint',
  ]);
});

test('the parts of a mention are marked, not what lies between', () => {
  expect(shown(marksOf([mention('a', [0, 5], [20, 25])], none))).toEqual([
    '0-5 rest',
    '20-25 rest',
  ]);
});

test('what is hovered is lit over whatever it overlaps', () => {
  const lit = mention('a', [0, 10]);
  const marks = marksOf([lit, mention('B', [5, 20])], new Set([lit]));
  expect(shown(marks)).toEqual(['0-10 active', '10-20 denial']);
});

test('marks never overlap, and every unit has the strongest mark laid on it', () => {
  const order = ['faint', 'rest', 'denial', 'active', 'active-denial'];
  const part = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]): [number, number] => [start, start + length]);
  const mentions = fc.array(
    fc.record({ name: fc.constantFrom('a', 'b', 'C', 'D', 'e', 'f'), part, lit: fc.boolean() }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(mentions, (drawn) => {
      const all = drawn.map((one) => mention(one.name, one.part));
      const active = new Set(all.filter((_, i) => drawn[i]?.lit));
      const marks = marksOf(all, active);
      // Each mention's own style, as it would be marked if nothing overlapped it.
      const apart = all
        .toSorted((a, b) => (a.parts[0]?.[0] ?? 0) - (b.parts[0]?.[0] ?? 0))
        .map((one, i) => ({
          ...one,
          range: one.parts[0] ?? [0, 0],
          parts: [[i * 100, i * 100 + 1]] as const,
          source: one,
        }));
      const lit = new Set<Mention>(apart.filter(({ source }) => active.has(source)));
      const styles = marksOf(apart, lit).map(({ style }) => style);
      for (let at = 0; at < 90; at++) {
        const laid = apart
          .map(({ range }, i) => (range[0] <= at && at < range[1] ? (styles[i] ?? '') : ''))
          .filter(Boolean)
          .sort((a, b) => order.indexOf(b) - order.indexOf(a));
        const painted = marks.filter(({ start, end }) => start <= at && at < end);
        expect(painted.map(({ style }) => style)).toEqual(laid.slice(0, 1));
      }
    }),
  );
});

test('who wants every mark in full gets no faint one', () => {
  const topics = ['a', 'b', 'c', 'D', 'e', 'a'].map((name, i) =>
    mention(name, [i * 10, i * 10 + 5]),
  );
  const styles = marksOf(topics, none, 'full').map(({ style }) => style);
  expect(styles).toEqual(['rest', 'rest', 'rest', 'denial', 'rest', 'rest']);
});
