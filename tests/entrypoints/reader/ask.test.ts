// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { AskBackground, BackgroundRequests, FoundMentions } from '../../../data/messages';
import { createQuestions, patientAsk } from '../../../entrypoints/reader/ask';
import type { PageRun } from '../../../entrypoints/reader/contract';

const run = (text: string): PageRun => ({ text, pieces: [], starts: [] });
const counts = { claim: 1, denial: 0, statement: 0, event: 0 };

/** A background that finds "grain", and what it was asked. */
function background() {
  const asked: string[][] = [];
  let busy = 0;
  const ask = (async (_type: string, { blocks }: BackgroundRequests['mentions.find']['ask']) => {
    expect(++busy).toBe(1);
    await new Promise((resolve) => setTimeout(resolve));
    busy--;
    asked.push(blocks.map(({ text }) => text));
    const mentions = blocks.flatMap(({ id, text }) =>
      [...text.matchAll(/grain/g)].map(({ index }) => ({
        block: id,
        topic: 'test#grain',
        parts: [[index, index + 5]] as [number, number][],
        quotedBy: null,
      })),
    );
    return { mentions, topics: [{ key: 'test#grain', name: 'Grain', counts }] } as FoundMentions;
  }) as AskBackground;
  return { ask, asked };
}

test('every run gets its own answer, in batches that follow one another', async () => {
  const { ask, asked } = background();
  const answers = new Map<string, number>();
  const { signal } = new AbortController();
  const questions = createQuestions(ask, (r, found) => answers.set(r.text, found.length), signal);
  const texts = Array.from({ length: 50 }, (_, i) => `${i} ${'grain '.repeat(i)}`.padEnd(9000));
  for (const text of texts) questions.add(run(text));
  await Promise.all([questions.drain(), questions.drain()]);
  expect(asked.flat()).toEqual(texts);
  expect(asked.length).toBeGreaterThan(2);
  expect([...answers.values()]).toEqual(texts.map((_, i) => i));
});

test('the first batch is small, so that the first mark comes soon', async () => {
  const { ask, asked } = background();
  const questions = createQuestions(ask, () => {}, new AbortController().signal);
  for (let i = 0; i < 400; i++) questions.add(run(`${i}`.padEnd(1000)));
  await questions.drain();
  const sizes = asked.map((batch) => batch.join('').length);
  expect(sizes[0]).toBeLessThan(20_000);
  expect(sizes[1]).toBeGreaterThan(100_000);
});

test('a run of any length is asked about, but not sent whole', async () => {
  const { ask, asked } = background();
  const questions = createQuestions(ask, () => {}, new AbortController().signal);
  questions.add(run('x'.repeat(5_000_000)));
  questions.add(run('grain'));
  await questions.drain();
  expect(asked.map((batch) => batch.map((text) => text.length))).toEqual([[200_000], [5]]);
});

test('nothing is asked once the reader is stopped', async () => {
  const { ask, asked } = background();
  const end = new AbortController();
  const questions = createQuestions(ask, () => end.abort(), end.signal);
  for (let i = 0; i < 40; i++) questions.add(run(`${i}`.padEnd(9000)));
  await questions.drain();
  expect(asked).toHaveLength(1);
});

test('a question that the worker lost is asked once more', async () => {
  let times = 0;
  const ask = patientAsk(async () => {
    if (++times === 1) throw new Error('The message port closed before a response was received.');
    return { ok: true, value: [] };
  });
  expect(await ask('packs.list', null)).toEqual([]);
  expect(times).toBe(2);
});

test('a question that fails again and again fails, with what the background said', async () => {
  await expect(
    patientAsk(() => Promise.reject(new Error('gone')))('packs.list', null),
  ).rejects.toThrow('gone');
  await expect(
    patientAsk(() => Promise.resolve({ ok: false, error: 'The record cannot be read.' }))(
      'packs.list',
      null,
    ),
  ).rejects.toThrow('The record cannot be read.');
});
