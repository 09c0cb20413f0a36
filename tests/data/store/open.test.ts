import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { entriesIn, NO_CHUNK } from '../../../data/store/chunk';
import { connectStore } from '../../../data/store/connect';
import { findInBlocks } from '../../../data/store/find-mentions';
import { beginStaging, stageChunks } from '../../../data/store/generations';
import { installPack } from '../../../data/store/install';
import { storeProblem } from '../../../data/store/problem';
import { FORMAT, type PackRow } from '../../../data/store/schema';
import { searchRecords } from '../../../data/store/search-records';
import { rememberSeen } from '../../../data/store/seen';
import { openStore, type Store, tidyStore } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, first, harbour, memory, second } from './example';

const blocks = [{ id: 7, text: 'Work on the new quay and its dredging went on.' }];

async function answers(store: Store) {
  return {
    mentions: await findInBlocks(store, blocks, english),
    hits: await searchRecords(store, 'crowns', 10, english),
    topics: await viewTopics(store, ['harbour#quay'], english, card),
  };
}

describe('mentions in blocks of text', () => {
  it('come with what a list needs to know of their topics', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const { mentions, topics } = await findInBlocks(store, blocks, english);
    expect(mentions).toEqual([
      { block: 7, topic: 'harbour#quay', parts: [[12, 20]], quotedBy: null },
      { block: 7, topic: 'harbour#dredging', parts: [[29, 37]], quotedBy: null },
    ]);
    expect(topics.map(({ key, name }) => [key, name])).toEqual([
      ['harbour#quay', 'The new quay'],
      ['harbour#dredging', 'Dredging'],
    ]);
  });

  it('follow an update of the pack at once', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const before = await answers(store);
    await installPack(store.db, second, true);
    const after = await answers(store);
    expect(before.mentions.topics[0]?.counts.denial).toBe(1);
    expect(after.mentions.topics[0]?.counts.denial).toBe(0);
    expect(after.topics[0]?.records.length).toBe((before.topics[0]?.records.length ?? 0) - 1);
  });

  it('are of all packs, those of a place in the order of the packs', async () => {
    const store = await openStore(memory());
    await installPack(store.db, { ...first, pack: { ...harbour, pack: 'zz-other' } }, false);
    await installPack(store.db, first, true);
    const { mentions } = await findInBlocks(store, blocks, english);
    expect(mentions.map(({ topic }) => topic)).toEqual([
      'harbour#quay',
      'zz-other#quay',
      'harbour#dredging',
      'zz-other#dredging',
    ]);
  });

  it('follow a pack that is added or goes', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const alone = await findInBlocks(store, blocks, english);
    await installPack(store.db, { ...first, pack: { ...harbour, pack: 'aa-other' } }, false);
    const { mentions, topics } = await findInBlocks(store, blocks, english);
    expect(mentions).toHaveLength(4);
    expect(topics).toHaveLength(4);
    await store.db.packs.delete('aa-other');
    expect(await findInBlocks(store, blocks, english)).toEqual(alone);
  });

  it('name the topics of a pack of many chunks', async () => {
    const store = await openStore(memory());
    const topics = Array.from({ length: 700 }, (_, i) => ({
      id: `topic-${i}`,
      name: `Topic ${i}`,
      mention: `word${i}x`,
    }));
    const pack = { ...harbour, topics };
    await installPack(store.db, { version: 'large', pack }, true);
    expect((await store.db.packs.get('harbour'))?.buckets).toBe(8);
    const text = topics.map(({ mention }) => mention).join(' or ');
    const found = await findInBlocks(store, [{ id: 0, text }], english);
    expect(found.topics.map(({ key, name }) => [key, name])).toEqual(
      topics.map(({ id, name }) => [`harbour#${id}`, name]),
    );
  });

  it('are found by two that ask at once', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const [one, two] = await Promise.all([
      findInBlocks(store, blocks, english),
      findInBlocks(store, blocks, english),
    ]);
    expect(one.mentions).toHaveLength(2);
    expect(two).toEqual(one);
  });

  it('are none in an empty store', async () => {
    const store = await openStore(memory());
    expect(await findInBlocks(store, blocks, english)).toEqual({ mentions: [], topics: [] });
  });
});

describe('search over the store', () => {
  it('shows the best hits with their marks', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const { query, total, hits } = await searchRecords(store, 'Crowns 2024', 1, english);
    expect({ query, total, shown: hits.length }).toEqual({
      query: 'Crowns 2024',
      total: 2,
      shown: 1,
    });
    const [hit] = hits;
    expect(hit?.record.key).toBe('harbour#cost-corrected');
    expect(hit?.marks.map(([a, b]) => hit.record.text.text.slice(a, b))).toEqual(['crowns']);
  });

  it('marks the topic and the publisher by which a record was found', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const { hits } = await searchRecords(store, 'quay counc', 10, english);
    const [hit] = hits;
    expect(
      hit?.around.map(({ text, marks }) => [text, ...marks.map(([a, b]) => text.slice(a, b))]),
    ).toEqual([
      ['The new quay', 'quay'],
      ['Council', 'Council'],
    ]);
  });

  it('ranks the records of several packs together', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const other = { ...first.pack, pack: 'zz-other', claims: [], statements: [] };
    await installPack(store.db, { version: 'one', pack: other }, false);
    const { hits, total } = await searchRecords(store, 'lind', 10, english);
    expect(hits.map(({ record }) => record.key)).toEqual([
      'harbour#cost-corrected',
      'harbour#not-asked',
      'zz-other#not-asked',
      'harbour#on-time',
    ]);
    expect(total).toBe(4);
  });
});

describe('a sidecar that is damaged', () => {
  it.each([
    ['mentions', undefined],
    ['mentions', new Blob([])],
    ['mentions', new Blob([new Uint8Array(4096)])],
    ['mentions', new ArrayBuffer(16)],
    ['search', undefined],
    ['search', new ArrayBuffer(16)],
    ['search/0', undefined],
    ['search/0', new ArrayBuffer(16)],
    ['topics/0', undefined],
    ['surroundings/0', undefined],
    ['links', undefined],
  ])('as "%s" is derived anew from the chunks', async (name, body) => {
    const options = memory();
    const before = await openStore(options);
    await installPack(before.db, first, true);
    const expected = await answers(before);
    const key: [string, number, string] = ['harbour', 1, name];
    expect(await before.db.sidecars.get(key)).toBeDefined();
    if (body) await before.db.sidecars.update(key, { body });
    else await before.db.sidecars.delete(key);
    before.db.close();

    const store = await openStore(options);
    expect(await answers(store)).toEqual(expected);
    store.db.close();
    expect(await answers(await openStore(options))).toEqual(expected);
  });
});

it('that is damaged in several packs at once is repaired in each', async () => {
  const store = await openStore(memory());
  await installPack(store.db, first, true);
  await installPack(store.db, { ...first, pack: { ...first.pack, pack: 'other' } }, false);
  const expected = await findInBlocks(store, blocks, english);
  store.memory.clear();
  const damaged = (await store.db.sidecars.toArray()).filter(({ name }) => name === 'mentions');
  await store.db.sidecars.bulkPut(damaged.map((row) => ({ ...row, body: null })));
  expect(await findInBlocks(store, blocks, english)).toEqual(expected);
});

describe('a store of an earlier version of the extension', () => {
  it('has its sidecars derived anew, with nothing lost', async () => {
    const options = memory();
    const before = await openStore(options);
    await installPack(before.db, first, true);
    const expected = await answers(before);
    await before.db.packs.update('harbour', { format: FORMAT - 1 });
    const rows = await before.db.sidecars.toArray();
    await before.db.sidecars.bulkPut(
      rows.map((row) => (row.name === 'head' ? row : { ...row, body: 'of another form' })),
    );
    before.db.close();

    const store = await openStore(options);
    expect(await answers(store)).toEqual(expected);
    expect((await store.db.packs.get('harbour'))?.format).toBe(FORMAT);
  });
});

/** The database as 0.1.0 declared and filled it: no memory of what was seen, fewer sidecars, rows that say less. */
async function asOfFirstVersion(options: ReturnType<typeof memory>): Promise<void> {
  const now = await openStore(memory());
  await installPack(now.db, first, true);
  const db = new Dexie('on-record', options);
  db.version(1).stores({
    packs: 'id',
    chunks: '[pack+generation+bucket]',
    sidecars: '[pack+generation+name]',
    stagings: '[pack+generation]',
  });
  const [row] = await now.db.packs.toArray();
  const { contact: _, signed: __, updated: ___, expires: ____, ...old } = row ?? ({} as PackRow);
  await db.table('packs').put({ ...old, format: 2 });
  const chunks = await now.db.chunks.toArray();
  await db.table('chunks').bulkPut(
    chunks.map((chunk) => {
      const { pack, generation, bucket } = chunk;
      return { pack, generation, bucket, entries: entriesIn(chunk) };
    }),
  );
  const sidecars = await now.db.sidecars.toArray();
  await db.table('sidecars').bulkPut(sidecars.filter(({ name }) => name !== 'links'));
  db.close();
  now.db.close();
}

describe('a store of 0.1.0', () => {
  it('opens with nothing lost, and learns what its rows did not say', async () => {
    const fresh = await openStore(memory());
    await installPack(fresh.db, first, true);
    const expected = await answers(fresh);
    const options = memory();
    await asOfFirstVersion(options);
    const store = await openStore(options);
    expect(await answers(store)).toEqual(expected);
    const withoutGeneration = (rows: readonly { generation: number }[]) =>
      rows.map((row) => ({ ...row, generation: 0 }));
    for (const table of ['packs', 'chunks'] as const) {
      expect(withoutGeneration(await store.db[table].toArray())).toEqual(
        withoutGeneration(await fresh.db[table].toArray()),
      );
    }
    const names = async ({ db }: Store) => (await db.sidecars.toArray()).map(({ name }) => name);
    expect(await names(store)).toEqual(await names(fresh));
    expect(await store.db.seen.count()).toBe(0);
    await rememberSeen(store, ['harbour#quay'], 1);
    expect(await store.db.seen.count()).toBe(1);
  });

  it('knows a publisher’s contact that was in its head', async () => {
    const options = memory();
    const before = await openStore(options);
    const contact = 'https://haven.example/contact';
    const publisher = { ...first.pack.publisher, contact };
    await installPack(before.db, { ...first, pack: { ...first.pack, publisher } }, true);
    const [row] = await before.db.packs.toArray();
    const { contact: _, ...old } = row ?? ({} as PackRow);
    await before.db.packs.put({ ...old, format: 2 } as PackRow);
    before.db.close();
    const store = await openStore(options);
    expect((await store.db.packs.get('harbour'))?.contact).toBe(contact);
  });
});

describe('a store that is only connected', () => {
  it('answers as it stands, and says when there was none before', async () => {
    const options = memory();
    const { store, isNew } = await connectStore(options);
    expect(isNew).toBe(true);
    await installPack(store.db, first, true);
    const expected = await answers(store);
    store.db.close();
    const again = await connectStore(options);
    expect(again.isNew).toBe(false);
    expect(await answers(again.store)).toEqual(expected);
  });

  it('leaves what an interrupted update left until it is tidied', async () => {
    const options = memory();
    const { store } = await connectStore(options);
    const staging = await beginStaging(store.db, 'harbour');
    await stageChunks(store.db, staging, [{ bucket: 0, ...NO_CHUNK }]);
    store.db.close();
    const again = await connectStore(options);
    expect(await again.store.db.chunks.count()).toBe(1);
    await tidyStore(again.store);
    expect(await again.store.db.chunks.count()).toBe(0);
  });
});

describe('a browser without a database', () => {
  it('is told apart from a bug', async () => {
    const refusing = {
      open() {
        throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
      },
    } as unknown as IDBFactory;
    const failed = await openStore({ ...memory(), indexedDB: refusing }).catch((error) => error);
    expect(storeProblem(failed)).toBe('storage');
    expect(storeProblem(new TypeError('x is undefined'))).toBe('internal');
  });
});
