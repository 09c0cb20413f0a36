/** What a reader has of a pack besides its content: what changed, where requests went, files, and pages that offer one. */
import assert from 'node:assert/strict';
import { ADDRESS_FILE, writePackFile } from '../../../data/sync/client/pack-file';
import { HEAD } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { FOLDER } from '../../data/sync/client/host';
import { entries } from '../../data/sync/publisher';
import { answers } from './host';
import { type Case, NEW, textsOf, type World } from './world';

const must = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: string }>) => {
  const got = await answer;
  if (!got.ok) throw new Error(got.error);
  return got.value;
};

/** The author's folder as one file. */
export function packFileOf({ author }: World, address: string | null): Uint8Array {
  const files = new Map<string, Uint8Array>();
  if (address !== null) files.set(ADDRESS_FILE, new TextEncoder().encode(`${address}\n`));
  for (const [name, bytes] of author.web) {
    const inside = name.slice(FOLDER.length);
    if (!inside.startsWith('d/')) files.set(inside, bytes);
  }
  return writePackFile(files);
}

export const READER: readonly Case[] = [
  [
    'says what a version changed, field by field, until the reader has looked',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      assert.deepEqual(await must(world.client.ask('changes.count', null)), {});
      const mended = entries.map((entry) =>
        entry.id === 'crack' && entry.kind === 'claim'
          ? { ...entry, made: '2024-10-19', text: 'A crack runs through the wall.' }
          : entry,
      );
      await world.author.publish([...mended, NEW]);
      assert.equal(await world.update(), null);
      assert.deepEqual(await must(world.client.ask('changes.count', null)), { 'varn-dam': 2 });
      const [version] = await must(world.client.ask('changes.list', { pack: null, all: false }));
      assert.equal(version?.version, 2);
      assert.equal(version?.before, 1);
      assert.equal(version?.signed?.edtf, '2024-11-01');
      assert.deepEqual(
        version?.changes.map(({ change, key, record }) => [change, key, record?.text.text]),
        [
          ['changed', 'varn-dam#crack', 'A crack runs through the wall.'],
          ['added', 'varn-dam#new', 'Something new was said.'],
        ],
      );
      assert.deepEqual(version?.changes[0]?.fields, [
        { field: 'made', before: '18 Oct 2024', after: '19 Oct 2024' },
        {
          field: 'text',
          before: 'A crack runs through the northern wall.',
          after: 'A crack runs through the wall.',
        },
      ]);
      await must(world.client.ask('changes.seen', { pack: 'varn-dam' }));
      assert.deepEqual(await must(world.client.ask('changes.count', null)), {});
      const history = await must(world.client.ask('changes.list', { pack: 'varn-dam', all: true }));
      assert.deepEqual(
        history.map((one) => one.version),
        [2, 1],
      );
    },
  ],
  [
    'says what a whole snapshot changed, where its layout is as before',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      await world.author.publish([...entries, NEW], { deltas: [] });
      assert.equal(await world.update(), null);
      const [version] = await must(world.client.ask('changes.list', { pack: null, all: false }));
      assert.deepEqual(version?.counts, { added: 1, changed: 0, withdrawn: 0, removed: 0 });
    },
  ],
  [
    'takes a pack from a file, and follows it at the address that the file names',
    async (world) => {
      const bytes = packFileOf(world, world.host.folder + HEAD);
      const { offer, subscribed } = await world.client.file(bytes);
      assert.ok(offer.ok);
      assert.equal(offer.value.pinned, false);
      assert.equal(offer.value.folder, world.host.folder);
      assert.ok(subscribed?.ok);
      assert.deepEqual(world.host.asked, []);
      assert.deepEqual(await world.shown(), textsOf(entries));
      await world.author.publish([...entries, NEW]);
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
    },
  ],
  [
    'takes a file that names no address, and the newer file after it',
    async (world) => {
      assert.ok((await world.client.file(packFileOf(world, null))).subscribed?.ok);
      assert.equal((await world.sync())?.folder, null);
      const answer = await world.client.ask('packs.update', { pack: 'varn-dam' });
      assert.deepEqual(answer, { ok: false, error: en['library.sync.nowhere'] });
      const old = packFileOf(world, null);
      await world.author.publish([...entries, NEW]);
      assert.ok((await world.client.file(packFileOf(world, null))).subscribed?.ok);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
      const { subscribed } = await world.client.file(old);
      assert.deepEqual(subscribed, { ok: false, error: en['sync.rollback'] });
      assert.deepEqual(world.host.asked, []);
    },
  ],
  [
    'refuses files that are no pack, that nobody signed, and that were changed',
    async (world) => {
      const utf8 = (text: string) => new TextEncoder().encode(text);
      for (const [bytes, words] of [
        [utf8('pack: varn-dam\nname: The Varn dam\n'), en['subscribe.file.unsigned']],
        [utf8('{"kind":"pack","pack":"varn-dam"}\n'), en['subscribe.file.unsigned']],
        [new Uint8Array(4000), en['subscribe.file.file']],
        // In the middle of the last file: the end of the archive, what fills its block up, and some of it are gone.
        [packFileOf(world, null).slice(0, -1024 - 600), en['sync.malformed']],
      ] as const) {
        const { offer } = await world.client.file(bytes);
        assert.deepEqual(offer, { ok: false, error: words });
      }
      // A bit of a part: the signature is over the names of parts, which are of their content.
      const { web } = world.author;
      for (const [name, file] of web) {
        if (name.startsWith(`${FOLDER}s/`))
          web.set(
            name,
            file.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
          );
      }
      const { offer, subscribed } = await world.client.file(packFileOf(world, null));
      assert.equal(offer.ok, true);
      assert.equal(subscribed?.ok, false);
      assert.equal(await world.shown(), null);
    },
  ],
  [
    'keeps a line of every request, and of nothing else',
    async (world) => {
      await must(world.client.ask('requests.clear', null));
      const print = await rootFingerprint(world.author.root);
      const address = `${world.host.folder}${HEAD}#ed25519=${print}`;
      await must(world.client.ask('packs.offer', { address }));
      assert.equal(await world.subscribe(), null);
      world.host.misbehaves.set(HEAD, answers(404));
      await world.update();
      const { rows, total } = await must(world.client.ask('requests.list', { limit: 100 }));
      assert.equal(total, world.host.asked.length);
      assert.deepEqual(
        rows.map((row) => new URL(row.address).pathname).reverse(),
        world.host.asked,
      );
      assert.deepEqual([...new Set(rows.map(({ cause }) => cause))].sort(), [
        'check',
        'offer',
        'subscribe',
      ]);
      assert.equal(rows[0]?.outcome, 'not-found');
      assert.ok(rows.slice(1).every(({ outcome, bytes }) => outcome === 'ok' && bytes > 0));
    },
  ],
  [
    'stops an update when the reader says so, and goes on with it later',
    async (world) => {
      assert.equal(await world.subscribe(), null);
      await world.author.publish([...entries, NEW]);
      const asked = new Promise<void>((reached) => {
        world.host.misbehaves.set('/d/', () => reached());
      });
      const update = world.update();
      await asked;
      assert.equal((await world.sync())?.busy, true);
      await must(world.client.ask('packs.stop', { pack: 'varn-dam' }));
      assert.equal(await update, en['sync.stopped']);
      assert.deepEqual(await world.shown(), textsOf(entries));
      world.host.misbehaves.clear();
      assert.equal(await world.update(), null);
      assert.deepEqual(await world.shown(), textsOf([...entries, NEW]));
    },
  ],
];
