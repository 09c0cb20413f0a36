/** Which packs are looked after by themselves, and which are left alone. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../data/store/store';
import { duePacks } from '../../../data/store/sync-log';
import { type LocalServer, serve } from '../../../scripts/lib/server';
import { memory } from '../../data/store/example';
import { createFakeBrowser } from './fake-browser';

const chrome = {};
vi.stubGlobal('chrome', chrome);
const opening = openStore(memory());
vi.mock('../../../entrypoints/background/library', () => ({ library: () => opening }));

let hosts: LocalServer[] = [];
let asked: string[] = [];

beforeEach(async () => {
  asked = [];
  // A host in trouble, and one on which nothing is published any more.
  hosts = await Promise.all(
    [500, 404].map((status) =>
      serve((request, response) => {
        asked.push(`${status} ${request.url}`);
        response.writeHead(status).end();
      }),
    ),
  );
  const { db } = await opening;
  await Promise.all([db.subscriptions.clear(), db.syncs.clear()]);
  const root = { format: 1, pack: 'a', version: 1, rootKeys: [], headKeys: [] } as never;
  for (const [pack, host] of [
    ['a', 0],
    ['b', 0],
    ['c', 1],
  ] as const) {
    const folder = `${hosts[host]?.origin}/${pack}/`;
    await db.subscriptions.put({ pack, folder, mirrors: [], applied: null, root });
  }
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.stubGlobal('chrome', chrome);
  await Promise.all(hosts.map((host) => host.close()));
});

async function start(settings: object) {
  const { browser } = createFakeBrowser([]);
  const runtime = { ...browser.runtime, getPlatformInfo: async () => ({}) };
  Object.assign(chrome, browser, { runtime });
  vi.resetModules();
  await browser.storage.local.set({ syncSettings: settings, authorMode: true });
  return import('../../../entrypoints/background/sync/run');
}

const BY_ITSELF = { everyHours: 6, saveData: true };

describe('packs that are due', () => {
  it('are asked for host by host; one in trouble is asked once, and its other packs the next time', async () => {
    const { updateDue } = await start(BY_ITSELF);
    await updateDue();
    expect(asked.toSorted()).toEqual(['404 /c/head.json', '500 /a/head.json']);
    const { db } = await opening;
    expect((await duePacks(db, Date.now())).map(({ pack }) => pack)).toEqual(['b']);
    expect(await db.syncs.get('a')).toMatchObject({ failures: 1, trouble: 'status' });
  });

  it('are left alone where the reader wants to press "Check"', async () => {
    const { updateDue } = await start({ everyHours: null, saveData: true });
    await updateDue();
    expect(asked).toEqual([]);
  });

  it('wait while the device saves data, if the browser tells and the reader wants it', async () => {
    const device = (saveData: boolean, onLine = true) =>
      vi.stubGlobal('navigator', { onLine, connection: { saveData } });
    const { isQuiet } = await start(BY_ITSELF);
    device(true);
    expect(await isQuiet()).toBe(true);
    device(false);
    expect(await isQuiet()).toBe(false);
    device(false, false);
    expect(await isQuiet()).toBe(true);
    vi.stubGlobal('navigator', { onLine: true });
    expect(await isQuiet()).toBe(false);
    const eager = await start({ everyHours: 6, saveData: false });
    device(true);
    expect(await eager.isQuiet()).toBe(false);
  });
});
