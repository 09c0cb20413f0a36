/** A pack over time: mirrors, moves, its end, two updates at once, two addresses. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { HEAD, partName } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { Author, FOLDER } from '../../data/sync/client/host';
import { claim, entries } from '../../data/sync/publisher';
import { answers, copyOf, slow } from './host';

import { updateWith } from './refused';
import { type Case, NEW, textsOf } from './world';

export const LIFE: readonly Case[] = [
  [
    'reads files that the host decompresses, and files that it compresses once more',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      const encodings: ((bytes: Uint8Array) => Uint8Array)[] = [
        (bytes) => bytes,
        (bytes) => gzipSync(bytes),
      ];
      for (const [i, encoded] of encodings.entries()) {
        const next = claim(`next-${i}`, `Encoded ${i}.`);
        const head = await world.author.publish([...entries, next], { deltas: [] });
        const file = world.author.web.get(
          FOLDER + partName(head.snapshot[0] as never),
        ) as Uint8Array;
        world.host.misbehaves.set(
          '/s/',
          answers(200, encoded(file), { 'content-encoding': 'gzip' }),
        );
        assert.equal(await world.update(), null);
        assert.deepEqual(await world.shown(), textsOf([...entries, next]));
      }
    },
  ],
  [
    'goes to a mirror where the host is gone, and to where the pack moved',
    async (world) => {
      const { host, author } = world;
      const mirror = `${host.origin}/mirror/`;
      await author.publish(entries, { mirrors: [mirror] });
      assert.equal(await world.subscribe(), null);
      await author.publish([...entries, NEW], { mirrors: [mirror] });
      host.folders.set('mirror', copyOf(author));
      host.misbehaves.set('/varn/', answers(500));
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
      host.misbehaves.clear();
      const home = `${host.origin}/home/`;
      const next = [...entries, claim('home', 'From the new home.')];
      await author.publish(next, { movedTo: home });
      host.folders.set('home', copyOf(author));
      assert.equal(await world.update(), null);
      assert.equal((await world.sync())?.folder, home);
      assert.deepEqual(await world.shown(), textsOf(next));
    },
  ],
  [
    'shows that a pack has ended, and keeps it',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      await world.author.publish(entries, { ended: 'The desk has closed.' });
      assert.equal(await world.update(), null);
      assert.equal((await world.sync())?.ended, 'The desk has closed.');
      assert.deepEqual(await world.shown(), textsOf(entries));
    },
  ],
  [
    'does two updates at once one after the other',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      await updateWith(world);
      world.host.asked.length = 0;
      const all = await Promise.all([world.update(), world.update(), world.update()]);
      assert.deepEqual(all, [null, null, null]);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
      assert.equal(world.host.asked.filter((path) => path.includes('/d/')).length, 1);
    },
  ],
  [
    'takes the same pack at two addresses for one pack, and no other pack of its name',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      world.host.folders.set('second', copyOf(world.author));
      const fingerprint = await rootFingerprint(world.author.root);
      assert.equal(
        await world.subscribe(`${world.host.origin}/second/${HEAD}#ed25519=${fingerprint}`),
        null,
      );
      const syncs = await world.client.ask('packs.syncs', null);
      assert.ok(syncs.ok);
      assert.deepEqual(
        syncs.value.map(({ folder }) => folder),
        [`${world.host.origin}/second/`],
      );
      const thief = await Author.begin(new Map());
      await thief.publish(entries);
      world.host.folders.set('thief', copyOf(thief));
      const print = await rootFingerprint(thief.root);
      const answer = await world.client.ask('packs.subscribe', {
        address: `${world.host.origin}/thief/${HEAD}#ed25519=${print}`,
        fingerprint: print,
      });
      assert.deepEqual(answer, { ok: false, error: en['subscribe.taken'] });
    },
  ],
  [
    'gives up a host that goes quiet (slow-loris), after twenty seconds',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      world.host.misbehaves.set(HEAD, slow);
      assert.equal(await world.update(), en['sync.timeout']);
      assert.deepEqual(await world.shown(), textsOf(entries));
    },
  ],
];
