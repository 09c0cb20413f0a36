/** What versions brought, from a sync to what the library shows. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayer } from '../../../data/locale';
import type { Entry } from '../../../data/model';
import { countChanges, listChanges } from '../../../data/store/changes-view';
import { installPack } from '../../../data/store/install';
import { openStore, type Store } from '../../../data/store/store';
import { syncStore } from '../../../data/store/sync-store';
import { seeVersions } from '../../../data/store/versions';
import { sync } from '../../../data/sync/client/sync';
import en from '../../../public/locales/en.json';
import { Author, FOLDER, Reader } from '../sync/client/host';
import { claim, entries, packLine } from '../sync/publisher';
import { first, second } from './example';

const language = { locale: 'en', say: sayer('en', en) };
const signal = new AbortController().signal;

let store: Store;
let author: Author;
beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  author = await Author.begin(new Map());
});
afterEach(() => store.db.close());

async function take(published: readonly Entry[], given: Parameters<Author['publish']>[1] = {}) {
  await author.publish(published, given);
  const wire = new Reader(author.web);
  const fresh = {
    pack: packLine.pack,
    folder: FOLDER,
    mirrors: [],
    applied: null,
    root: author.root,
  };
  return sync(
    (await store.db.subscriptions.get(packLine.pack)) ?? fresh,
    { ...syncStore(store), get: (...ask) => wire.get(...ask) },
    { author: false, signal },
  );
}

const list = (all = false) => listChanges(store, { pack: null, all, now: Date.now() }, language);

const mended = entries.map((entry) =>
  entry.id === 'crack' && entry.kind === 'claim'
    ? {
        ...entry,
        made: '2024-10-19',
        quantity: [{ value: 12, unit: 'metres' }],
        relations: { denies: ['flood'] },
      }
    : entry,
) as readonly Entry[];

describe('what versions of packs brought', () => {
  it('is nothing for the first, and told field by field in the reader’s words after that', async () => {
    await take(entries);
    expect(await countChanges(store)).toEqual({});
    expect((await take([...mended, claim('new', 'Something new.')])).by).toBe('delta');
    expect(await countChanges(store)).toEqual({ 'varn-dam': 2 });
    const [version] = await list();
    expect(version).toMatchObject({ version: 2, before: 1, seen: null });
    expect(version?.signed?.label).toBe('1 Nov 2024');
    const [changed, added] = version?.changes ?? [];
    expect(changed?.record?.made?.edtf).toBe('2024-10-19');
    expect(changed?.fields).toEqual([
      { field: 'made', before: '18 Oct 2024', after: '19 Oct 2024' },
      { field: 'quantity', before: null, after: '12 metres' },
      { field: 'relations', before: null, after: 'denies: flood' },
    ]);
    expect(added).toMatchObject({ change: 'added', key: 'varn-dam#new' });
  });

  it('is compared where a snapshot has the layout of before, and not where it has another', async () => {
    await take(entries);
    expect((await take([...entries, claim('new', 'Something new.')], { deltas: [] })).by).toBe(
      'snapshot',
    );
    expect((await list())[0]?.counts).toEqual({ added: 1, changed: 0, withdrawn: 0, removed: 0 });
    const many = Array.from({ length: 400 }, (_, i) => claim(`c-${i}`, 'Said.', `t-${i % 9}`));
    await take([...entries, ...many]);
    expect((await list())[0]?.counts).toBeNull();
    expect(await countChanges(store)).toEqual({ 'varn-dam': 2 });
  });

  it('shows what was withdrawn with its reason, and what is gone by its last name', async () => {
    await take(entries);
    const tombstone: Entry = {
      kind: 'tombstone',
      id: 'flood',
      about: ['floods'],
      withdrawn: '2024-11-02',
      reason: 'Its source took it back.',
    };
    await take(
      entries.flatMap((entry): Entry[] =>
        entry.id === 'flood' ? [tombstone] : entry.kind === 'source' ? [] : [entry],
      ),
    );
    const changes = (await list())[0]?.changes ?? [];
    expect(changes.map(({ change, kind, title }) => [change, kind, title])).toEqual([
      ['withdrawn', 'claim', 'The cellar stood under water.'],
      ['removed', 'source', 'Varn Courier'],
    ]);
    expect(changes[0]?.record?.withdrawn?.reason).toBe('Its source took it back.');
    expect(changes[1]?.record).toBeNull();
  });

  it('is kept when it was looked at, and only counted before', async () => {
    await take(entries);
    await take([...entries, claim('new', 'Something new.')]);
    await seeVersions(store.db, null, 5);
    expect(await countChanges(store)).toEqual({});
    expect(await list()).toEqual([]);
    expect((await list(true)).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('is told of packs that come with the extension, too', async () => {
    await installPack(store.db, first, true);
    await installPack(store.db, second, true);
    const [version] = await list();
    expect(version?.version).toBeNull();
    expect(version?.changes.length).toBeGreaterThan(0);
  });
});
