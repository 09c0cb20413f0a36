/** Updates that must be refused, and what spoils them. */
import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { utf8 } from '../../../data/sync/bytes';
import { HEAD, type Head } from '../../../data/sync/head';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { type Author, FOLDER } from '../../data/sync/client/host';
import { entries } from '../../data/sync/publisher';

import { type Case, NEW, textsOf, type World } from './world';

/** An update that must be refused, in these words, with everything as it was; and the next one, mended, comes. */
export function refused(
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

export const remember = ({ author }: World) =>
  void honest.set(author, { root: author.root, rootKey: author.rootKey, headKey: author.headKey });

export const updateWith = async (world: World, given: Partial<Head> = {}) =>
  world.author.publish([...entries, NEW], given);

/** The newest file of a kind on the host. */
export const newest = ({ author }: World, folder: 's' | 'd') =>
  [...author.web.keys()].filter((name) => name.startsWith(`${FOLDER}${folder}/`)).at(-1) as string;

export const setHead = (world: World, text: string) =>
  world.author.web.set(FOLDER + HEAD, utf8(text));

export const headEnvelope = ({ author }: World) =>
  JSON.parse(new TextDecoder().decode(author.web.get(FOLDER + HEAD))) as {
    payload: string;
    payloadType: string;
    signatures: { keyid: string; sig: string }[];
  };

export const gz = (text: string) => new Uint8Array(gzipSync(utf8(text)));

export const gunzip = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes);
