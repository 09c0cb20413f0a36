/** Whether what was seen is remembered. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
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
vi.mock('../../../entrypoints/background/library', () => ({ library: () => opening }));

async function start() {
  Object.assign(chrome, createFakeBrowser([]).browser);
  vi.resetModules();
  const { db } = await opening;
  const topics = async () => (await db.seen.toArray()).map(({ topic }) => topic);
  return { ...(await import('../../../entrypoints/background/memory')), topics };
}

beforeEach(async () => {
  await (await opening).db.seen.clear();
});

describe('what was seen', () => {
  it('is remembered until the reader says otherwise', async () => {
    const { isRemembering, seeTopics, topics } = await start();
    expect(await isRemembering()).toBe(true);
    await seeTopics(['harbour#quay'], false);
    expect(await topics()).toEqual(['harbour#quay']);
  });

  it('is not remembered of a private window', async () => {
    const { seeTopics, topics } = await start();
    await seeTopics(['harbour#quay'], true);
    expect(await topics()).toEqual([]);
  });

  it('is forgotten when the memory is switched off, and not remembered while it is', async () => {
    const { seeTopics, setRemembering, isRemembering, topics } = await start();
    await seeTopics(['harbour#quay'], false);
    await setRemembering(false);
    expect(await topics()).toEqual([]);
    await seeTopics(['harbour#quay'], false);
    expect(await topics()).toEqual([]);
    expect(await isRemembering()).toBe(false);
    await setRemembering(true);
    await seeTopics(['harbour#tolls'], false);
    expect(await topics()).toEqual(['harbour#tolls']);
  });

  it('is forgotten when it is cleared', async () => {
    const { seeTopics, forgetSeen, topics } = await start();
    await seeTopics(['harbour#quay', 'harbour#tolls'], false);
    await forgetSeen();
    expect(await topics()).toEqual([]);
  });
});
