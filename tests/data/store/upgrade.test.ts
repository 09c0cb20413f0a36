import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { connectStore } from '../../../data/store/connect';
import { findInBlocks } from '../../../data/store/find-mentions';
import { storeProblem } from '../../../data/store/problem';
import { DATABASE_NAME, declareDatabase, FORMAT } from '../../../data/store/schema';
import { openStore, type Store, tidyStore } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english } from './example';

const FOLDER = join(import.meta.dirname, 'databases');

/** A database as an earlier version left it; see databases/README.md. */
interface Kept {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

const kept = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Kept);

const VIEWS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revived);
  const bytesOf = (text: unknown) => Uint8Array.from(Buffer.from(String(text), 'base64'));
  if ('$buffer' in value) return bytesOf(value.$buffer).buffer;
  if ('$blob' in value) return new Blob([bytesOf(value.$blob)]);
  if ('$map' in value) return new Map(revived(value.$map) as [unknown, unknown][]);
  if ('$view' in value && 'bytes' in value) {
    return new VIEWS[value.$view as keyof typeof VIEWS](bytesOf(value.bytes).buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}

/** Dexie's numbers are ten to one of the browser's. */
async function databaseOf({ version, stores, tables }: Kept, indexedDB: IDBFactory): Promise<void> {
  const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  db.version(version).stores(stores);
  await db.open();
  for (const [name, rows] of Object.entries(tables))
    await db.table(name).bulkAdd(rows.map(revived));
  db.close();
}

/** Every row of the old tables, as it stands now. */
async function rowsOf({ version, stores }: Kept, indexedDB: IDBFactory): Promise<unknown> {
  const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  db.version(version).stores(stores);
  await db.open();
  const rows = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()]),
  );
  db.close();
  return Object.fromEntries(rows);
}

const page = [{ id: 0, text: 'The new quay will be opened next to the cracks.' }];

async function readable(store: Store) {
  const asking = { page: [], muted: new Set<string>() };
  const found = await findInBlocks(store, page, { locale: 'en' }, asking as never);
  const quay = await viewTopics(store, ['harbour#quay'], english, card);
  return { found, quay };
}

describe('a database of an earlier version', () => {
  it('is kept of every version but the newest, or of that too', () => {
    const { verno } = declareDatabase();
    const versions = kept.map(({ version }) => version);
    for (let version = 1; version < verno; version++) expect(versions).toContain(version);
  });

  it.each(kept.map((one) => [one.version, one] as const))(
    '%i opens with nothing lost',
    async (version, old) => {
      const indexedDB = new IDBFactory();
      await databaseOf(old, indexedDB);
      const store = await openStore({ indexedDB, IDBKeyRange });
      const packs = await store.db.packs.toArray();
      expect(packs.map(({ id }) => id)).toEqual(
        old.tables.packs?.map((row) => (row as { id: string }).id),
      );
      expect(packs.map(({ format }) => format)).toEqual(packs.map(() => FORMAT));
      expect(packs.map(({ counts }) => counts)).toEqual(
        old.tables.packs?.map((row) => (row as { counts: unknown }).counts),
      );
      const { found, quay } = await readable(store);
      expect(JSON.stringify(found)).toContain('harbour#quay');
      expect(JSON.stringify(quay)).toContain('The quay costs 12,000 crowns.');
      expect(await store.db.seen.count()).toBe(version >= 2 ? 1 : 0);
      if (version < 3) return;
      expect(await store.db.subscriptions.toArray()).toEqual(revived(old.tables.subscriptions));
      expect(await store.db.syncs.toArray()).toEqual(revived(old.tables.syncs));
      expect(await store.db.packs.get('varn-dam')).toMatchObject({ signed: true });
    },
  );
});

describe('an upgrade that fails', () => {
  const [old] = kept.filter(({ version }) => version === 3);
  if (!old) throw new Error('no database of version 3 is kept');

  it('leaves the database as it was where a store cannot be made, and says that none can be had', async () => {
    const indexedDB = new IDBFactory();
    await databaseOf(old, indexedDB);
    const before = await rowsOf(old, indexedDB);
    const broken = Object.create(indexedDB, {
      open: {
        value: (name: string, version?: number) => {
          const opening = indexedDB.open(name, version);
          opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
          return opening;
        },
      },
    }) as IDBFactory;
    const failed = await connectStore({ indexedDB: broken, IDBKeyRange }).catch(
      (error: unknown) => error,
    );
    expect(storeProblem(failed)).toBe('storage');
    expect(await rowsOf(old, indexedDB)).toEqual(before);
    expect((await readable(await openStore({ indexedDB, IDBKeyRange }))).quay).toBeTruthy();
  });

  it('leaves the packs as they were where the disk is full, and says so', async () => {
    const indexedDB = new IDBFactory();
    await databaseOf(old, indexedDB);
    const packs = async ({ db }: Store) => ({
      packs: await db.packs.toArray(),
      chunks: await db.chunks.toArray(),
      sidecars: await db.sidecars.toArray(),
    });
    const { store } = await connectStore({ indexedDB, IDBKeyRange });
    const before = await packs(store);
    store.db.close();
    const again = await connectStore({ indexedDB, IDBKeyRange });
    // Room for chunks, none for what is derived from them.
    again.store.db.sidecars.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const failed = await tidyStore(again.store).catch((error: unknown) => error);
    expect(storeProblem(failed)).toBe('full');
    expect(await packs(again.store)).toEqual(before);
    again.store.db.close();
    expect((await readable(await openStore({ indexedDB, IDBKeyRange }))).quay).toBeTruthy();
  });
});
