import { gunzipSync, gzipSync } from 'node:zlib';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { BackupRefused } from '../../../data/backup/format';
import { checkBackup, restoreBackup } from '../../../data/backup/restore';
import { writeBackup } from '../../../data/backup/write';
import type { Entry } from '../../../data/model';
import { findInBlocks } from '../../../data/store/find-mentions';
import { installPack } from '../../../data/store/install';
import { rememberSeen } from '../../../data/store/seen';
import { openStore, type Store } from '../../../data/store/store';
import { syncStore } from '../../../data/store/sync-store';
import { sync } from '../../../data/sync/client/sync';
import { harbour } from '../store/example';
import { Author, FOLDER, Reader, type Web } from '../sync/client/host';
import { claim, entries, packLine, topic } from '../sync/publisher';

const signal = new AbortController().signal;

/** Two settings, and two things that are this browser's own. */
const SETTINGS = {
  siteModes: { 'https://b.example': 'never', 'https://a.example': 'always' },
  hover: { mode: 'hover', delay: 150, zoom: 1.25 },
  subscriptions: [],
  backupSaved: 5,
};
const KEPT = { siteModes: SETTINGS.siteModes, hover: SETTINGS.hover };

const many: readonly Entry[] = [
  ...entries,
  topic('gates'),
  ...Array.from({ length: 700 }, (_, i) => claim(`g-${i}`, `Gate ${i} stood open.`, 'gates')),
];

const emptyStore = () => openStore({ indexedDB: new IDBFactory(), IDBKeyRange });

/** A store with a pack that is followed, one that came with the extension, and something seen. */
async function world() {
  const web: Web = new Map();
  const author = await Author.begin(web);
  await author.publish(many);
  const store = await emptyStore();
  await installPack(store.db, { version: '1', pack: harbour }, true);
  const follow = async (into: Store) => {
    const wire = new Reader(web);
    const fresh = {
      pack: packLine.pack,
      folder: FOLDER,
      mirrors: [],
      applied: null,
      root: author.root,
    };
    const port = { ...syncStore(into), get: (url: string, limit: number) => wire.get(url, limit) };
    const stored = await into.db.subscriptions.get(packLine.pack);
    return (await sync(stored ?? fresh, port, { author: false, signal })).by;
  };
  await follow(store);
  await author.publish([...many, claim('late', 'One more.')]);
  await follow(store);
  await store.db.syncs.put({
    pack: packLine.pack,
    at: 1000,
    next: 2000.5,
    failures: 0,
    trouble: null,
    updated: { at: 1000, by: 'delta' },
    ended: null,
  });
  await rememberSeen(store, [`${packLine.pack}#cracks`, 'harbour#quay'], 5000);
  return { author, store, follow };
}

const bytesOf = async (store: Store, settings: Record<string, unknown> = SETTINGS) =>
  new Uint8Array(await new Response(writeBackup(store, settings)).arrayBuffer());
const fileOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
const textOf = (bytes: Uint8Array) => gunzipSync(bytes).toString();

/** Every row there is. */
async function allOf({ db }: Store): Promise<unknown> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()]),
  );
  return Object.fromEntries(tables);
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error: unknown) => {
      if (error instanceof BackupRefused) return error.fault;
      throw error;
    },
  );
}

describe('a backup', () => {
  it('makes of an empty browser what the other one was, byte for byte', async () => {
    const { store } = await world();
    const backup = await bytesOf(store);
    const other = await emptyStore();
    await installPack(other.db, { version: '1', pack: harbour }, true);
    expect(await restoreBackup(other, fileOf(backup))).toEqual(KEPT);
    expect(textOf(await bytesOf(other, KEPT))).toBe(textOf(backup));
    expect(await bytesOf(other, KEPT)).toEqual(backup);
  });

  it('restores what can be read, searched on pages and followed further', async () => {
    const { store, author, follow } = await world();
    const other = await emptyStore();
    await restoreBackup(other, fileOf(await bytesOf(store)));
    const { db } = other;
    expect(await db.packs.get(packLine.pack)).toMatchObject({
      signed: true,
      bundled: false,
      counts: (await store.db.packs.get(packLine.pack))?.counts,
    });
    const blocks = [{ id: 0, text: 'About cracks and gates.' }];
    const asking = { page: [], muted: new Set<string>() };
    const found = (at: Store) => findInBlocks(at, blocks, { locale: 'en' }, asking as never);
    expect(await found(other)).toEqual(await found(store));
    await author.publish([...many, claim('later', 'And more.')]);
    expect(await follow(other)).toBe('delta');
  });

  it('takes the place of what was there, and leaves the packs of the extension', async () => {
    const { store } = await world();
    const other = await emptyStore();
    await installPack(other.db, { version: '1', pack: harbour }, true);
    await installPack(other.db, { version: '9', pack: { ...harbour, pack: 'mine' } }, false);
    await restoreBackup(other, fileOf(await bytesOf(store)));
    expect(await other.db.packs.toCollection().primaryKeys()).toEqual(['harbour', packLine.pack]);
    expect(await other.db.chunks.where(':id').between(['mine'], ['mine', []]).count()).toBe(0);
    expect(await other.db.stagings.count()).toBe(0);
  });

  it('says what is in it, and changes nothing by that', async () => {
    const { store } = await world();
    const before = await allOf(store);
    expect(await checkBackup(fileOf(await bytesOf(store)))).toEqual({
      packs: [packLine.name],
      entries: many.length + 1,
      settings: 2,
    });
    expect(await allOf(store)).toEqual(before);
  });
});

describe('a file that is no whole backup', () => {
  const again = (bytes: Uint8Array, change: (text: string) => string) =>
    new Uint8Array(gzipSync(change(textOf(bytes))));
  /** As a tool would that keeps the books. */
  const counted = (text: string) => {
    const lines = text
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => `${line}\n`);
    const bytes = Buffer.byteLength(lines.join(''));
    return `${lines.join('')}{"bytes":${bytes},"kind":"end"}\n`;
  };

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['is a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'none'],
    ['is empty', () => new Uint8Array(), 'none'],
    ['is another gzip file', () => new Uint8Array(gzipSync('hello\n')), 'none'],
    [
      'is of a later On Record',
      (b) => again(b, (t) => t.replace('"version":1}', '"version":2}')),
      'newer',
    ],
    ['was cut off', (b) => b.slice(0, -2000), 'damaged'],
    ['lost its last bytes', (b) => b.slice(0, -4), 'damaged'],
    [
      'has a flipped bit',
      (b) => b.map((byte, i) => (i === b.length >> 1 ? byte ^ 4 : byte)),
      'damaged',
    ],
    ['lost its last line', (b) => again(b, (t) => t.replace(/[^\n]+\n$/, '')), 'damaged'],
    [
      'lost a line in the middle',
      (b) => again(b, (t) => t.replace(/[^\n]*"g-300"[^\n]*\n/, '')),
      'damaged',
    ],
    [
      'has other words in a record',
      (b) => again(b, (t) => counted(t.replace('Gate 300 stood open', 'Gate 300 stood shut'))),
      'damaged',
    ],
    [
      'has a link that runs a script',
      (b) =>
        again(b, (t) =>
          counted(t.replace('"publisher":"Varn Courier"', '"publisher":"x","url":"javascript:a"')),
        ),
      'damaged',
    ],
    [
      'has a row of another form',
      (b) => again(b, (t) => counted(t.replace('"failures":0', '"failures":"0"'))),
      'damaged',
    ],
    [
      'has a line of no known kind',
      (b) => again(b, (t) => counted(t.replace('"kind":"sync"', '"kind":"sink"'))),
      'damaged',
    ],
  ])('is refused with nothing changed where it %s', async (_, spoil, fault) => {
    const { store } = await world();
    const file = fileOf(spoil(await bytesOf(store)));
    const before = await allOf(store);
    expect(await faultOf(checkBackup(file))).toBe(fault);
    expect(await faultOf(restoreBackup(store, file))).toBe(fault);
    expect(await allOf(store)).toEqual(before);
  });

  it('leaves everything as it was where the store fails at the last moment', async () => {
    const { store } = await world();
    const backup = await bytesOf(store);
    await store.db.seen.clear();
    const before = await allOf(store);
    store.db.seen.hook('creating', () => {
      throw new Error('no room');
    });
    await expect(restoreBackup(store, fileOf(backup))).rejects.toThrow();
    expect(await allOf(store)).toEqual(before);
  });
});
