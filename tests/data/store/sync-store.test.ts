import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { entriesIn } from '../../../data/store/chunk';
import type { PackHead } from '../../../data/store/derive';
import { findInBlocks } from '../../../data/store/find-mentions';
import { openStore, type Store } from '../../../data/store/store';
import { syncStore } from '../../../data/store/sync-store';
import type { Subscription, SyncPort } from '../../../data/sync/client/port';
import { sync } from '../../../data/sync/client/sync';
import { stateOf } from '../../../data/sync/snapshot';
import { Author, bytesOf, FOLDER, Reader, Stopped, type Web } from '../sync/client/host';
import { claim, entries, manyClaims, packLine } from '../sync/publisher';

const signal = new AbortController().signal;

/** A port whose nth call stops the worker: before it has happened, or right after. */
function stopping(port: SyncPort, at: { call: number; when: 'before' | 'after' } | null) {
  let calls = 0;
  const stopped = new Proxy(port, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        const call = ++calls;
        if (call === at?.call && at.when === 'before') throw new Stopped();
        const result = await method.apply(target, args);
        if (call === at?.call) throw new Stopped();
        return result;
      };
    },
  });
  return { port: stopped, calls: () => calls };
}

async function world(first: readonly Entry[] = entries) {
  const web: Web = new Map();
  const author = await Author.begin(web);
  await author.publish(first);
  const factory = new IDBFactory();
  const open = () => openStore({ indexedDB: factory, IDBKeyRange });
  const fresh: Subscription = {
    pack: packLine.pack,
    folder: FOLDER,
    mirrors: [],
    applied: null,
    root: author.root,
  };
  /** As a worker does that has just started. */
  const go = async (at: { call: number; when: 'before' | 'after' } | null = null) => {
    const store = await open();
    const wire = new Reader(web);
    const { port, calls } = stopping(
      { ...syncStore(store), get: (...ask) => wire.get(...ask) },
      at,
    );
    try {
      const { by } = await sync((await store.db.subscriptions.get(packLine.pack)) ?? fresh, port, {
        author: false,
        signal,
      });
      return { by, calls: calls() };
    } finally {
      store.db.close();
    }
  };
  const held = async () => {
    const store = await open();
    const bytes = await stored(store);
    const seq = (await store.db.subscriptions.get(packLine.pack))?.applied?.seq ?? null;
    store.db.close();
    return { bytes, seq };
  };
  return { web, author, open, go, held };
}

/** What is read of the pack, as the bytes that were published. */
async function stored({ db }: Store): Promise<string | null> {
  const row = await db.packs.get(packLine.pack);
  if (!row) return null;
  const head = await db.sidecars.get([row.id, row.generation, 'head']);
  const chunks = await db.chunks
    .where(':id')
    .between([row.id, row.generation, 0], [row.id, row.generation, row.buckets])
    .toArray();
  const all = chunks.flatMap(entriesIn);
  return bytesOf(stateOf(head?.body as PackHead, all, row.buckets));
}

describe('a published pack in the store', () => {
  it('is read as it was published, and its topics are found on pages', async () => {
    const marked = entries.map((entry) =>
      entry.kind === 'topic' ? { ...entry, mention: `the ${entry.id}` } : entry,
    );
    const { author, go, held, open } = await world(marked);
    expect((await go()).by).toBe('snapshot');
    expect(await held()).toEqual({ bytes: bytesOf(author.state), seq: 1 });
    const store = await open();
    const find = (text: string) =>
      findInBlocks(store, [{ id: 0, text }], { locale: 'en' } as never);
    expect((await find('People spoke of the cracks.')).mentions).toHaveLength(1);
    expect(await store.db.packs.get('varn-dam')).toMatchObject({
      signed: true,
      updated: '2024-11-01',
      expires: '2034-11-01',
    });
    store.db.close();
  });

  it('takes a delta into the generation that is read, and what is derived with it', async () => {
    const { author, go, held, open } = await world();
    await go();
    await author.publish([...entries, claim('new', 'Something new.')]);
    expect((await go()).by).toBe('delta');
    expect(await held()).toEqual({ bytes: bytesOf(author.state), seq: 2 });
    const store = await open();
    expect((await store.db.packs.get('varn-dam'))?.counts.claim).toBe(3);
    expect(await store.db.stagings.count()).toBe(0);
    store.db.close();
  });

  it('leaves no row of an older generation', async () => {
    const { author, go, open } = await world();
    await go();
    await author.rotate();
    await author.publish(
      Array.from({ length: 300 }, (_, i) => claim(`c-${i}`, 'Something.', `t-${i % 9}`)),
    );
    expect((await go()).by).toBe('snapshot');
    const store = await open();
    const [row] = await store.db.packs.toArray();
    expect(new Set((await store.db.chunks.toArray()).map(({ generation }) => generation))).toEqual(
      new Set([row?.generation]),
    );
    const names = (await store.db.sidecars.toArray()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('part/'))).toEqual([]);
    store.db.close();
  });

  it.each([
    ['the first sync', () => world()],
    [
      'a delta',
      async () => {
        const made = await world();
        await made.go();
        await made.author.publish([...entries, claim('new', 'Something new.')]);
        return made;
      },
    ],
    [
      'a snapshot in parts',
      async () => {
        const made = await world();
        await made.go();
        await made.author.publish(manyClaims);
        return made;
      },
    ],
  ])(
    'is whole wherever the worker was stopped during %s',
    async (_, make) => {
      const whole = await make();
      const steps = (await whole.go()).calls;
      const published = bytesOf(whole.author.state);
      const seq = whole.author.head?.seq;
      for (let call = 1; call <= steps; call++) {
        for (const when of ['before', 'after'] as const) {
          const { go, held } = await make();
          const before = await held();
          await expect(go({ call, when })).rejects.toThrow(Stopped);
          expect([before, { bytes: published, seq }]).toContainEqual(await held());
          await go();
          expect(await held()).toEqual({ bytes: published, seq });
        }
      }
    },
    120_000,
  );
});
