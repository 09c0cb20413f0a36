import { describe, expect, test } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { RuleError } from '../../../data/mentions/rule-error';
import type { Rule, Term } from '../../../data/model';

function refusal(mention: Rule, terms: Record<string, Term[]> = {}): RuleError {
  try {
    compileMentions({ language: 'en', terms, topics: [{ id: 'the-topic', mention }] });
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('refused with the place and what to do', () => {
  test('a list that is not there', () => {
    const error = refusal({ all: ['$brasko', '$ven'] }, { brasko: ['Brasko'], venn: ['Venn'] });
    expect(error.message).toBe('there is no list $ven');
    expect(error.topic).toBe('the-topic');
    expect(error.path).toEqual(['all', 1]);
    expect(error.mend).toContain('venn');
  });
  test('lists that contain each other', () => {
    const error = refusal('$a', { a: ['$b'], b: ['$c', 'x'], c: ['$a'] });
    expect(error.message).toContain('$a → $b → $c → $a');
  });
  test('a term that explodes', () => {
    const error = refusal('$a', { a: ['fine', '{a|b}'.repeat(9)] });
    expect(error.message).toContain('more than 256 surfaces');
    expect([error.list, error.path]).toEqual(['a', [1]]);
  });
  test('a term that explodes beyond memory is refused at once', () => {
    expect(refusal('{a|b|c|d}'.repeat(200)).message).toContain('more than 256');
  });
  test('braces that do not close', () => {
    expect(refusal('{a|b').mend).toBe('add the missing }');
    expect(refusal('a|b').message).toContain('outside of { }');
  });
  test('a * behind too little', () => {
    expect(refusal('ab*').mend).toContain('at least 3 letters');
    expect(refusal({ text: '북*', lang: 'ko' }).mend).toContain('at least 2 letters');
  });
  test('a term with punctuation inside, or without a word', () => {
    expect(refusal('Venn, Brasko').message).toContain('no match reaches across');
    expect(refusal('…').name).toBe('RuleError');
    expect(refusal('“ ”').message).toContain('has no word');
  });
  test('a $list inside a term', () => {
    expect(refusal('{the $a|b}', { a: ['x'] }).mend).toContain('stands alone');
  });
  test('near with one part, or with too many', () => {
    expect(refusal({ near: ['a'] }).mend).toContain('near what?');
    expect(refusal({ near: [...'abcdefg'] }).message).toContain('this has 7');
  });
  test('rules nested too deep', () => {
    let rule: Rule = 'x';
    for (let i = 0; i < 9; i++) rule = { all: [rule, 'y'] };
    expect(refusal(rule).message).toContain('more than 8 deep');
  });
  test('more surfaces than a pack may have', { timeout: 60_000 }, () => {
    const block = Array.from(
      { length: 2000 },
      (_, i) => `w${i} {a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}`,
    );
    const terms = Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map((n) => [`l${n}`, block]));
    expect(
      refusal(
        Object.keys(terms).map((name) => `$${name}`),
        terms,
      ).message,
    ).toContain('2000000');
  });
});

test('lists of lists that grow with every step are refused with the list', {
  timeout: 60_000,
}, () => {
  const words = Array.from({ length: 2000 }, (_, i) => `w${i} {a|b}{a|b}{a|b}{a|b}{a|b}{a|b}`);
  const terms: Record<string, Term[]> = { l0: words };
  for (let i = 1; i < 60; i++) terms[`l${i}`] = [`$l${i - 1}`, `own${i}`];
  const error = refusal('x', terms);
  expect(error.message).toContain('name more than 4000000 surfaces');
  expect(error.list).toMatch(/^l\d+$/);
});

test('a large list in every rule is refused with the topic', { timeout: 60_000 }, () => {
  const big = Array.from({ length: 2000 }, (_, i) => `w${i} {a|b}{a|b}{a|b}{a|b}{a|b}`);
  const topics = Array.from({ length: 2000 }, (_, i) => ({
    id: `topic-${i}`,
    mention: ['$big', `own${i}`],
  }));
  const compile = () => compileMentions({ language: 'en', terms: { big }, topics });
  expect(compile).toThrow('name more than 4000000 surfaces');
});

test('a word that cannot be stored is refused', () => {
  expect(refusal(`Venn ${'x'.repeat(300)}`).message).toContain('is too long');
});

test('an error in a list that no rule uses is an error too', () => {
  expect(refusal('x', { unused: ['{a'] }).list).toBe('unused');
});

test('topics without a rule are left out', () => {
  expect(() => compileMentions({ language: 'en', terms: {}, topics: [{ id: 'a' }] })).not.toThrow();
});
