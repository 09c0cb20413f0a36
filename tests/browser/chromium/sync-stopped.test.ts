/** The worker killed at each stage of a sync, and the database wiped: what was there stays, or comes back. */
import { claim, entries, manyClaims } from '../../data/sync/publisher';
import { type Client, inWorld, textsOf, type World } from '../sync/world';
import { authorClient } from './author-client';
import { expect } from './fixtures';
import { test as withStopper } from './stopper';

const test = withStopper.extend<{
  client: Client;
  wipe: () => Promise<void>;
  /** @returns how many parts of a snapshot are staged */
  staged: () => Promise<number>;
}>({
  client: authorClient,
  staged: async ({ running, extension }, use) => {
    const page = await running.context.newPage();
    await page.goto(`${extension}/manifest.json`);
    await use(() =>
      page.evaluate(
        `new Promise((done, fail) => {
          const opening = indexedDB.open('on-record');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const asked = db.transaction('stagings').objectStore('stagings').getAll();
            asked.onerror = () => fail(asked.error);
            asked.onsuccess = () => {
              db.close();
              done(asked.result[0]?.parts ?? 0);
            };
          };
        })`,
      ),
    );
    await page.close();
  },
  wipe: async ({ running, extension }, use) => {
    const page = await running.context.newPage();
    await page.goto(`${extension}/manifest.json`);
    await use(() =>
      page.evaluate(
        `new Promise((done, fail) => {
          const gone = indexedDB.deleteDatabase('on-record');
          gone.onsuccess = () => done();
          gone.onerror = () => fail(gone.error);
        })`,
      ),
    );
    await page.close();
  },
});

const NEW = claim('new', 'Something new was said.');

/** A host that goes quiet at the nth request whose path holds `part`. @returns when it was asked */
function quietAt({ host }: World, part: string, nth: number): Promise<void> {
  let asked = 0;
  return new Promise((reached) => {
    host.misbehaves.set(part, (response, request) => {
      if (++asked === nth) return reached();
      return host.serve(response, request);
    });
  });
}

for (const [stage, part, nth] of [
  ['the head is fetched', 'head.json', 1],
  ['the delta is fetched', '/d/', 1],
] as const) {
  test(`killed while ${stage}, an update leaves what there was, and the next one comes`, async ({
    client,
    stop,
  }) => {
    await inWorld(client, async (world) => {
      expect(await world.subscribe()).toBeNull();
      await world.author.publish([...entries, NEW]);
      const reached = quietAt(world, part, nth);
      void world.update().catch(() => {});
      await reached;
      await stop.now();
      expect(await world.shown()).toEqual(textsOf(entries));
      world.host.misbehaves.clear();
      expect(await world.update()).toBeNull();
      expect(await world.shown()).toEqual(textsOf([...entries, NEW]));
    });
  });
}

for (const nth of [1, 2]) {
  test(`killed while part ${nth} of a snapshot is fetched, it goes on with that part`, async ({
    client,
    stop,
    staged,
  }) => {
    await inWorld(client, async (world) => {
      expect(await world.subscribe()).toBeNull();
      const head = await world.author.publish([...entries, ...manyClaims], { deltas: [] });
      const parts = head.snapshot.length;
      expect(parts).toBeGreaterThan(1);
      const reached = quietAt(world, '/s/', nth);
      void world.update().catch(() => {});
      await reached;
      // The part before is written while this one is on its way.
      await expect.poll(staged).toBe(nth - 1);
      await stop.now();
      expect(await world.shown()).toEqual(textsOf(entries));
      world.host.misbehaves.clear();
      world.host.asked.length = 0;
      expect(await world.update()).toBeNull();
      expect(world.host.asked.filter((path) => path.includes('/s/'))).toHaveLength(
        parts - (nth - 1),
      );
      expect((await world.pack())?.counts.claim).toBe(1602);
    });
  });
}

test('killed right after the last part came, the new state comes whole or not at all', async ({
  client,
  stop,
}) => {
  await inWorld(client, async (world) => {
    expect(await world.subscribe()).toBeNull();
    const head = await world.author.publish([...entries, ...manyClaims], { deltas: [] });
    for (const pause of [0, 20, 60, 150, 400]) {
      const lastPart = new Promise<void>((served) => {
        let parts = 0;
        world.host.misbehaves.set('/s/', (response, request) => {
          if (++parts === head.snapshot.length) response.on('close', served);
          return world.host.serve(response, request);
        });
      });
      void world.update().catch(() => {});
      // Staged parts are not asked for again: the later tries go by the clock alone.
      await Promise.race([lastPart, new Promise((resolve) => setTimeout(resolve, 500))]);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await stop.now();
      expect([2, 1602]).toContain((await world.pack())?.counts.claim);
      expect(await world.shown()).toEqual(textsOf(entries));
    }
    world.host.misbehaves.clear();
    expect(await world.update()).toBeNull();
    expect((await world.pack())?.counts.claim).toBe(1602);
  });
});

test('a wiped database is noticed: the subscription is there again, and the next update brings the pack', async ({
  client,
  stop,
  wipe,
}) => {
  await inWorld(client, async (world) => {
    expect(await world.subscribe()).toBeNull();
    await stop.now();
    await wipe();
    expect((await world.sync())?.folder).toBe(world.host.folder);
    expect(await world.shown()).toBeNull();
    expect(await world.update()).toBeNull();
    expect(await world.shown()).toEqual(textsOf(entries));
  });
});

test('after a wipe no older version is taken than the one that was there', async ({
  client,
  stop,
  wipe,
}) => {
  await inWorld(client, async (world) => {
    const old = new Map(world.author.web);
    await world.author.publish([...entries, NEW]);
    expect(await world.subscribe()).toBeNull();
    await stop.now();
    await wipe();
    for (const [name, bytes] of old) world.author.web.set(name, bytes);
    expect(await world.update()).toMatch(/older version/);
    expect(await world.shown()).toBeNull();
  });
});
