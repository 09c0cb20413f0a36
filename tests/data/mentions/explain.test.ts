import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileMentions, type MentionSource } from '../../../data/mentions/compile';
import { explainMentions, type Proof } from '../../../data/mentions/explain';
import { fold } from '../../../data/mentions/fold';
import { findMentions, type Mention, openMentions } from '../../../data/mentions/matcher';
import { type NearMiss, nearest, nearMisses } from '../../../data/mentions/near-miss';
import { openTrace } from '../../../data/mentions/trace';
import type { Rule, Term } from '../../../data/model';

/** Terms as authors write them: alternatives, languages, forms, figures, prefixes, lists in lists. */
const TERMS: Readonly<Record<string, readonly Term[]>> = {
  soldiers: ['soldier', '{guard|troop}', { text: 'войско', lang: 'ru' }],
  brasko: ['Brasko', 'Braskan', { text: 'Браско', lang: 'ru' }, { text: 'BR', case: true }],
  'brasko-soldiers': ['Braskan {soldier|guard}', 'Braskan'],
  figures: ['#100+', '# thousand men'],
  sent: ['sen{t|d}', 'deploy*', { text: 'march', forms: 'exact' }],
  who: ['$brasko', '$soldiers'],
};

const WORDS = [
  ...['soldiers', "soldier's", 'Guard', 'troops', 'войсками', 'Brasko', 'Braskan', 'Браско', 'BR'],
  ...[
    'br',
    '300',
    '12,000',
    '3',
    '2024',
    'sent',
    'deploying',
    'deployed',
    'march',
    'marches',
    'of',
  ],
  ...['the', 'men', 'thousand'],
];
const SEPARATORS = [' ', ' ', ' ', ' ', '-', ', ', '. The ', '! ', ' – ', '\u00a0'];

const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SEPARATORS)), {
    minLength: 4,
    maxLength: 14,
  })
  .map((items) => items.map(([word, separator]) => word + separator).join(''));

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom(...Object.keys(TERMS).map((name) => `$${name}`)),
  fc.constantFrom<Term>('the', 'of', 'deploy*', '#', { text: 'войско', lang: 'ru' }),
);

const seldom = (rule: fc.Arbitrary<Rule>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: rule.map((one) => [one]) },
  );

const { rule } = fc.letrec<{ rule: Rule }>((tie) => {
  const parts = (least: number) => fc.array(tie('rule'), { minLength: least, maxLength: 3 });
  const common = {
    not: seldom(tie('rule')),
    given: seldom(tie('rule')),
    within: fc.constantFrom('sentence' as const, 'paragraph' as const, undefined),
  };
  return {
    rule: fc.oneof(
      { maxDepth: 3 },
      leaf,
      parts(1),
      fc.record({ any: parts(1), ...common }),
      fc.record({ all: parts(1), ...common }),
      fc.record({
        near: parts(2),
        ...common,
        distance: fc.constantFrom(undefined, 0, 1, 2, 4),
        ordered: fc.boolean(),
      }),
    ),
  };
});

const packOf = (...rules: readonly Rule[]): MentionSource => ({
  language: 'en',
  terms: TERMS,
  topics: rules.map((mention, i) => ({ id: `topic-${i}`, mention })),
});

const leaves = (proof: Proof): Proof[] =>
  proof.rule.op === 'list' ? [proof] : proof.parts.flatMap(leaves);

/** Nightly: ON_RECORD_RUNS=100000. */
const RUNS = Number(process.env.ON_RECORD_RUNS ?? 1000);

test('what is explained is what the engine finds, and its lists make up what is marked', {
  timeout: 0,
}, () => {
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 3 }),
      fc.array(text, { minLength: 1, maxLength: 3 }),
      (rules, texts) => {
        const pack = packOf(...rules);
        const matcher = openMentions(compileMentions(pack));
        const trace = openTrace(pack);
        for (const written of texts) {
          const block = trace.read(written);
          const explained = explainMentions(trace, block);
          const found = findMentions(matcher, written);
          for (const { id } of trace.topics) {
            const parts = (all: readonly Mention[]) =>
              all.filter(({ topic }) => topic === id).map((mention) => mention.parts);
            expect(parts(explained)).toEqual(parts(found));
          }
          const starts = explained.map(({ proof }) => proof.found.start);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
          for (const { parts, proof } of explained) {
            const marked = new Set<number>();
            for (const { found } of leaves(proof)) {
              expect(found.terms).not.toEqual([]);
              for (const [start, end] of found.parts) {
                for (let at = start; at < end; at++) marked.add(at);
              }
            }
            // Between two joined words there is nothing of either.
            const isWord = (at: number) => block.words.some((w) => w.start <= at && at < w.end);
            const wanted = parts.flatMap(([start, end]) =>
              Array.from({ length: end - start }, (_, i) => start + i).filter(isWord),
            );
            expect([...marked].filter(isWord).sort((a, b) => a - b)).toEqual(wanted);
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
});

test('what is said to be missing is, and what is said to be there stands there', {
  timeout: 0,
}, () => {
  fc.assert(
    fc.property(rule, text, (one, written) => {
      const trace = openTrace(packOf(one));
      const block = trace.read(written);
      const marked = explainMentions(trace, block);
      for (const { start, end, present, gaps } of nearMisses(trace, block)) {
        expect(present.length).toBeGreaterThanOrEqual(gaps.length);
        expect(gaps.length).toBeGreaterThan(0);
        expect(
          marked.filter(({ proof: { found } }) => found.start === start && found.end === end),
        ).toEqual([]);
        for (const { rule, found } of present) {
          expect(block.finds(rule.rule).map(({ first }) => block.words[first]?.start)).toContain(
            found.start,
          );
          expect(found.terms).not.toEqual([]);
        }
        for (const gap of gaps) {
          if (gap.kind === 'given') expect(block.finds(gap.rule.rule)).toEqual([]);
          if (gap.kind === 'missing' && gap.elsewhere === null) {
            expect(block.finds(gap.rule.rule)).toEqual([]);
          }
          if (gap.kind === 'distance') expect(gap.words).toBeGreaterThan(gap.rule.rule.distance);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

/** The proof of the only mention, as what stands at each list. */
function proofOf(mention: Rule, written: string) {
  const trace = openTrace(packOf(mention));
  const [only, ...more] = explainMentions(trace, trace.read(written));
  expect(more).toEqual([]);
  return only?.proof;
}

const at = (written: string, { start, end }: { start: number; end: number }) =>
  written.slice(start, end);

describe('a mention is explained', () => {
  test('by the lists that met, with the term as written and where', () => {
    const written = 'In Venn 300 soldiers of Brasko stood.';
    const proof = proofOf({ all: ['$who', '$figures'] }, written);
    expect(proof?.parts.map(({ found }) => at(written, found))).toEqual(['soldiers', '300']);
    expect(proof?.parts.map(({ rule }) => rule.path)).toEqual([
      ['topics', 0, 'mention', 'all', 0],
      ['topics', 0, 'mention', 'all', 1],
    ]);
    expect(proof?.parts[0]?.found.terms).toEqual([
      { term: 'soldier', surface: 'soldier', list: 'soldiers', path: ['terms', 'soldiers', 0] },
    ]);
  });

  test('by the alternative of a term, and by all terms that stand there', () => {
    const rule = ['{guard|soldier}', '$soldiers'];
    const terms = proofOf(rule, 'Two guards.')?.found.terms;
    expect(terms?.map(({ surface, list, path }) => ({ surface, list, path }))).toEqual([
      { surface: 'guard', list: null, path: ['topics', 0, 'mention', 0] },
      { surface: 'guard', list: 'soldiers', path: ['terms', 'soldiers', 1] },
    ]);
  });

  test('by the alternative of an any that was found, and what was given', () => {
    const rule = { any: [{ all: ['$figures', '$brasko'] }, '$sent'], given: ['$soldiers'] };
    const written = 'Soldiers came. He sent word.';
    const proof = proofOf(rule, written);
    expect(proof?.parts.map(({ found }) => at(written, found))).toEqual(['sent']);
    expect(proof?.given.map(({ found }) => at(written, found))).toEqual(['Soldiers']);
  });

  test('by the finds that near chose, not the first in reach', () => {
    const written = 'Brasko said that Brasko had sent soldiers.';
    const proof = proofOf({ near: ['$brasko', '$soldiers'], distance: 2 }, written);
    expect(proof?.parts.map(({ found }) => found.start)).toEqual([
      written.lastIndexOf('Brasko'),
      written.indexOf('soldiers'),
    ]);
  });
});

/** Near misses in short: what is there, and what is wrong. */
function nearly(mention: Rule, written: string) {
  const trace = openTrace(packOf(mention));
  const block = trace.read(written);
  return nearMisses(trace, block).map(({ present, gaps }) => ({
    present: present.map(({ found }) => at(written, found)),
    gaps,
  }));
}

describe('what nearly was a mention', () => {
  test('one part there, its partner nowhere', () => {
    const [miss, ...more] = nearly({ all: ['$soldiers', '$sent'] }, 'The soldiers slept.');
    expect(more).toEqual([]);
    expect(miss).toMatchObject({
      present: ['soldiers'],
      gaps: [{ kind: 'missing', rule: { authored: '$sent' }, elsewhere: null, lookalike: null }],
    });
  });

  test('both there, in two sentences: told once', () => {
    const misses = nearly({ all: ['$soldiers', '$sent'] }, 'Soldiers slept. No. Word was sent.');
    expect(misses).toMatchObject([
      { present: ['Soldiers'], gaps: [{ kind: 'missing', elsewhere: { sentences: 2 } }] },
    ]);
  });

  test('nothing in a sentence that is marked', () => {
    const rule = { any: [{ all: ['$soldiers', '$sent'] }, { all: ['$soldiers', '$figures'] }] };
    expect(nearly(rule, 'Soldiers were sent.')).toEqual([]);
    expect(nearly(rule, 'Soldiers were sent. Soldiers slept.')).toMatchObject([
      { present: ['Soldiers'], gaps: [{ kind: 'missing' }] },
      { present: ['Soldiers'], gaps: [{ kind: 'missing' }] },
    ]);
  });

  test('excluded: by which term, of which list', () => {
    const rule = { all: ['$soldiers', '$sent'], not: ['$figures', '$brasko'] };
    expect(nearly(rule, 'Soldiers were sent by Brasko.')).toMatchObject([
      {
        present: ['Soldiers', 'sent'],
        gaps: [
          { kind: 'excluded', by: { found: { terms: [{ list: 'brasko', surface: 'Brasko' }] } } },
        ],
      },
    ]);
  });

  test('excluded in an any, and around a near only where it is near', () => {
    const any = { any: ['$soldiers'], not: ['$brasko'] };
    expect(nearly(any, 'Soldiers of Brasko')).toMatchObject([{ gaps: [{ kind: 'excluded' }] }]);
    const near = { near: ['$soldiers', '$sent'], distance: 1, not: ['$brasko', 'far'] };
    const written = 'Brasko soldiers sent word and went on very far.';
    const [miss] = nearly(near, written);
    expect(miss?.gaps).toMatchObject([
      { kind: 'excluded', by: { found: { start: 0, end: 'Brasko'.length } } },
    ]);
  });

  test('given missing, with why', () => {
    const rule = { all: ['$soldiers'], given: [{ all: ['$brasko', '$figures'] }] };
    expect(nearly(rule, 'Soldiers of Brasko')).toMatchObject([
      {
        present: ['Soldiers'],
        gaps: [{ kind: 'given', gaps: [{ kind: 'missing', rule: { authored: '$figures' } }] }],
      },
    ]);
  });

  test('too far apart: between which, by how many words', () => {
    const rule = { near: ['$brasko', '$soldiers', '$sent'], distance: 1 };
    const written = 'Brasko had sent some three or four soldiers.';
    const [miss] = nearly(rule, written);
    expect(miss).toMatchObject({ gaps: [{ kind: 'distance', words: 4 }] });
    const [gap] = miss?.gaps ?? [];
    expect(gap?.kind === 'distance' && [at(written, gap.before), at(written, gap.after)]).toEqual([
      'sent',
      'soldiers',
    ]);
  });

  test('in another order', () => {
    const rule = { near: ['$brasko', '$soldiers'], ordered: true };
    const written = 'soldiers of Brasko';
    const [gap] = nearly(rule, written)[0]?.gaps ?? [];
    expect(gap?.kind === 'order' && gap.order.map((found) => at(written, found))).toEqual([
      'soldiers',
      'Brasko',
    ]);
  });

  test('in another order, too far apart and nothing given: all three are told', () => {
    const rule = { near: ['$brasko', '$soldiers'], ordered: true, distance: 1, given: ['moon'] };
    const [miss] = nearly(rule, 'soldiers of the old Brasko');
    expect(miss).toBeUndefined();
    const three = { ...rule, near: ['$brasko', '$soldiers', 'of'] };
    const [told] = nearly(three, 'soldiers of the old Brasko');
    expect(told?.gaps.map(({ kind }) => kind).sort()).toEqual(['distance', 'given', 'order']);
  });

  test('parts that share a word', () => {
    const rule = { near: ['$soldiers', '{soldier|guard}'] };
    expect(nearly(rule, 'A soldier.')).toMatchObject([{ gaps: [{ kind: 'fit' }] }]);
  });

  test('a word that looks like a term and is none of its forms', () => {
    const rule = { all: ['$brasko', { text: 'march', forms: 'exact' as const }] };
    const written = 'Brasko marches on.';
    const [gap] = nearly(rule, written)[0]?.gaps ?? [];
    expect(gap?.kind === 'missing' && gap.lookalike && at(written, gap.lookalike)).toBe('marches');
  });

  test('but not in a language that the text is not in', () => {
    const rule = { all: ['$brasko', { text: 'marche', lang: 'fr', forms: 'exact' as const }] };
    expect(nearly(rule, 'Brasko marches on.')).toMatchObject([{ gaps: [{ lookalike: null }] }]);
  });

  test('of several alternatives, those that have nothing are told as one', () => {
    const rule = { all: ['$soldiers', { any: ['$sent', { near: ['$brasko', '$figures'] }] }] };
    expect(nearly(rule, 'Soldiers slept.')).toMatchObject([
      { gaps: [{ kind: 'missing', rule: { op: 'any' } }] },
    ]);
  });

  test('not where more is missing than there', () => {
    expect(nearly({ all: ['$soldiers', '$sent', '$brasko'] }, 'Soldiers slept.')).toEqual([]);
  });

  test('an excluding term is nearer than another sentence, and that than nothing at all', () => {
    const rule = {
      any: [
        { all: ['$soldiers', '$figures'] },
        { all: ['$soldiers', '$brasko'] },
        { all: ['$soldiers', '$sent'], not: ['the'] },
      ],
    };
    const kinds = nearly(rule, 'The soldiers were sent. Brasko slept.').map(({ gaps: [gap] }) =>
      gap?.kind === 'missing' ? gap.elsewhere !== null : gap?.kind,
    );
    expect(kinds.slice(0, 3)).toEqual(['excluded', true, false]);
  });
});

test('the nearest are of as many topics as there are', () => {
  const miss = (topic: string, start: number) => ({ topic, start }) as NearMiss;
  const all = [miss('a', 1), miss('a', 2), miss('b', 3), miss('a', 4)];
  expect(nearest(all, 3)).toEqual([all[0], all[2], all[1]]);
  expect(nearest(all, Number.POSITIVE_INFINITY)).toHaveLength(4);
});

test('a surface folds to what stands there, for terms that do not inflect', () => {
  const written = 'ВОЙСКО of BRASKO';
  const trace = openTrace(packOf({ text: 'войско', lang: 'ru', forms: 'exact' }));
  const [mention] = explainMentions(trace, trace.read(written));
  const [term] = mention?.proof.found.terms ?? [];
  expect(fold(term?.surface ?? '')).toBe(
    fold(at(written, mention?.proof.found ?? { start: 0, end: 0 })),
  );
});
