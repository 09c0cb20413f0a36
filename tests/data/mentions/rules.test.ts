import { describe, expect, test } from 'vitest';
import type { Term } from '../../../data/model';
import { marks } from './marks';

const terms: Record<string, Term[]> = {
  troops: ['Braskan {troops|soldiers}', { text: 'войска Браско', lang: 'ru' }],
  soldiers: ['soldier', 'trooper'],
  brasko: ['Brasko', 'Braskan'],
  venn: ['Venn', 'Venn region'],
  denied: ['deny', 'denied'],
};
const brasko = (rule: Parameters<typeof marks>[0], text: string) => marks(rule, text, { terms });

describe('terms', () => {
  test('words may be joined by hyphens, quotes and no-break spaces', () => {
    const text = 'Braskan-troops, Braskan\u00a0troops, Braskan “troops”';
    expect(brasko('$troops', text)).toHaveLength(3);
  });
  test('nothing reaches across a comma, a dash with spaces or the end of a sentence', () => {
    expect(brasko('$troops', 'the Braskan, troops; Braskan – troops; Braskan. Troops')).toEqual([]);
  });
  test('"U.S." is never the word us, and "US" with its case is not us either', () => {
    const text = 'Let us go. The U.S. and the US went.';
    expect(marks('U.S.', text)).toEqual(['U.S.']);
    expect(marks({ text: 'US', case: true }, text)).toEqual(['US']);
  });
  test('case as written still takes a possessive', () => {
    expect(marks({ text: 'WHO', case: true }, "who asked the WHO's chief")).toEqual(["WHO's"]);
  });
  test('* stands for any ending', () => {
    expect(marks('ratif*', 'ratify ratified ratification rat')).toEqual([
      'ratify',
      'ratified',
      'ratification',
    ]);
  });
  test('# is any figure, #100+ one of at least that', () => {
    const text = '12 men and 12,000 men, in 2024 men';
    expect(marks('# men', text)).toEqual(['12 men', '12,000 men']);
    expect(marks('#100+ men', text)).toEqual(['12,000 men']);
  });
  test('a number in a term is found however it is written', () => {
    expect(marks('12,000 men', '12.000 men, 12 000 men, 12 тыс. men')).toHaveLength(3);
    expect(marks('Article 4', 'under Article 4 it')).toEqual(['Article 4']);
  });
  test('alternatives may be nested or empty', () => {
    expect(marks('{the |}{{big|small} |}house', 'the small house, house')).toEqual([
      'the small house',
      'house',
    ]);
  });
  test('the longest surface is marked', () => {
    expect(brasko('$venn', 'the Venn region')).toEqual(['Venn region']);
  });
  test('a term of another language of the same script is found on any page', () => {
    expect(brasko('$troops', 'Там войсками Браско')).toEqual(['войсками Браско']);
  });
});

describe('all', () => {
  test('one mention a sentence, of the parts closest together', () => {
    const text = 'Braskan troops left Venn, and Braskan soldiers reached Venn. Venn is calm.';
    expect(brasko({ all: ['$troops', '$venn'] }, text)).toEqual(['Braskan troops … Venn']);
  });
  test('the parts may stand in either order, and far apart', () => {
    const text = 'In Venn, say people who fled at night, there are Braskan troops.';
    expect(brasko({ all: ['$troops', '$venn'] }, text)).toEqual(['Venn … Braskan troops']);
  });
  test('within a paragraph, sentences do not matter', () => {
    const text = 'Venn is calm. Braskan troops left.';
    expect(brasko({ all: ['$troops', '$venn'] }, text)).toEqual([]);
    expect(brasko({ all: ['$troops', '$venn'], within: 'paragraph' }, text)).toHaveLength(1);
  });
  test('one word may serve two parts', () => {
    expect(marks({ all: ['Venn', 'Venn region'] }, 'the Venn region')).toEqual(['Venn region']);
  });
  test('not keeps out a sentence, not a paragraph', () => {
    const rule = { all: ['$troops', '$venn'], not: ['museum'] };
    const text = 'Braskan troops in a Venn museum. Braskan troops in Venn.';
    expect(brasko(rule, text)).toHaveLength(1);
    expect(brasko({ ...rule, within: 'paragraph' as const }, text)).toEqual([]);
  });
});

describe('near', () => {
  const sent = { near: ['$brasko', '$soldiers'], distance: 3 };
  test('every pair that is close, from left to right', () => {
    const text = 'Brasko sent two soldiers, and a soldier of Brasko wrote home.';
    expect(brasko(sent, text)).toEqual(['Brasko … soldiers', 'soldier … Brasko']);
  });
  test('not further than the distance, and not across sentences', () => {
    expect(brasko(sent, 'Brasko sent some two or three soldiers.')).toEqual([]);
    expect(brasko(sent, 'He left Brasko. Soldiers followed.')).toEqual([]);
  });
  test('ordered keeps the order', () => {
    expect(brasko({ ...sent, ordered: true }, 'a soldier of Brasko')).toEqual([]);
  });
  test('not looks at the surroundings only', () => {
    const rule = { ...sent, not: ['toy'] };
    expect(brasko(rule, 'Brasko toy soldiers')).toEqual([]);
    expect(brasko(rule, 'Brasko soldiers were seen by one who made a toy')).toHaveLength(1);
  });
  test('what reaches over the whole sentence from outside is around it too', () => {
    const overall = { all: ['first', 'last'], within: 'paragraph' as const };
    const text = 'The first came. Brasko soldiers left. The last stayed.';
    expect(brasko(sent, text)).toHaveLength(1);
    expect(brasko({ ...sent, not: [overall] }, text)).toEqual([]);
  });
  test('three parts may come in any order', () => {
    const rule = { near: ['$brasko', '$soldiers', '$denied'], distance: 2 };
    expect(brasko(rule, 'It denied that soldiers of Brasko came')).toEqual([
      'denied … soldiers … Brasko',
    ]);
  });
});

describe('given', () => {
  const rule = { all: ['$soldiers', '$venn'], given: ['$brasko'] };
  test('the paragraph must say whose soldiers they are', () => {
    expect(brasko(rule, 'The soldiers are in Venn.')).toEqual([]);
    expect(brasko(rule, 'Brasko was silent. The soldiers are in Venn.')).toEqual([
      'soldiers … Venn',
    ]);
  });
});

describe('rules in rules', () => {
  test('any takes what either finds; overlapping mentions are one', () => {
    const rule = { any: ['$troops', { near: ['$brasko', '$soldiers'] }] };
    expect(brasko(rule, 'Braskan soldiers. A soldier from Brasko.')).toEqual([
      'Braskan soldiers',
      'soldier … Brasko',
    ]);
  });
  test('a list in rule position is any of it', () => {
    expect(brasko(['$venn', ['Brasko']], 'Brasko and Venn')).toEqual(['Brasko', 'Venn']);
  });
  test('a combined rule can exclude and be given', () => {
    const soldiers = { near: ['$brasko', '$soldiers'] };
    expect(brasko({ all: ['$venn'], not: [soldiers] }, 'Venn saw soldiers of Brasko.')).toEqual([]);
    expect(brasko({ all: ['$venn'], given: [soldiers] }, 'Brasko soldiers left. Venn.')).toEqual([
      'Venn',
    ]);
  });
});

test('offsets are those of the text as it stands', () => {
  const text = '\u202aBras\u00adkan\u200b troo\u0301ps\u202c in Venn';
  expect(brasko('$troops', text)).toEqual(['Bras\u00adkan\u200b troo\u0301ps']);
});

test('a page that is one word over and over does not stall a near of six parts', () => {
  const words = ['karo ', 'venn ', 'brasko '];
  const text = Array.from({ length: 4000 }, (_, i) => words[i % 3]).join('');
  const parts = ['karo', 'venn', 'brasko', 'karo', 'venn', 'brasko'];
  expect(marks({ near: parts, distance: 50 }, text).length).toBeGreaterThan(0);
});
