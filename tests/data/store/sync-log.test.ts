import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clearRequests,
  closeRequest,
  listRequests,
  logRequest,
} from '../../../data/store/request-log';
import { openStore, type Store } from '../../../data/store/store';
import { duePacks } from '../../../data/store/sync-log';
import { LONGEST_MS, pauseAfter } from '../../../data/sync/client/schedule';

let store: Store;
beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => store.db.close());

const NOW = 1_700_000_000_000;
const YEAR = 365 * 86_400_000;

async function follow(pack: string, next: number, given: object = {}) {
  await store.db.subscriptions.put({ pack, folder: 'https://a.example/', ...given } as never);
  await store.db.syncs.put({ pack, at: 0, next, ended: null } as never);
}

const due = async () => (await duePacks(store.db, NOW)).map(({ pack }) => pack);

describe('packs that are due', () => {
  it('are those whose time has come, the longest waiting first', async () => {
    await follow('later', NOW - 1);
    await follow('first', NOW - 2);
    await follow('not-yet', NOW + 1000);
    expect(await due()).toEqual(['first', 'later']);
  });

  it('are those too whose time was set by a clock that ran a year ahead', async () => {
    await follow('ahead', NOW + YEAR);
    await follow('longest', NOW + LONGEST_MS);
    expect(await due()).toEqual(['ahead']);
  });

  it('are none that have ended, or are published nowhere', async () => {
    await follow('file', NOW - 1, { folder: '' });
    await follow('ended', NOW - 1);
    await store.db.syncs.update('ended', { ended: 'The desk has closed.' });
    expect(await due()).toEqual([]);
  });

  it('wait as long as the reader wants, and after a failure no longer than that has it', () => {
    const hour = 3_600_000;
    expect(pauseAfter({ failures: 0, retryAfter: null }, 0.5)).toBe(6 * hour);
    expect(pauseAfter({ failures: 0, retryAfter: null }, 0.5, 24)).toBe(24 * hour);
    expect(pauseAfter({ failures: 1, retryAfter: null }, 0.5, 24)).toBe(hour / 4);
    expect(pauseAfter({ failures: 50, retryAfter: 86_400 }, 1, 24)).toBeLessThanOrEqual(LONGEST_MS);
  });
});

describe('the log of requests', () => {
  const log = (address: string) => logRequest(store.db, { address, at: NOW, cause: 'alarm' });

  it('is listed newest first, as each ended', async () => {
    const id = await log('https://a.example/head.json');
    await log('https://a.example/root/1.json');
    await closeRequest(store.db, id, { bytes: 7, outcome: 'ok' });
    const { total, rows } = await listRequests(store.db, 10);
    expect(total).toBe(2);
    expect(rows.map(({ address, bytes, outcome }) => [address, bytes, outcome])).toEqual([
      ['https://a.example/root/1.json', 0, null],
      ['https://a.example/head.json', 7, 'ok'],
    ]);
    await clearRequests(store.db);
    expect((await listRequests(store.db, 10)).total).toBe(0);
  });

  it('keeps the last five thousand', async () => {
    await store.db.requests.bulkAdd(
      Array.from({ length: 5300 }, () => ({ address: 'https://a.example/' }) as never),
    );
    for (let i = 0; i < 100; i++) await log('https://b.example/');
    const { total, rows } = await listRequests(store.db, 1);
    expect(total).toBeLessThanOrEqual(5100);
    expect(rows[0]?.address).toBe('https://b.example/');
  });
});
