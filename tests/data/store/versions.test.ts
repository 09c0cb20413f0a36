import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { diffEntries } from '../../../data/pack/diff';
import { removePack } from '../../../data/store/remove';
import { openStore, type Store } from '../../../data/store/store';
import { keepVersion, listVersions, seeVersions, UNSEEN } from '../../../data/store/versions';
import { claim, entries } from '../sync/publisher';

let store: Store;
beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => store.db.close());

const keep = (seq: number, before: readonly Entry[] | null, after: readonly Entry[]) =>
  store.db.transaction('rw', store.db.packs, store.db.versions, () =>
    keepVersion(store.db, {
      pack: 'varn-dam',
      seq,
      edition: null,
      issued: '2024-11-01T08:00:00Z',
      diff: before && diffEntries(before, after),
    }),
  );

const isStored = () => store.db.packs.put({ id: 'varn-dam', generation: 1 } as never);

describe('what each version of a pack brought', () => {
  it('is nothing to look at where the pack is new', async () => {
    await keep(1, [], []);
    const [first] = await listVersions(store.db, 'varn-dam');
    expect(first).toMatchObject({ n: 1, seq: 1, day: '2024-11-01' });
    expect(first?.seen).toBeGreaterThan(UNSEEN);
  });

  it('is listed field by field, records first', async () => {
    await isStored();
    const [crack] = entries.filter(({ id }) => id === 'crack');
    const tombstone: Entry = {
      kind: 'tombstone',
      id: 'flood',
      about: ['floods'],
      withdrawn: '2024-11-02',
      reason: 'Its source took it back.',
    };
    const after = entries.map((entry) =>
      entry.id === 'crack'
        ? ({ ...crack, made: '2024-10-19', text: 'A crack runs through the wall.' } as Entry)
        : entry.id === 'flood'
          ? tombstone
          : entry.id === 'floods'
            ? ({ ...entry, name: 'Floods' } as Entry)
            : entry,
    );
    await keep(2, entries, [...after, claim('new', 'Something new.')]);
    const [version] = await listVersions(store.db, 'varn-dam');
    expect(version?.counts).toEqual({ added: 1, changed: 2, withdrawn: 1, removed: 0 });
    expect(version?.changes.map(({ change, kind, id }) => [change, kind, id])).toEqual([
      ['changed', 'claim', 'crack'],
      ['added', 'claim', 'new'],
      ['withdrawn', 'claim', 'flood'],
      ['changed', 'topic', 'floods'],
    ]);
    expect(version?.changes[0]?.fields).toEqual([
      { path: ['made'], before: '2024-10-18', after: '2024-10-19' },
      {
        path: ['text'],
        before: 'A crack runs through the northern wall.',
        after: 'A crack runs through the wall.',
      },
    ]);
    expect(version?.changes[2]?.title).toBe('The cellar stood under water.');
    expect(version?.seen).toBe(UNSEEN);
  });

  it('stays small however much a version changed, and counts what it does not list', async () => {
    await isStored();
    const many = Array.from({ length: 3000 }, (_, i) => claim(`c-${i}`, 'x'.repeat(5000)));
    await keep(2, [], many);
    const [version] = await listVersions(store.db, 'varn-dam');
    expect(version?.counts?.added).toBe(3000);
    expect(JSON.stringify(version).length).toBeLessThan(65_000);
    expect(version?.changes.length).toBeGreaterThan(50);
  });

  it('is kept of the last versions only', async () => {
    await isStored();
    for (let seq = 2; seq < 42; seq++) await keep(seq, [], [claim(`c-${seq}`, 'Said.')]);
    const versions = await listVersions(store.db, 'varn-dam');
    expect(versions).toHaveLength(26);
    expect(versions[0]?.seq).toBe(41);
  });

  it('is new until the reader has looked, and goes with the pack', async () => {
    await isStored();
    await keep(2, [], [claim('new', 'Said.')]);
    await seeVersions(store.db, ['another'], 5);
    expect((await listVersions(store.db, 'varn-dam'))[0]?.seen).toBe(UNSEEN);
    await seeVersions(store.db, ['varn-dam'], 7);
    expect((await listVersions(store.db, 'varn-dam'))[0]?.seen).toBe(7);
    await removePack(store, 'varn-dam');
    expect(await listVersions(store.db, 'varn-dam')).toEqual([]);
  });

  it('says that nobody compared', async () => {
    await isStored();
    await keep(2, null, entries);
    expect((await listVersions(store.db, 'varn-dam'))[0]).toMatchObject({
      counts: null,
      changes: [],
    });
  });
});
