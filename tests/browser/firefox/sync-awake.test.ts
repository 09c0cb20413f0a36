/** A host so slow that Firefox would stop the background in the middle, were it not kept awake. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEAD } from '../../../data/sync/head';
import { claim, entries } from '../../data/sync/publisher';
import { pageClient } from '../sync/page-client';
import { inWorld, textsOf } from '../sync/world';
import { launchFirefox, type RunningFirefox, until } from './firefox';

/** Longer than the pause between two signs of life, shorter than the slow answer. */
const IDLE_MS = 14_000;
const DRIP_MS = 4000;
const DRIPS = 8;

describe('a long update that nobody asked for', () => {
  let firefox: RunningFirefox;
  beforeAll(async () => {
    firefox = await launchFirefox('browser-test', IDLE_MS);
  });
  afterAll(() => firefox.browser.close());

  it('is not cut short because the background seems idle', { timeout: 120_000 }, async () => {
    let page = await firefox.openExtensionPage('welcome.html');
    await page.evaluate('chrome.storage.local.set({ authorMode: true })');
    const client = pageClient((expression) => page.evaluate(expression));
    await inWorld(client, async (world) => {
      expect(await world.subscribe()).toBeNull();
      const next = [...entries, claim('new', 'Something new was said.')];
      await world.author.publish(next);
      let cut = false;
      const came = new Promise<void>((done) => {
        world.host.misbehaves.set(HEAD, async (response) => {
          response.on('close', () => {
            cut = !response.writableFinished;
            done();
          });
          const bytes = world.author.web.get('https://desk.example/varn/head.json') as Uint8Array;
          response.writeHead(200, { 'access-control-allow-origin': '*' });
          const size = Math.ceil(bytes.length / DRIPS);
          for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
            response.write(bytes.subarray(at, at + size));
            await new Promise((resolve) => setTimeout(resolve, DRIP_MS));
          }
          response.end();
        });
      });
      // Due by now, with nobody there who asks: an open page of the extension would keep it awake by itself.
      await page.evaluate(`chrome.storage.local.get('subscriptions').then(() =>
        new Promise((done, fail) => {
          const opening = indexedDB.open('on-record');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const work = opening.result.transaction('syncs', 'readwrite');
            const row = work.objectStore('syncs').get('varn-dam');
            row.onsuccess = () => work.objectStore('syncs').put({ ...row.result, next: 0 });
            work.oncomplete = () => { opening.result.close(); done(); };
          };
        }))`);
      await page.evaluate('chrome.alarms.create("sync", { when: Date.now() + 1500 })');
      await page.close();
      await came;
      expect(cut).toBe(false);
      await until(
        async () => world.host.asked.some((path) => path.includes('/d/')),
        'the delta after the slow head',
      );
      page = await firefox.openExtensionPage('welcome.html');
      await until(
        async () => JSON.stringify(await world.shown()) === JSON.stringify(textsOf(next)),
        'the new version',
      );
    });
  });
});
