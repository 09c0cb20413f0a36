/** The browser's own doings in the middle of a sync: its quota is reached, and the extension is updated. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { ensureChromium } from '../../../scripts/lib/browsers';
import { extensionOrigin, launchChromium } from '../../../scripts/lib/chromium';
import { claim, entries, manyClaims } from '../../data/sync/publisher';
import { pageClient } from '../sync/page-client';
import { type Client, inWorld, textsOf } from '../sync/world';
import { authorClient } from './author-client';
import { builtExtension, expect, test as withBrowser } from './fixtures';

/** Nothing that a database could press together. */
const NOISE = Array.from({ length: 1600 }, (_, i) =>
  claim(`c-${i}`, randomBytes(1125).toString('base64'), `t-${i % 50}`),
);

const test = withBrowser.extend<{ client: Client }>({ client: authorClient });

/** Chromium's IndexedDB goes by the room that it last heard of for half a minute (kBucketSpaceCacheTimeLimit). */
const ROOM_IS_KNOWN_MS = 31_000;

test('the disk’s quota reached midway leaves what there was, says so, and what came is kept', async ({
  client,
  running,
  extension,
}) => {
  await inWorld(client, async (world) => {
    test.setTimeout(90_000);
    expect(await world.subscribe()).toBeNull();
    const page = await running.context.newPage();
    await page.goto(`${extension}/manifest.json`);
    const session = await running.context.newCDPSession(page);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin: extension });
    const head = await world.author.publish([...entries, ...NOISE], { deltas: [] });
    // Room for a part or so, of which there are several.
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: extension,
      quotaSize: usage + 300_000,
    });
    await page.waitForTimeout(ROOM_IS_KNOWN_MS);
    expect(await world.update()).toBe(en['sync.store.full']);
    expect(await world.shown()).toEqual(textsOf(entries));
    await session.send('Storage.overrideQuotaForOrigin', { origin: extension });
    world.host.asked.length = 0;
    expect(await world.update()).toBeNull();
    expect((await world.pack())?.counts.claim).toBe(1602);
    expect(world.host.asked.filter((path) => path.includes('/s/')).length).toBeLessThanOrEqual(
      head.snapshot.length,
    );
    await page.close();
  });
});

test('an extension that is updated between two parts goes on with the part it was at', async () => {
  test.setTimeout(90_000);
  const folder = await mkdtemp(join(tmpdir(), 'on-record-updated-'));
  await cp(builtExtension('browser-test'), folder, { recursive: true });
  const running = await launchChromium({
    executable: ensureChromium().path,
    extension: folder,
    headless: true,
  });
  try {
    const origin = extensionOrigin(await running.worker());
    let page: Page = await running.context.newPage();
    const open = async () => {
      page = await running.context.newPage();
      await page.goto(`${origin}/library.html`);
    };
    await open();
    const client = pageClient((expression) => page.evaluate(expression));
    await page.evaluate('chrome.storage.local.set({ authorMode: true })');
    await inWorld(client, async (world) => {
      expect(await world.subscribe()).toBeNull();
      const head = await world.author.publish([...entries, ...manyClaims], { deltas: [] });
      expect(head.snapshot.length).toBeGreaterThan(1);
      let asked = 0;
      const reached = new Promise<void>((quiet) => {
        world.host.misbehaves.set('/s/', (response, request) => {
          if (++asked === 2) return quiet();
          return world.host.serve(response, request);
        });
      });
      void world.update().catch(() => {});
      await reached;
      // A part is asked for while the one before it is being written.
      await expect.poll(async () => (await world.sync())?.progress?.parts).toBe(1);
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      await writeFile(path, JSON.stringify({ ...manifest, version: '99.0.0' }));
      // As the browser does with an update: only its own page for extensions can, which stays meanwhile.
      const manager = await running.context.newPage();
      await manager.goto('chrome://extensions');
      const id = new URL(origin).host;
      await manager.evaluate(`(async () => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.reload('${id}', { failQuietly: true });
      })()`);
      await expect
        .poll(
          async () => {
            await open().catch(() => {});
            return page.evaluate('chrome.runtime?.getManifest().version').catch(() => null);
          },
          { timeout: 30_000 },
        )
        .toBe('99.0.0');
      expect(await world.shown()).toEqual(textsOf(entries));
      world.host.misbehaves.clear();
      world.host.asked.length = 0;
      expect(await world.update()).toBeNull();
      expect((await world.pack())?.counts.claim).toBe(1602);
      expect(world.host.asked.filter((name) => name.includes('/s/'))).toHaveLength(
        head.snapshot.length - 1,
      );
    });
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
