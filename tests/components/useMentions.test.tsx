// @vitest-environment happy-dom
/** What a list of a page's mentions is told, second by second; the clock is the test's. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Mentions, useMentions } from '../../components/useMentions';
import type { PageMention } from '../../data/messages';
import { crack, noCrack, topic } from './sample';
import { show } from './show';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As a message brings it: equal to the last, and never the same object. */
const mentions = (...phrases: string[]): PageMention[] =>
  phrases.map((phrase, index) => ({ index, phrase, topic: topic([crack, noCrack]) }));

/** Shows a list over a reader; gives what it is told at each drawing. */
function watch(read: () => Promise<readonly PageMention[]>) {
  const drawn: Mentions[] = [];
  function List() {
    drawn.push(useMentions(7, read));
    return null;
  }
  show(<List />);
  return drawn;
}

const seconds = (n: number) => act(async () => void (await vi.advanceTimersByTimeAsync(n * 1000)));

it('draws no list anew while the page’s mentions stay as they are', async () => {
  const read = vi.fn(async () => mentions('a crack', 'the dam'));
  const drawn = watch(read);
  await seconds(0.5);
  const times = drawn.length;
  await seconds(5);
  expect(read.mock.calls.length).toBeGreaterThan(4);
  expect(drawn).toHaveLength(times);
  expect(drawn.at(-1)?.list).toHaveLength(2);
});

it('follows a page that goes on, and one whose reader is gone', async () => {
  let answer: PageMention[] | null = mentions('a crack');
  const drawn = watch(async () => answer ?? Promise.reject(new Error('no reader')));
  await seconds(0.5);
  answer = mentions('a crack', 'the dam');
  await seconds(1);
  expect(drawn.at(-1)?.list).toHaveLength(2);
  answer = null;
  await seconds(5);
  expect(drawn.at(-1)).toEqual({ list: null, absent: true });
});
