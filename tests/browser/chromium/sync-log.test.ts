/** The privacy log against the network log that the browser itself writes, which no extension can touch. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEAD } from '../../../data/sync/head';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { extensionOrigin, launchChromium } from '../../../scripts/lib/chromium';
import { claim, entries } from '../../data/sync/publisher';
import { answers } from '../sync/host';
import { pageClient } from '../sync/page-client';
import { inWorld } from '../sync/world';
import { builtExtension, expect, test } from './fixtures';

interface NetLog {
  constants: { logEventTypes: Record<string, number>; timeTickOffset: number };
  events: { type: number; time: string; params?: { url?: string; initiator?: string } }[];
}

/** A line of the log is written before the request is sent, and the network's own process is told after it. In ms. */
const LATER_MS = 3000;

test('has every request that the browser made for the extension, at its time, and no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-netlog-'));
  const path = join(folder, 'net.json');
  const running = await launchChromium({
    executable: ensureChromium().path,
    extension: builtExtension('browser-test'),
    headless: true,
    args: [`--log-net-log=${path}`],
  });
  try {
    const origin = extensionOrigin(await running.worker());
    const page = await running.context.newPage();
    await page.goto(`${origin}/library.html`);
    await page.evaluate('chrome.storage.local.set({ authorMode: true })');
    const client = pageClient((expression) => page.evaluate(expression));
    let logged: { address: string; at: number }[] = [];
    await inWorld(client, async (world) => {
      world.host.misbehaves.set(
        '/short/',
        answers(302, '', { location: world.host.folder + HEAD }),
      );
      await client.ask('packs.offer', { address: `${world.host.origin}/short/` });
      expect(await world.subscribe()).toBeNull();
      await world.author.publish([...entries, claim('new', 'Something new.')]);
      expect(await world.update()).toBeNull();
      world.host.misbehaves.set(HEAD, answers(404));
      expect(await world.update()).not.toBeNull();
      world.host.misbehaves.clear();
      // By itself, too.
      await page.evaluate('chrome.alarms.create("sync", { when: Date.now() })');
      await world.client.ask('packs.update', { pack: 'varn-dam' });
      const answer = await client.ask('requests.list', { limit: 1000 });
      if (!answer.ok) throw new Error(answer.error);
      logged = answer.value.rows.map(({ address, at }) => ({ address, at })).reverse();
    });
    await running.close();

    const { constants, events } = JSON.parse(await readFile(path, 'utf8')) as NetLog;
    const sent = events
      .filter(
        ({ type, params }) =>
          type === constants.logEventTypes.URL_REQUEST_START_JOB &&
          params?.initiator === origin &&
          /^https?:/.test(params.url ?? ''),
      )
      .map(({ time, params }) => ({
        address: params?.url ?? '',
        at: Number(time) + constants.timeTickOffset,
      }));
    expect(sent.length).toBeGreaterThan(8);
    expect(logged.map(({ address }) => address)).toEqual(sent.map(({ address }) => address));
    for (const [i, { at }] of sent.entries()) {
      expect(at - (logged[i]?.at ?? 0)).toBeGreaterThan(-LATER_MS);
      expect(at - (logged[i]?.at ?? 0)).toBeLessThan(LATER_MS);
    }
  } finally {
    await running.close().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  }
});
