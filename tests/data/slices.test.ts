import { expect, test } from 'vitest';
import { compileInSlices, compileMentions } from '../../data/mentions/compile';
import { inSlices } from '../../data/slices';

function* work(turns: number, spent: number[]): Generator<void, string> {
  for (let i = 0; i < turns; i++) {
    const end = performance.now() + 3;
    while (performance.now() < end);
    spent.push(i);
    yield;
  }
  return 'done';
}

test('other tasks run while the work goes on', async () => {
  const spent: number[] = [];
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(spent.length));
  expect(await inSlices(work(30, spent))).toBe('done');
  clearInterval(timer);
  expect(spent).toHaveLength(30);
  expect(seen.filter((count) => count > 0 && count < 30).length).toBeGreaterThan(1);
});

test('what the work throws is thrown', async () => {
  // biome-ignore lint/correctness/useYield: it fails before
  const failing = function* (): Generator<void, never> {
    throw new RangeError('too much');
  };
  await expect(inSlices(failing())).rejects.toThrow('too much');
});

test('an index made in slices is the index made at once', async () => {
  const topics = Array.from({ length: 3000 }, (_, i) => ({
    id: `topic-${i}`,
    mention: [`name${i} of place${i % 7}`, `other${i}`],
  }));
  const pack = { language: 'en', terms: {}, topics };
  const sliced = await inSlices(compileInSlices(pack));
  expect(new Uint8Array(sliced)).toEqual(new Uint8Array(compileMentions(pack)));
});
