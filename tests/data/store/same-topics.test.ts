import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../data/model';
import { findInBlocks } from '../../../data/store/find-mentions';
import { installPack } from '../../../data/store/install';
import { openStore, type Store } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, harbour, memory } from './example';

/** A pack of one topic with one record a year. */
function packOf(id: string, given: Partial<Pack['topics'][number]>, years = ['2024']): Pack {
  return {
    ...harbour,
    pack: id,
    publisher: { name: `Desk ${id}` },
    topics: [{ id: 'works', name: `Works of ${id}`, mention: 'new quay', ...given }],
    claims: years.map((made) => ({
      id: `said-${made}`,
      about: ['works'],
      by: ['port'],
      made,
      text: `Said by ${id} in ${made}.`,
      sources: [{ source: 'gazette' }],
    })),
    denials: [],
    statements: [],
    events: [],
    tombstones: [],
  };
}

async function storeOf(...packs: Pack[]): Promise<Store> {
  const store = await openStore(memory());
  for (const pack of packs)
    await installPack(store.db, { version: '1', pack }, pack.pack === 'shipped');
  return store;
}

const view = (store: Store, ...topics: string[]) => viewTopics(store, topics, english, card);
const find = (store: Store, muted: string[] = []) =>
  findInBlocks(store, [{ id: 0, text: 'Work on the new quay goes on.' }], english, {
    page: [],
    muted: new Set(muted),
  });

describe('topics of several packs that name one thing', () => {
  it.each([
    ['a Wikidata id', ['Q42'], ['Q42']],
    ['an id and its address', ['Q42'], ['https://www.wikidata.org/wiki/Q42']],
    ['an address in two forms', ['http://dam.example/works/'], ['https://www.dam.example/works#a']],
    ['one that names the other', ['zz#works'], undefined],
    ['one that is named by the other', undefined, ['aa#works']],
  ])('are one view of all their records, by date: %s', async (_, ours, theirs) => {
    const store = await storeOf(
      packOf('aa', { sameAs: ours }, ['2021', '2024']),
      packOf('zz', { sameAs: theirs }, ['2020', '2023']),
    );
    const [found, ...more] = await view(store, 'aa#works', 'zz#works');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      key: 'aa#works',
      name: 'Works of aa',
      topics: ['aa#works', 'zz#works'],
      counts: { claim: 4, denial: 0, statement: 0, event: 0 },
      omitted: 0,
    });
    expect(found?.packs.map(({ publisher }) => publisher)).toEqual(['Desk aa', 'Desk zz']);
    expect(found?.records.map(({ key }) => key)).toEqual([
      'zz#said-2020',
      'aa#said-2021',
      'zz#said-2023',
      'aa#said-2024',
    ]);
    const [other] = await view(store, 'zz#works');
    expect(other).toMatchObject({ name: 'Works of zz', topics: ['zz#works', 'aa#works'] });
  });

  it('never merge two records of one id', async () => {
    const store = await storeOf(
      packOf('aa', { sameAs: ['Q42'] }),
      packOf('zz', { sameAs: ['Q42'] }),
    );
    const [found] = await view(store, 'aa#works');
    expect(found?.records.map(({ key, text }) => [key, text.text])).toEqual([
      ['aa#said-2024', 'Said by aa in 2024.'],
      ['zz#said-2024', 'Said by zz in 2024.'],
    ]);
  });

  it('have the pack that ships first among the others', async () => {
    const store = await storeOf(
      ...['aa', 'bb', 'shipped'].map((id) => packOf(id, { sameAs: ['Q42'] })),
    );
    const [found] = await view(store, 'bb#works');
    expect(found?.packs.map(({ id }) => id)).toEqual(['bb', 'shipped', 'aa']);
  });

  it('do not make one of two things because a third names both', async () => {
    const store = await storeOf(
      packOf('aa', { sameAs: ['Q1'] }),
      packOf('bridge', { sameAs: ['Q1', 'Q2'] }),
      packOf('zz', { sameAs: ['Q2'] }),
    );
    const topics = async (key: string) => (await view(store, key))[0]?.topics;
    expect(await topics('aa#works')).toEqual(['aa#works', 'bridge#works']);
    expect(await topics('bridge#works')).toEqual(['bridge#works', 'aa#works', 'zz#works']);
    expect((await view(store, 'aa#works', 'zz#works')).map(({ key }) => key)).toEqual([
      'aa#works',
      'zz#works',
    ]);
  });

  it('are one mention where they hold at one place, with all their records counted', async () => {
    const store = await storeOf(
      packOf('aa', { sameAs: ['Q42'] }, ['2024']),
      packOf('other', {}, ['2022']),
      packOf('zz', { sameAs: ['Q42'] }, ['2020', '2021']),
    );
    const { mentions, topics } = await find(store);
    expect(mentions.map(({ topic }) => topic)).toEqual(['aa#works', 'other#works']);
    expect(topics.map(({ key, counts }) => [key, counts.claim])).toEqual([
      ['aa#works', 3],
      ['other#works', 1],
    ]);
  });

  it('are muted together', async () => {
    const store = await storeOf(
      packOf('aa', { sameAs: ['Q42'] }),
      packOf('other', {}),
      packOf('zz', { sameAs: ['Q42'] }),
    );
    const left = async (muted: string) =>
      (await find(store, [muted])).mentions.map(({ topic }) => topic);
    expect(await left('zz#works')).toEqual(['other#works']);
    expect(await left('aa#works')).toEqual(['other#works']);
    expect(await left('other#works')).toEqual(['aa#works']);
  });

  it('follow packs that come and go', async () => {
    const store = await storeOf(packOf('aa', { sameAs: ['Q42'] }));
    const topics = async () => (await view(store, 'aa#works'))[0]?.topics;
    await find(store);
    expect(await topics()).toEqual(['aa#works']);
    await installPack(store.db, { version: '1', pack: packOf('zz', { sameAs: ['Q42'] }) }, false);
    expect(await topics()).toEqual(['aa#works', 'zz#works']);
    await store.db.packs.delete('zz');
    expect(await topics()).toEqual(['aa#works']);
  });
});

describe('two hundred packs', () => {
  it('show sixteen side by side, and read no more', async () => {
    const store = await openStore(memory());
    for (let i = 0; i < 200; i++) {
      const pack = packOf(`pack-${100 + i}`, { sameAs: ['Q42', `Q${1000 + i}`] });
      await installPack(store.db, { version: '1', pack }, false);
    }
    store.memory.clear();
    const [found] = await view(store, 'pack-150#works');
    expect(found?.packs).toHaveLength(16);
    const tables = [...store.memory.keys()].filter((name) => name.includes('/topics/'));
    expect(tables).toHaveLength(16);
  }, 60_000);
});
