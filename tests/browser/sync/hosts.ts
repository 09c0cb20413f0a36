/** What hosts send instead of a file, and where they lead. */
import assert from 'node:assert/strict';
import { HEAD, partName } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { FOLDER } from '../../data/sync/client/host';
import { entries, sealedHead } from '../../data/sync/publisher';
import { answers, bomb, cutOff, endless } from './host';

import { gunzip, gz, newest, refused, setHead, updateWith } from './refused';
import type { Case } from './world';

export const HOSTS: readonly Case[] = [
  refused('a head of a gigabyte', 'too-large', ({ host }) => {
    host.misbehaves.set(
      HEAD,
      answers(200, ' '.repeat(200_000), { 'content-length': String(2 ** 30) }),
    );
  }),
  refused('a head without end', 'too-large', ({ host }) => void host.misbehaves.set(HEAD, endless)),
  refused('a part without end', 'too-large', async (world) => {
    await updateWith(world, { deltas: [] });
    world.host.misbehaves.set('/s/', endless);
  }),
  refused('a gzip bomb for a part', 'too-large', async (world) => {
    await updateWith(world, { deltas: [] });
    world.author.web.set(newest(world, 's'), bomb() as never);
  }),
  refused('deep JSON', 'too-large', (world) => void setHead(world, '['.repeat(16_000))),
  refused('ten million records announced', 'malformed', async (world) => {
    const head = await updateWith(world);
    const more = { ...head, state: { ...head.state, count: 10_000_000 } };
    world.author.web.set(FOLDER + HEAD, await sealedHead(more, world.author.headKey));
  }),
  refused('a part that is cut off', 'digest', async (world) => {
    const head = await updateWith(world, { deltas: [] });
    const name = FOLDER + partName(head.snapshot[0] as never);
    const text = new TextDecoder().decode(gunzip(world.author.web.get(name) as Uint8Array));
    world.author.web.set(name, gz(text.slice(0, -40)));
  }),
  refused('a connection that is cut off', 'offline', async (world) => {
    await updateWith(world, { deltas: [] });
    world.host.misbehaves.set('/s/', cutOff(new Uint8Array(5000)));
  }),
  refused('a web page with status 200', 'malformed', ({ host }) => {
    host.misbehaves.set(
      HEAD,
      answers(200, '<!doctype html><title>Not here</title>', { 'content-type': 'text/html' }),
    );
  }),
  refused('status 404', 'not-found', ({ host }) => void host.misbehaves.set(HEAD, answers(404))),
  refused('status 500', 'status', ({ host }) => void host.misbehaves.set(HEAD, answers(500))),
  refused('status 429', 'busy', ({ host }) => {
    host.misbehaves.set(HEAD, answers(429, '', { 'retry-after': '3600' }));
  }),
  refused('a redirect after subscribing', 'offline', ({ host }) => {
    host.misbehaves.set(HEAD, answers(302, '', { location: `${host.origin}/elsewhere/${HEAD}` }));
  }),
  [
    'follows a redirect while subscribing, and remembers where it ended',
    async (world) => {
      world.host.misbehaves.set(
        '/short/',
        answers(302, '', { location: world.host.folder + HEAD }),
      );
      const fingerprint = await rootFingerprint(world.author.root);
      assert.equal(
        await world.subscribe(`${world.host.origin}/short/${HEAD}#ed25519=${fingerprint}`),
        null,
      );
      assert.equal((await world.sync())?.folder, world.host.folder);
    },
  ],
  [
    'gives up a redirect that leads in a circle',
    async (world) => {
      world.host.misbehaves.set(HEAD, answers(302, '', { location: world.host.folder + HEAD }));
      assert.equal(await world.subscribe(), en['sync.offline']);
    },
  ],
  [
    'asks no machine of the reader’s network: not by address, redirect, mirror or move',
    async (world) => {
      for (const [address, words] of [
        ['https://192.168.1.1/varn/', en['subscribe.private']],
        ['https://[fe80::1]/varn/', en['subscribe.private']],
        ['https://3232235777/varn/', en['subscribe.private']],
        ['https://router.local/varn/', en['subscribe.private']],
        ['http://news.example/varn/', en['subscribe.insecure']],
        ['ftp://news.example/varn/', en['subscribe.none']],
      ] as const) {
        assert.equal(await world.subscribe(address), words, address);
      }
      assert.equal(await world.subscribe(), null);
      await world.author.publish(entries, { movedTo: 'https://192.168.1.1/varn/' });
      assert.equal(await world.update(), en['sync.malformed']);
    },
  ],
];
