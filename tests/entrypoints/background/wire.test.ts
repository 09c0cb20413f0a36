import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRequests } from '../../../data/store/request-log';
import { openStore, type Store } from '../../../data/store/store';
import { wire } from '../../../entrypoints/background/sync/wire';
import { type LocalServer, serve } from '../../../scripts/lib/server';

let store: Store;
let hosts: LocalServer[] = [];
/** Requests under way, and the most of them at once: at one host, and at all. */
const atOnce = { now: new Map<string, number>(), one: 0, all: 0 };

beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  Object.assign(atOnce, { now: new Map(), one: 0, all: 0 });
  hosts = await Promise.all(
    [0, 1].map(() =>
      serve((request, response) => {
        const { host = '' } = request.headers;
        const { now } = atOnce;
        now.set(host, (now.get(host) ?? 0) + 1);
        atOnce.one = Math.max(atOnce.one, now.get(host) ?? 0);
        atOnce.all = Math.max(
          atOnce.all,
          [...now.values()].reduce((sum, n) => sum + n, 0),
        );
        setTimeout(() => {
          now.set(host, (now.get(host) ?? 0) - 1);
          response.writeHead(request.url === '/gone' ? 404 : 200).end('hello');
        }, 60);
      }),
    ),
  );
});
afterEach(async () => {
  store.db.close();
  await Promise.all(hosts.map((host) => host.close()));
});

const get = (cause: 'check' | 'alarm') =>
  wire(store, cause, { signal: new AbortController().signal, redirect: 'error' });

describe('the way to the network', () => {
  it('asks a host one thing at a time, and other hosts meanwhile', async () => {
    const [one, two] = [get('check'), get('alarm')];
    const urls = hosts.flatMap(({ origin }) =>
      ['/a', '/b', '/gone', '/c'].map((path) => origin + path),
    );
    const got = await Promise.allSettled(urls.map((url, i) => (i % 2 ? one : two)(url, 100)));
    expect(got.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(atOnce.one).toBe(1);
    expect(atOnce.all).toBe(2);
  });

  it('puts each request down with why it was made', async () => {
    await get('check')(`${hosts[0]?.origin}/a`, 100);
    await get('alarm')(`${hosts[0]?.origin}/gone`, 100).catch(() => {});
    const { rows } = await listRequests(store.db, 10);
    expect(rows.map(({ cause, outcome, bytes }) => [cause, outcome, bytes])).toEqual([
      ['alarm', 'not-found', 0],
      ['check', 'ok', 5],
    ]);
  });
});
