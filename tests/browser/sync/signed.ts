/** What is signed, by whom, and what of it is content: signatures, numbers, roots. */
import assert from 'node:assert/strict';
import { base64 } from '../../../data/sync/bytes';
import { seal } from '../../../data/sync/envelope';
import { HEAD, partName } from '../../../data/sync/head';
import { generateKey } from '../../../data/sync/keys';
import { rootFingerprint, rootName } from '../../../data/sync/root';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { Author, FOLDER } from '../../data/sync/client/host';
import { claim, entries, sealedHead } from '../../data/sync/publisher';

import {
  gunzip,
  gz,
  headEnvelope,
  newest,
  refused,
  remember,
  setHead,
  updateWith,
} from './refused';
import { type Case, NEW, textsOf } from './world';

export const SIGNED: readonly Case[] = [
  [
    'subscribes, takes a delta, and shows what it brought',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      assert.deepEqual(await world.shown(), textsOf(entries));
      await updateWith(world);
      world.host.asked.length = 0;
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
      assert.deepEqual(
        world.host.asked.map((path) => path.split('/')[2]?.slice(0, 4)),
        ['head', 'd'],
      );
      assert.equal((await world.pack())?.signed, true);
    },
  ],
  [
    'asks the reader where the address names no key, and takes no other key than the one agreed to',
    async (world) => {
      const offer = await world.client.ask('packs.offer', { address: world.host.folder });
      assert.ok(offer.ok);
      assert.equal(offer.value.pinned, false);
      assert.equal(
        offer.value.fingerprint.replaceAll(' ', ''),
        await rootFingerprint(world.author.root),
      );
      assert.equal(await world.shown(), null);
      const other = await rootFingerprint((await Author.begin(new Map())).root);
      const answer = await world.client.ask('packs.subscribe', {
        address: world.host.folder,
        fingerprint: other,
      });
      assert.deepEqual(answer, { ok: false, error: en['sync.signature'] });
      assert.equal(await world.shown(), null);
    },
  ],
  [
    'refuses an address whose key is another',
    async (world) => {
      const other = await rootFingerprint((await Author.begin(new Map())).root);
      assert.equal(
        await world.subscribe(`${world.host.folder}${HEAD}#ed25519=${other}`),
        en['sync.signature'],
      );
      assert.equal(await world.shown(), null);
    },
  ],
  refused('a head without a signature', 'signature', async (world) => {
    await updateWith(world);
    setHead(world, JSON.stringify({ ...headEnvelope(world), signatures: [] }));
  }),
  refused('a head with a bad signature', 'signature', async (world) => {
    await updateWith(world);
    const envelope = headEnvelope(world);
    const [first] = envelope.signatures;
    setHead(
      world,
      JSON.stringify({ ...envelope, signatures: [{ ...first, sig: base64(new Uint8Array(64)) }] }),
    );
  }),
  refused('a head signed twice by one key', 'signature', async (world) => {
    await updateWith(world);
    const envelope = headEnvelope(world);
    setHead(
      world,
      JSON.stringify({ ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] }),
    );
  }),
  refused('a head signed as something else', 'signature', async (world) => {
    const head = await updateWith(world);
    const text = await seal('root', JSON.stringify(head), [world.author.headKey]);
    setHead(world, text.replace('on-record.root', 'on-record.head'));
  }),
  refused('a head of a stranger', 'signature', async (world) => {
    const head = await updateWith(world);
    const { signer } = await generateKey();
    world.author.web.set(FOLDER + HEAD, await sealedHead(head, signer));
  }),
  refused('a head with a bit changed', 'signature', async (world) => {
    await updateWith(world);
    const envelope = headEnvelope(world);
    const payload = atob(envelope.payload).replace('Dam Desk', 'Dim Desk');
    setHead(world, JSON.stringify({ ...envelope, payload: btoa(payload) }));
  }),
  refused('a part with a bit changed', 'digest', async (world) => {
    const head = await updateWith(world, { deltas: [] });
    const [part] = head.snapshot;
    const name = FOLDER + partName(part as never);
    const text = new TextDecoder().decode(gunzip(world.author.web.get(name) as Uint8Array));
    world.author.web.set(name, gz(text.replace('northern', 'southern')));
  }),
  [
    'takes the snapshot where the delta has a bit changed, is cut off or is of another base',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      for (const [i, spoil] of [
        (bytes: Uint8Array) => bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
        (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2),
        () => gz('{"kind":"drop","id":"other","of":"claim","bucket":0}\n'),
      ].entries()) {
        const next = claim(`next-${i}`, `Said for the ${i} time.`);
        await world.author.publish([...entries, next]);
        const name = newest(world, 'd');
        world.author.web.set(name, spoil(world.author.web.get(name) as Uint8Array) as never);
        assert.equal(await world.update(), null);
        assert.deepEqual(await world.shown(), textsOf([...entries, next]));
      }
    },
  ],
  refused('an older head', 'rollback', async (world) => {
    const old = world.author.web.get(FOLDER + HEAD);
    await updateWith(world, { seq: 9 });
    await world.update();
    await world.author.publish(entries, { seq: 10 });
    await world.update();
    world.author.web.set(FOLDER + HEAD, old as never);
  }),
  refused('two heads of one number', 'equivocation', async (world) => {
    await updateWith(world, { seq: 1 });
  }),
  [
    'shows a pack that its publisher let run out as stale, and keeps it (freeze)',
    async (world) => {
      await world.author.publish(entries, {
        seq: 2,
        issued: '2023-01-01T00:00:00Z',
        expires: '2023-06-01T00:00:00Z',
      });
      assert.equal(await world.subscribe(), null);
      const pack = await world.pack();
      assert.equal(pack?.stale?.since.edtf, '2023-06-01');
      assert.deepEqual(await world.shown(), textsOf(entries));
      assert.equal(await world.update(), null);
      assert.ok((await world.pack())?.stale);
    },
  ],
  [
    'takes heads from a clock that is a year off, either way',
    async (world) => {
      const year = 365 * 86_400_000;
      const at = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '');
      assert.equal(await world.subscribe(), null);
      for (const [i, off] of [-year, year].entries()) {
        const issued = Date.now() + off;
        await world.author.publish([...entries, claim(`c-${i}`, `Clock ${i}.`)], {
          issued: at(issued),
          expires: at(issued + 90 * 86_400_000),
        });
        assert.equal(await world.update(), null);
        assert.equal((await world.shown())?.length, 3);
      }
    },
  ],
  refused('a mix of two versions’ files', 'digest', async (world) => {
    const old = world.author.web.get(newest(world, 's'));
    const head = await updateWith(world, { deltas: [] });
    world.author.web.set(FOLDER + partName(head.snapshot[0] as never), old as never);
  }),
  [
    'goes on to new keys that the old ones signed, one after the other',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      await world.author.rotate();
      await world.author.rotate();
      await updateWith(world);
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
      assert.equal(
        (await world.sync())?.fingerprint.replaceAll(' ', ''),
        await rootFingerprint(world.author.root),
      );
    },
  ],
  refused('a gap in the roots', 'not-found', async (world) => {
    remember(world);
    await world.author.rotate();
    await world.author.rotate();
    await updateWith(world);
    world.author.web.delete(FOLDER + rootName(2));
  }),
  refused('new keys that the new key alone signed', 'root', async (world) => {
    remember(world);
    await world.author.rotate((_, next) => [next]);
    await updateWith(world);
  }),
  refused('new keys that the old key alone signed', 'signature', async (world) => {
    remember(world);
    await world.author.rotate((old) => [old]);
    await updateWith(world);
  }),
  [
    'recovers by a rotation where a thief counted up to the highest number',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      await world.author.publish([...entries, claim('forged', 'Forged.')], {
        seq: Number.MAX_SAFE_INTEGER,
      });
      assert.equal(await world.update(), null);
      await world.author.rotate();
      await world.author.publish([...entries, NEW], { seq: 7 });
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
    },
  ],
];
