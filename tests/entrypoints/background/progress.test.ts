import { describe, expect, it } from 'vitest';
import type { SyncProgress } from '../../../data/pack-messages';
import type { SyncPort } from '../../../data/sync/client/port';
import { sync } from '../../../data/sync/client/sync';
import { watched } from '../../../entrypoints/background/sync/progress';
import { Author, FOLDER, Reader } from '../../data/sync/client/host';
import { claim, entries, manyClaims, packLine } from '../../data/sync/publisher';

/** As the background has it: an object of functions, which can be spread. */
const callsOf = (reader: Reader): SyncPort =>
  Object.fromEntries(
    Object.getOwnPropertyNames(Reader.prototype).map((name) => {
      const call = Reflect.get(reader, name) as () => unknown;
      return [name, call.bind(reader)];
    }),
  ) as unknown as SyncPort;

async function steps(first: Parameters<Author['publish']>[0], then?: typeof first) {
  const author = await Author.begin(new Map());
  await author.publish(first);
  const reader = new Reader(author.web);
  const said: SyncProgress[] = [];
  const go = async (tell: (progress: SyncProgress) => void) =>
    sync(
      reader.held?.subscription ?? {
        pack: packLine.pack,
        folder: FOLDER,
        mirrors: [],
        applied: null,
        root: author.root,
      },
      watched(callsOf(reader), tell),
      { author: false, signal: new AbortController().signal },
    );
  await go(then ? () => {} : (one) => said.push(one));
  if (then) {
    await author.publish(then);
    await go((one) => said.push(one));
  }
  return { said, head: author.head };
}

describe('how far a sync is', () => {
  it('is told part by part of a snapshot, in bytes before compression', async () => {
    const { said, head } = await steps(manyClaims);
    const parts = head?.snapshot.length ?? 0;
    expect(parts).toBeGreaterThan(1);
    expect(said.map(({ phase }) => phase)).toEqual([
      'looking',
      ...Array.from({ length: parts + 1 }, () => 'fetching'),
      'storing',
    ]);
    expect(said.slice(1, -1).map((one) => one.parts)).toEqual(
      Array.from({ length: parts + 1 }, (_, i) => i),
    );
    const last = said.at(-1);
    expect(last).toMatchObject({ parts, of: parts });
    expect(last?.bytes).toBe(last?.ofBytes);
    expect(last?.bytes).toBe(head?.state.bytes);
  });

  it('has no parts where a delta does', async () => {
    const { said } = await steps(entries, [...entries, claim('new', 'Something new.')]);
    expect(said.map(({ phase, of }) => [phase, of])).toEqual([
      ['looking', 0],
      ['storing', 0],
    ]);
  });
});
