/** Muted topics: where they hold, who is told, and what a private window leaves behind. */
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { installPack } from '../../../data/store/install';
import { openStore } from '../../../data/store/store';
import { first, memory } from '../../data/store/example';
import { createFakeBrowser } from './fake-browser';

const chrome = {};
vi.stubGlobal('chrome', chrome);
const opening = openStore(memory()).then(async (store) => {
  await installPack(store.db, first, true);
  return store;
});
vi.mock('../../../entrypoints/background/locale', () => ({ readerLocale: async () => 'en' }));
vi.mock('../../../entrypoints/background/library', () => ({ library: () => opening }));

const NEWS = { id: 1, url: 'https://news.example/a' };
const OTHER = { id: 2, url: 'https://other.example/b' };
const PRIVATE = { id: 3, url: 'https://news.example/c', incognito: true };

async function start(tabs = [NEWS, OTHER, PRIVATE]) {
  const fake = createFakeBrowser(['https://news.example/*', 'https://other.example/*'], tabs);
  for (const { id } of tabs) fake.readers.set(id, 'json-ld');
  Object.assign(chrome, fake.browser);
  vi.resetModules();
  const mutes = await import('../../../entrypoints/background/mutes');
  const on = async (tab: { url: string; incognito?: boolean }) => [
    ...(await mutes.mutedFor({ url: tab.url, tab } as Browser.runtime.MessageSender)),
  ];
  return { ...fake, ...mutes, on };
}

const quay = { topic: 'harbour#quay', muted: true };

describe('a muted topic', () => {
  it('is muted on its host, and on no other', async () => {
    const { setMute, on } = await start();
    await setMute({ ...quay, host: 'news.example' }, false);
    expect(await on(NEWS)).toEqual(['harbour#quay']);
    expect(await on(PRIVATE)).toEqual(['harbour#quay']);
    expect(await on(OTHER)).toEqual([]);
  });

  it('is muted everywhere without a host', async () => {
    const { setMute, on } = await start();
    await setMute({ ...quay, host: null }, false);
    expect(await on(NEWS)).toEqual(['harbour#quay']);
    expect(await on(OTHER)).toEqual(['harbour#quay']);
  });

  it('is told to the readers of its host, or to all', async () => {
    const { setMute, told } = await start();
    const again = (muted: string | null) => ({ type: 'page.again', ask: { muted } });
    await setMute({ ...quay, host: 'other.example' }, false);
    expect(told).toEqual([{ tab: 2, message: again('harbour#quay') }]);
    await setMute({ ...quay, host: null }, false);
    expect(told.slice(1).map(({ tab }) => tab)).toEqual([1, 2, 3]);
    await setMute({ ...quay, host: 'other.example', muted: false }, false);
    expect(told.at(-1)).toEqual({ tab: 2, message: again(null) });
  });

  it('is marked again when it is undone, everywhere or on a host for itself', async () => {
    const { setMute, on } = await start();
    await setMute({ ...quay, host: null }, false);
    await setMute({ ...quay, host: 'news.example' }, false);
    await setMute({ ...quay, host: null, muted: false }, false);
    expect(await on(OTHER)).toEqual([]);
    expect(await on(NEWS)).toEqual(['harbour#quay']);
    await setMute({ ...quay, host: 'news.example', muted: false }, false);
    expect(await on(NEWS)).toEqual([]);
  });

  it('stays so for a worker that starts anew', async () => {
    const { setMute, browser } = await start();
    await setMute({ ...quay, host: 'news.example' }, false);
    vi.resetModules();
    Object.assign(chrome, browser);
    const { mutedFor } = await import('../../../entrypoints/background/mutes');
    expect([...(await mutedFor({ url: NEWS.url } as never))]).toEqual(['harbour#quay']);
  });

  it('is listed by name, the newest first, once; not where its pack is gone', async () => {
    const { setMute, listMutes } = await start();
    await setMute({ ...quay, host: 'news.example' }, false);
    await setMute({ topic: 'gone#topic', muted: true, host: null }, false);
    await setMute({ topic: 'harbour#tolls', muted: true, host: null }, false);
    await setMute({ topic: 'harbour#tolls', muted: true, host: null }, false);
    expect((await listMutes()).map(({ topic, host }) => [topic.name, host])).toEqual([
      ['Tolls', null],
      ['The new quay', 'news.example'],
    ]);
  });
});

describe('a topic that is muted in a private window', () => {
  it('is muted in private windows only, and nothing is stored', async () => {
    const { setMute, on, listMutes, browser } = await start();
    await setMute({ ...quay, host: 'news.example' }, true);
    expect(await on(PRIVATE)).toEqual(['harbour#quay']);
    expect(await on(NEWS)).toEqual([]);
    expect(await listMutes()).toEqual([]);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('is forgotten with the last private window', async () => {
    const { setMute, forgetPrivateMutes, on } = await start();
    await setMute({ ...quay, host: null }, true);
    await forgetPrivateMutes();
    expect(await on(PRIVATE)).toEqual(['harbour#quay']);
    const closed = createFakeBrowser([], [NEWS]);
    Object.assign(chrome, { windows: closed.browser.windows });
    await forgetPrivateMutes();
    expect(await on(PRIVATE)).toEqual([]);
  });

  it('can be marked again where it was muted before, too', async () => {
    const { setMute, on } = await start();
    await setMute({ ...quay, host: null }, false);
    await setMute({ ...quay, host: null, muted: false }, true);
    expect(await on(PRIVATE)).toEqual([]);
    expect(await on(NEWS)).toEqual([]);
  });
});

it('what is stored and makes no sense mutes nothing', async () => {
  const { on, browser } = await start();
  await browser.storage.local.set({ mutes: ['harbour#quay', { topic: 1, host: null }, null] });
  expect(await on(NEWS)).toEqual([]);
});
