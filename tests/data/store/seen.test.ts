import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../data/model';
import { installPack } from '../../../data/store/install';
import { clearSeen, rememberSeen } from '../../../data/store/seen';
import { openStore, type Store } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, first, harbour, memory } from './example';

async function opened() {
  const store = await openStore(memory());
  await installPack(store.db, first, true);
  return store;
}

/** @returns by record of the quay: what is news of it; those without are left out */
async function news(store: Store, locale = 'en') {
  const asking = { ...card, news: true };
  const [view] = await viewTopics(store, ['harbour#quay'], { ...english, locale }, asking);
  const told = view?.records.filter((record) => record.news !== null) ?? [];
  return Object.fromEntries(told.map((record) => [record.key.split('#')[1], record.news]));
}

const update = (store: Store, pack: Pack) =>
  installPack(store.db, { version: JSON.stringify(pack), pack }, true);

const changed: Pack = {
  ...harbour,
  claims: [
    ...harbour.claims.map((claim) =>
      claim.id === 'cost' ? { ...claim, text: 'The quay costs 13,000 crowns.' } : claim,
    ),
    {
      id: 'later',
      about: ['quay'],
      by: ['port'],
      made: '2024-12-01',
      text: 'The quay is done.',
      sources: [{ source: 'gazette' }],
    },
  ],
};

describe('news of a topic', () => {
  it('is none at its first opening', async () => {
    const store = await opened();
    expect(await news(store)).toEqual({});
    await update(store, changed);
    expect(await news(store)).toEqual({});
  });

  it('is what was added or changed since it was seen, once', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#quay'], 1);
    expect(await news(store)).toEqual({});
    await update(store, changed);
    expect(await news(store)).toEqual({ later: 'new', cost: 'changed' });
    // Asked for and not shown: it is news still.
    expect(await news(store)).toEqual({ later: 'new', cost: 'changed' });
    await rememberSeen(store, ['harbour#quay'], 2);
    expect(await news(store)).toEqual({});
  });

  it('is that a record was withdrawn', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#quay'], 1);
    await update(store, {
      ...harbour,
      denials: [],
      tombstones: [
        ...harbour.tombstones,
        { id: 'not-asked', about: ['quay'], withdrawn: '2025-03-01', reason: 'She was asked.' },
      ],
    });
    expect(await news(store)).toEqual({ 'not-asked': 'changed' });
  });

  it('is not another language, another edition, or another topic that it is about too', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#quay'], 1);
    expect(await news(store, 'de')).toEqual({});
    const claims = harbour.claims.map((claim) => ({ ...claim, about: ['quay', 'dredging'] }));
    await update(store, { ...harbour, edition: '3', claims });
    expect(await news(store)).toEqual({});
  });

  it('is not told where nobody asks for it', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#quay'], 1);
    await update(store, changed);
    const [view] = await viewTopics(store, ['harbour#quay'], english, card);
    expect(view?.records.every((record) => record.news === null)).toBe(true);
  });

  it('counts for a topic that the reader sees for the first time in another pack’s view', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#quay'], 1);
    const topics = [{ id: 'works', name: 'Works', sameAs: ['harbour#quay'] }];
    const claims = [{ ...harbour.claims[0], id: 'theirs', about: ['works'] }] as Pack['claims'];
    const other = {
      ...harbour,
      pack: 'other',
      topics,
      claims,
      denials: [],
      statements: [],
      events: [],
    };
    await update(store, { ...other, tombstones: [] });
    expect(await news(store)).toEqual({ theirs: 'new' });
    // Seen in that view, by whatever key it is named.
    await rememberSeen(store, ['harbour#quay'], 2);
    expect(await news(store)).toEqual({});
  });
});

describe('the memory', () => {
  it('is empty once it was cleared', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#quay', 'harbour#tolls'], 1);
    expect(await store.db.seen.count()).toBe(2);
    await clearSeen(store);
    await update(store, changed);
    expect(await news(store)).toEqual({});
    expect(await store.db.seen.count()).toBe(0);
  });

  it('holds keys, digests and the time, and nothing else', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#tolls'], 7);
    const [row] = await store.db.seen.toArray();
    expect(row).toEqual({
      topic: 'harbour#tolls',
      at: 7,
      records: new Map([['harbour#cost', expect.any(Number)]]),
    });
  });

  it('takes no topic that is not stored', async () => {
    const store = await opened();
    await rememberSeen(store, ['harbour#nothing', 'nowhere#quay', ''], 1);
    expect(await store.db.seen.count()).toBe(0);
  });

  it('forgets what was seen longest ago beyond 4,000 topics', async () => {
    const store = await opened();
    const rows = Array.from({ length: 4000 }, (_, i) => ({
      topic: `old#topic-${i}`,
      at: 1000 + i,
      records: new Map(),
    }));
    await store.db.seen.bulkPut(rows);
    await rememberSeen(store, ['harbour#quay', 'harbour#tolls'], 9000);
    expect(await store.db.seen.count()).toBe(4000);
    const oldest = await store.db.seen.orderBy('at').first();
    expect(oldest?.topic).toBe('old#topic-2');
  });
});
