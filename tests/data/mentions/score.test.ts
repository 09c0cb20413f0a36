import { expect, test } from 'vitest';
import { score } from '../../../data/mentions/score';

const gold = [
  {
    id: '1',
    lang: 'en',
    mentions: [
      { topic: 'a', start: 0, end: 10 },
      { topic: 'a', start: 20, end: 30 },
      { topic: 'b', start: 0, end: 10, optional: true },
    ],
  },
  { id: '2', lang: 'de', mentions: [] },
];

test('right, missed, wrong and optional are told apart', () => {
  const sheet = score(
    gold,
    new Map([
      [
        '1',
        [
          {
            topic: 'a',
            parts: [
              [2, 4],
              [8, 15],
            ],
          },
          { topic: 'b', parts: [[3, 5]] },
          { topic: 'b', parts: [[12, 15]] },
        ],
      ],
      ['2', [{ topic: 'a', parts: [[0, 1]] }]],
    ]),
  );
  expect(sheet.english).toMatchObject({ right: 1, wrong: 1, found: 1, missed: 1, precision: 0.5 });
  expect(sheet.topics.en?.a).toMatchObject({ precision: 1, recall: 0.5 });
  expect(sheet.missed).toEqual([
    { text: '1', lang: 'en', topic: 'a', start: 20, end: 30, parts: [[20, 30]] },
  ]);
  expect(sheet.others).toMatchObject({ wrong: 1, recall: 1, precision: 0 });
  expect(sheet.wrong).toMatchObject([
    { text: '1', topic: 'b', start: 12, end: 15, parts: [[12, 15]] },
    { text: '2', lang: 'de', topic: 'a' },
  ]);
  expect(sheet.allTopics).toMatchObject({
    a: { right: 1, wrong: 1, found: 1, missed: 1 },
    b: { right: 0, wrong: 1, found: 0, missed: 0 },
  });
  expect(sheet.all).toMatchObject({ right: 1, wrong: 2, precision: 1 / 3, recall: 0.5 });
});

test('nothing marked where nothing is labelled is perfect', () => {
  expect(score(gold.slice(1), new Map()).others).toMatchObject({ precision: 1, recall: 1, f1: 1 });
});
