/**
 * What a client must hold against, each a real exchange with a host on loopback through the extension's own
 * background. Chromium's and Firefox's tests run all of them.
 */
import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Answer, BackgroundRequests, PackView, TopicView } from '../../data/messages';
import type { Entry } from '../../data/model';
import type { OfferView, SyncView } from '../../data/pack-messages';
import { base64, utf8 } from '../../data/sync/bytes';
import { seal } from '../../data/sync/envelope';
import { HEAD, type Head, partName } from '../../data/sync/head';
import { generateKey } from '../../data/sync/keys';
import { rootFingerprint, rootName } from '../../data/sync/root';
import en from '../../public/locales/en.json' with { type: 'json' };
import { Author, FOLDER } from '../data/sync/client/host';
import { claim, entries, sealedHead } from '../data/sync/publisher';
import {
  answers,
  bomb,
  copyOf,
  cutOff,
  endless,
  openHost,
  type PublishingHost,
  slow,
} from './sync-host';

/** A browser with the extension in it, in author mode: hosts on loopback may be fetched from. */
export interface Client {
  ask<K extends keyof BackgroundRequests>(
    type: K,
    ask: BackgroundRequests[K]['ask'],
  ): Promise<Answer<BackgroundRequests[K]['answer']>>;
  /** Opens a file as the library does, and agrees to what it offers, if anything. */
  file(
    bytes: Uint8Array,
  ): Promise<{ offer: Answer<OfferView>; subscribed: Answer<SyncView> | null }>;
}

const PACK = 'varn-dam';

export interface World {
  readonly host: PublishingHost;
  readonly author: Author;
  readonly client: Client;
  /** Subscribes with the fingerprint in the address. @returns the reader's words where it failed, else null */
  subscribe(address?: string): Promise<string | null>;
  /** Updates now. @returns the reader's words where it brought nothing, else null */
  update(): Promise<string | null>;
  /** The texts of the pack's records as cards show them, in order; null where the pack is not there. */
  shown(): Promise<string[] | null>;
  pack(): Promise<PackView | undefined>;
  sync(): Promise<SyncView | undefined>;
}

export const textsOf = (list: readonly Entry[]) =>
  list.flatMap((entry) => (entry.kind === 'claim' ? [entry.text as string] : [])).sort();

const NEW = claim('new', 'Something new was said.');

async function worldFor(client: Client): Promise<World> {
  const host = await openHost();
  const { author } = host;
  await author.publish(entries);
  const must = async <K extends keyof BackgroundRequests>(
    type: K,
    ask: BackgroundRequests[K]['ask'],
  ) => {
    const answer = await client.ask(type, ask);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  };
  return {
    host,
    author,
    client,
    async subscribe(address) {
      const fingerprint = await rootFingerprint(author.root);
      const answer = await client.ask('packs.subscribe', {
        address: address ?? `${host.folder}${HEAD}#ed25519=${fingerprint}`,
        fingerprint,
      });
      return answer.ok ? null : answer.error;
    },
    async update() {
      return (await must('packs.update', { pack: PACK })).trouble;
    },
    async shown() {
      const views: readonly TopicView[] = await must('topics.view', {
        topics: [`${PACK}#cracks`, `${PACK}#floods`],
        sentence: null,
      });
      if (views.length === 0) return null;
      return views.flatMap(({ records }) => records.map(({ text }) => text.text)).sort();
    },
    pack: async () => (await must('packs.list', null)).find(({ id }) => id === PACK),
    sync: async () => (await must('packs.syncs', null)).find(({ pack }) => pack === PACK),
  };
}

/** Runs one case in a world of its own, and leaves nothing of it in the browser. */
export async function inWorld(client: Client, run: (world: World) => Promise<void>): Promise<void> {
  const world = await worldFor(client);
  try {
    await run(world);
  } finally {
    await client.ask('packs.remove', { pack: PACK });
    await world.host.close();
  }
}

export type Case = readonly [name: string, run: (world: World) => Promise<void>];

/** An update that must be refused, in these words, with everything as it was; and the next one, mended, comes. */
function refused(
  name: string,
  reason: keyof typeof en extends infer K ? (K extends `sync.${infer R}` ? R : never) : never,
  spoil: (world: World) => Promise<void> | void,
): Case {
  return [
    `refuses ${name}, keeps what there is, and takes the next update`,
    async (world) => {
      assert.equal(await world.subscribe(), null);
      const before = await world.shown();
      assert.deepEqual(before, textsOf(entries));
      const whole = new Map(world.author.web);
      const state = world.author.head as Head;
      await spoil(world);
      assert.equal(await world.update(), en[`sync.${reason}`]);
      assert.deepEqual(await world.shown(), before);
      // Mended: what was there before, and an honest update on top.
      world.host.misbehaves.clear();
      world.author.web.clear();
      for (const [file, bytes] of whole) world.author.web.set(file, bytes);
      await mend(world, state);
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
    },
  ];
}

/** Publishes an honest update after the head that was good last. */
async function mend({ author }: World, good: Head): Promise<void> {
  const keys = honest.get(author);
  if (keys) Object.assign(author, keys);
  await author.publish([...entries, NEW], { seq: good.seq + 50 });
}

/** Keys to go back to where a case has published with others. */
const honest = new WeakMap<Author, Pick<Author, 'root' | 'rootKey' | 'headKey'>>();

const remember = ({ author }: World) =>
  void honest.set(author, { root: author.root, rootKey: author.rootKey, headKey: author.headKey });

const updateWith = async (world: World, given: Partial<Head> = {}) =>
  world.author.publish([...entries, NEW], given);

/** The newest file of a kind on the host. */
const newest = ({ author }: World, folder: 's' | 'd') =>
  [...author.web.keys()].filter((name) => name.startsWith(`${FOLDER}${folder}/`)).at(-1) as string;

const setHead = (world: World, text: string) => world.author.web.set(FOLDER + HEAD, utf8(text));

const headEnvelope = ({ author }: World) =>
  JSON.parse(new TextDecoder().decode(author.web.get(FOLDER + HEAD))) as {
    payload: string;
    payloadType: string;
    signatures: { keyid: string; sig: string }[];
  };

export const CASES: readonly Case[] = [
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

const gz = (text: string) => new Uint8Array(gzipSync(utf8(text)));

const gunzip = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes);
