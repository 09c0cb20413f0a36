import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { findMentions, openMentions } from '../../../data/mentions/matcher';
import type { Rule, Term } from '../../../data/model';
import { type OracleRule, type OracleWord, oracleMentions } from './oracle';

/** Words of several scripts, each with spellings that are the same word. The first is the term's. */
const VOCABULARY: readonly (readonly string[])[] = [
  ['karo', 'KARO', 'ka\u00adro', 'ka\u0301ro', 'ka\u200bro'],
  ['Straße', 'strasse', 'STRASSE'],
  ['ёлка', 'Елка', 'е\u0308лка'],
  ['йод', 'Йод', 'и\u0306од'],
  ['군대', '군대'.normalize('NFD')],
  ['北', '北'],
  ['قوات', 'قَوَّات', 'قـوات'],
  ['12000', '12,000', '12.000', '12 тыс', '١٢٠٠٠'],
  ["п'ять", 'п’ять', 'Пʼять'],
  ['ﬁgaro', 'figaro', 'Ｆigaro'],
];

/** How a word may follow another: what stands between, whether a term goes on, whether a sentence ends. */
const SEPARATORS = [
  { text: ' ', joined: true, ends: false },
  { text: '\u00a0', joined: true, ends: false },
  { text: '-', joined: true, ends: false },
  { text: ' “', joined: true, ends: false },
  { text: ', ', joined: false, ends: false },
  { text: ' – ', joined: false, ends: false },
  { text: '。', joined: false, ends: true },
  { text: '\n\n', joined: false, ends: true },
] as const;

/** Mostly the same few words, so that rules and texts meet. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.nat(2) },
  { weight: 1, arbitrary: fc.nat(VOCABULARY.length - 1) },
);

const text = fc
  .array(
    fc.record({
      word,
      spelling: fc.nat(9),
      separator: fc.oneof(
        { weight: 5, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.nat(SEPARATORS.length - 1) },
      ),
    }),
    { minLength: 5, maxLength: 10 },
  )
  .map((items) => {
    let written = '';
    let sentence = 0;
    const words: OracleWord[] = [];
    const spans: [number, number][] = [];
    items.forEach(({ word, spelling, separator }, i) => {
      const between = SEPARATORS[separator] ?? SEPARATORS[0];
      if (i > 0) {
        written += between.text;
        if (between.ends) sentence++;
      }
      const spellings = VOCABULARY[word] ?? [''];
      const surface = spellings[spelling % spellings.length] ?? '';
      words.push({ word, joined: i > 0 && between.joined, sentence });
      spans.push([written.length, written.length + surface.length]);
      written += surface;
    });
    return { written, words, spans };
  });

const list = fc
  .array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((surfaces): OracleRule => ({ list: surfaces }));

const seldom = (rule: fc.Arbitrary<OracleRule>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: rule.map((one) => [one]) },
  );

const { combined } = fc.letrec<{ rule: OracleRule; combined: OracleRule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 3, withCrossShrink: true }, list, tie('combined')),
  combined: fc.record({
    op: fc.constantFrom('any' as const, 'all' as const, 'near' as const),
    parts: fc.array(tie('rule'), { minLength: 2, maxLength: 3 }),
    not: seldom(tie('rule')),
    given: seldom(tie('rule')),
    paragraph: fc.boolean(),
    distance: fc.nat(4),
    ordered: fc.boolean(),
  }),
}));

/** The rule as an author would write it; each list gets a name. */
function authored(oracle: OracleRule, terms: Record<string, Term[]>): Rule {
  if ('list' in oracle) {
    const name = `list-${Object.keys(terms).length}`;
    terms[name] = oracle.list.map((surface) => ({
      text: surface.map((word) => VOCABULARY[word]?.[0]).join(' '),
      forms: 'exact',
    }));
    return `$${name}`;
  }
  const write = (rules: readonly OracleRule[]) => rules.map((part) => authored(part, terms));
  return {
    [oracle.op]: write(oracle.parts),
    ...(oracle.not.length > 0 && { not: write(oracle.not) }),
    ...(oracle.given.length > 0 && { given: write(oracle.given) }),
    ...(oracle.op === 'near' && { distance: oracle.distance, ordered: oracle.ordered }),
    within: oracle.paragraph ? 'paragraph' : 'sentence',
  };
}

/** An `any` of lists only is one list; the oracle is told so, since §4 says it. */
function flattened(oracle: OracleRule): OracleRule {
  if ('list' in oracle) return oracle;
  const parts = oracle.parts.map(flattened);
  const lists = parts.flatMap((part) => ('list' in part ? [part.list] : []));
  const plain = oracle.not.length === 0 && oracle.given.length === 0;
  if (oracle.op === 'any' && plain && lists.length === parts.length) return { list: lists.flat() };
  return {
    ...oracle,
    parts,
    not: oracle.not.map(flattened),
    given: oracle.given.map(flattened),
  };
}

function compiled(oracle: OracleRule): ArrayBuffer {
  const terms: Record<string, Term[]> = {};
  const mention = authored(oracle, terms);
  return compileMentions({ language: 'en', terms, topics: [{ id: 'topic', mention }] });
}

/** ON_RECORD_RUNS=100000 for the nightly form. */
const RUNS = Number(process.env.ON_RECORD_RUNS ?? 3000);

test('the engine finds what trying every combination finds', { timeout: 0 }, () => {
  fc.assert(
    fc.property(combined, fc.array(text, { minLength: 1, maxLength: 4 }), (oracle, texts) => {
      const matcher = openMentions(compiled(oracle));
      for (const { written, words, spans } of texts) {
        const expected = oracleMentions(flattened(oracle), words).map((parts) =>
          parts.map(([first, last]) => [spans[first]?.[0], spans[last]?.[1]]),
        );
        expect(findMentions(matcher, written).map(({ parts }) => parts)).toEqual(expected);
      }
    }),
    { numRuns: RUNS },
  );
});

test('several packs at once find what each finds by itself', { timeout: 0 }, () => {
  const packs = fc.array(fc.oneof(list, combined), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(packs, fc.array(text, { minLength: 1, maxLength: 3 }), (oracles, texts) => {
      const indexes = oracles.map(compiled);
      const together = openMentions(...indexes);
      for (const { written } of texts) {
        const found = findMentions(together, written);
        indexes.forEach((index, segment) => {
          const alone = findMentions(openMentions(index), written);
          const own = found.filter((mention) => mention.segment === segment);
          expect(own.map(({ parts }) => parts)).toEqual(alone.map(({ parts }) => parts));
        });
      }
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});
