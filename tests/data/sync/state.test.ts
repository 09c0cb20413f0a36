import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { type Bytes, joined, textOf, utf8 } from '../../../data/sync/bytes';
import {
  appliedTo,
  composed,
  type Delta,
  makeDelta,
  readDelta,
  writeDelta,
} from '../../../data/sync/delta';
import { inflate } from '../../../data/sync/inflate';
import { Refused } from '../../../data/sync/refused';
import {
  checkBytes,
  digestOfState,
  makeSnapshot,
  readPart,
  stateOf,
} from '../../../data/sync/snapshot';
import { byKey, digestOfLines, entryLine, keyOf, stateDigest } from '../../../data/sync/state';
import { claim, entries, packLine, topic } from './publisher';

async function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error: unknown) => {
      if (error instanceof Refused) return error.reason;
      throw error;
    },
  );
}

describe('a snapshot', () => {
  it('brings every entry back, with the digest that its head names', async () => {
    const many = [
      ...entries,
      ...Array.from({ length: 3000 }, (_, i) => claim(`c-${i}`, 'x'.repeat(1500), `t-${i % 90}`)),
    ];
    const state = stateOf(packLine, many);
    const snapshot = await makeSnapshot(state);
    expect(snapshot.parts.length).toBeGreaterThan(1);
    const read: Entry[] = [];
    const digests: Bytes[] = [];
    let pack: Bytes | undefined;
    let from = 0;
    for (const [i, part] of snapshot.parts.entries()) {
      const bytes = snapshot.files[i]?.bytes as Bytes;
      await checkBytes(bytes, part, 'a part');
      const content = await readPart(bytes, part, from, state.buckets.length);
      pack ??= content.pack?.digest;
      for (const bucket of content.buckets) {
        read.push(...bucket.entries);
        digests.push(bucket.digest);
      }
      from = part.to;
    }
    expect(read.sort(byKey)).toEqual(many.sort(byKey));
    expect(await stateDigest(pack as Bytes, joined(digests))).toBe(snapshot.state.digest);
    expect(snapshot.state.digest).toBe(await digestOfState(state));
  });

  it('hands every bucket on as the very bytes of its lines, none of them shared', async () => {
    const state = stateOf(packLine, entries, 4);
    const { files, parts } = await makeSnapshot(state);
    const [file] = files;
    const [part] = parts;
    if (!file || !part) throw new Error('no part');
    const { buckets } = await readPart(file.bytes, part, 0, state.buckets.length);
    for (const { bucket, entries, lines, digest } of buckets) {
      expect(entries).toEqual(state.buckets[bucket]);
      expect(textOf(lines.bytes, 'lines')).toBe(entries.map(entryLine).join(''));
      expect(lines.bytes.byteLength).toBe(lines.bytes.buffer.byteLength);
      expect(lines.keys).toEqual(entries.map(keyOf));
      expect(lines.ends.at(-1) ?? 0).toBe(lines.bytes.length);
      expect(digest).toEqual(await digestOfLines(entries.map(entryLine)));
    }
  });

  it('is the same bytes from entries in any order', async () => {
    const there = await makeSnapshot(stateOf(packLine, entries));
    const back = await makeSnapshot(stateOf(packLine, entries.toReversed()));
    expect(back).toEqual(there);
  });

  it.each<[string, (text: string) => string, string]>([
    ['a line is cut off', (text) => text.slice(0, -20), 'malformed'],
    ['two lines are swapped', (text) => swapped(text), 'malformed'],
    ['a line stands twice', (text) => text.replace(/(.+\n)$/, '$1$1'), 'malformed'],
    [
      'a record has a key that no format has',
      (text) => text.replace('"made"', '"score"'),
      'malformed',
    ],
    [
      'a link runs a script',
      (text) =>
        text.replace('"publisher":"Varn Courier"', '"publisher":"x","url":"javascript:alert(1)"'),
      'malformed',
    ],
    [
      'a date is a number',
      (text) => text.replace('"made":"2024-10-18"', '"made":2024'),
      'malformed',
    ],
    ['the pack has no line', (text) => text.slice(text.indexOf('\n') + 1), 'malformed'],
  ])('is refused when %s', async (_, spoil, reason) => {
    const { files, parts, state } = await makeSnapshot(stateOf(packLine, entries));
    const [part] = parts;
    const text = spoil(textOf(files[0]?.bytes as Bytes, 'a part'));
    if (!part) throw new Error('no part');
    expect(await reasonOf(readPart(utf8(text), part, 0, state.buckets))).toBe(reason);
    expect(await reasonOf(checkBytes(utf8(text), part, 'a part'))).toBe('digest');
  });
});

const swapped = (text: string) => {
  const [head, first, second, ...rest] = text.split('\n');
  return [head, second, first, ...rest].join('\n');
};

/** Ids of few topics, so that entries change their bucket now and then. */
const anyEntries = fc
  .uniqueArray(
    fc.record({
      n: fc.nat(40),
      about: fc.constantFrom('cracks', 'floods', 'gates'),
      text: fc.constantFrom('one', 'two'),
    }),
    { selector: ({ n }) => n, maxLength: 30 },
  )
  .map((list) => list.map(({ n, about, text }) => claim(`r-${n}`, text, about)));

describe('a delta', () => {
  const topics = [topic('cracks'), topic('floods'), topic('gates')];
  const state = (list: readonly Entry[], name = 'The Varn dam') =>
    stateOf({ ...packLine, name }, [...topics, ...list], 4);

  it('turns a state into the later one, also when it went over the wire', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, fc.boolean(), (a, b, renamed) => {
        const [before, after] = [state(a), state(b, renamed ? 'The old dam' : undefined)];
        const delta = makeDelta(before, after) as Delta;
        expect(appliedTo(before, delta)).toEqual(after);
        const bytes = writeDelta(delta);
        if (bytes.length > 0) expect(appliedTo(before, readDelta(bytes, 4, 'd'))).toEqual(after);
      }),
    );
  });

  it('after another is one that does both', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, (a, b, c) => {
        const [first, second, third] = [state(a), state(b), state(c)];
        const both = composed(makeDelta(first, second) as Delta, makeDelta(second, third) as Delta);
        expect(appliedTo(first, both)).toEqual(third);
      }),
    );
  });

  it('is none between layouts', () => {
    expect(makeDelta(stateOf(packLine, [], 2), stateOf(packLine, [], 4))).toBeNull();
  });

  it('on another base gives another digest than its head names', async () => {
    const delta = makeDelta(state([claim('a', 'one')]), state([claim('a', 'two')])) as Delta;
    const wrong = appliedTo(state([claim('b', 'one')]), delta);
    expect(await digestOfState(wrong)).not.toBe(await digestOfState(state([claim('a', 'two')])));
  });

  it.each([
    ['{"kind":"drop","id":"a","of":"claim","bucket":9}\n', 'a bucket that is not there'],
    ['{"kind":"drop","id":"a","of":"score","bucket":0}\n', 'a kind that is not there'],
    ['{"kind":"claim","id":"a"}\n', 'half a record'],
    ['[]\n', 'a list'],
    ['{"kind":"drop","id":"a","of":"claim","bucket":0}', 'a last line without its end'],
  ])('is refused: %s', (text) => {
    expect(() => readDelta(utf8(text), 4, 'd')).toThrow(Refused);
  });
});

describe('a file of a host', () => {
  const content = utf8('{"kind":"drop"}\n'.repeat(2000));
  const gzip = (bytes: Uint8Array): Bytes => new Uint8Array(gzipSync(bytes));

  it.each<[string, Bytes]>([
    ['as it was published', gzip(content)],
    ['already inflated by the browser', content],
    ['compressed once more', gzip(gzip(content))],
  ])('%s', async (_, file) => {
    expect(await inflate(file, content.length, 'f')).toEqual(content);
  });

  it.each<[string, Bytes, string]>([
    ['a bomb', gzip(new Uint8Array(50_000_000)), 'too-large'],
    ['a bomb in a bomb', gzip(gzip(new Uint8Array(50_000_000))), 'too-large'],
    ['cut off', gzip(content).slice(0, -9), 'malformed'],
    ['compressed over and over', gzip(gzip(gzip(content))), 'malformed'],
    ['longer than it may be', utf8('x'.repeat(content.length + 1)), 'too-large'],
  ])('is refused when it is %s', async (_, file, reason) => {
    expect(await reasonOf(inflate(file, content.length, 'f'))).toBe(reason);
  });
});
