/**
 * Another client, written from "In flight" of docs/pack-format.md alone: nothing of data/ is used, only Node. If it
 * reads what is published, the page is complete.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { called } from './cli/called';
import { desk } from './cli/desk';
import { replaced, SAMPLE } from './sample';

vi.setConfig({ testTimeout: 60_000 });

const sha256 = (...pieces: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

/** A signed file's payload, once one of the keys is found to have signed it. */
function opened(file: string, type: string, keys: (payload: Json) => string[]): Json {
  const { payloadType, payload, signatures } = JSON.parse(file);
  expect(payloadType).toBe(type);
  const bytes = Buffer.from(payload, 'base64');
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} ${type} ${bytes.length} `),
    bytes,
  ]);
  const value = JSON.parse(bytes.toString());
  const valid = (signatures as Json[]).filter(({ keyid, sig }) => {
    const x = Buffer.from(keyid, 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, signed, key, Buffer.from(sig, 'base64'));
  });
  const allowed = keys(value);
  expect(valid.some(({ keyid }) => allowed.includes(keyid))).toBe(true);
  return value;
}

// biome-ignore lint/suspicious/noExplicitAny: what a stranger's parser gives
type Json = any;

const ROOT = 'application/vnd.on-record.root.v1+json';
const HEAD = 'application/vnd.on-record.head.v1+json';

function fingerprint(key: string): string {
  const bytes = sha256('on-record fingerprint 1\n', Buffer.from(key, 'base64')).subarray(0, 20);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)])
    .join('');
}

function bucketOf(entry: Json, buckets: number): number {
  const home: string = entry.about?.[0] ?? entry.id;
  let h = 0x811c9dc5n;
  for (let i = 0; i < home.length; i++)
    h = ((h ^ BigInt(home.charCodeAt(i))) * 0x01000193n) % 2n ** 32n;
  return Number((h ^ (h >> 16n)) % BigInt(buckets));
}

const RECORDS = ['claim', 'denial', 'statement', 'event', 'tombstone', 'record'];
const keyOf = (id: string, kind: string) => `${id} ${RECORDS.includes(kind) ? 'record' : kind}`;

/** What a reader has: a line of the pack, and lines by bucket and key. */
interface Held {
  pack: string;
  buckets: Map<string, string>[];
}

const linesOf = (bucket: Map<string, string>) =>
  [...bucket].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);

function digestOf({ pack, buckets }: Held): string {
  const digests = buckets.map((bucket) => sha256(linesOf(bucket).join('')));
  return sha256('on-record state 1\n', sha256(pack), ...digests).toString('hex');
}

async function readHead(folder: string, pin: string): Promise<Json> {
  const file = await readFile(join(folder, 'head.json'), 'utf8');
  const wanted = JSON.parse(Buffer.from(JSON.parse(file).payload, 'base64').toString()).rootVersion;
  let trusted: Json = null;
  for (let n = 1; n <= wanted; n++) {
    const text = await readFile(join(folder, `root/${n}.json`), 'utf8');
    const root = opened(text, ROOT, (own) => own.rootKeys);
    if (trusted) opened(text, ROOT, () => trusted.rootKeys);
    if (trusted || fingerprint(root.rootKeys[0]) === pin) trusted = root;
  }
  return opened(file, HEAD, () => trusted.headKeys);
}

async function readFileOf(folder: string, name: string, named: Json): Promise<string[]> {
  const bytes = gunzipSync(await readFile(join(folder, name)));
  expect([bytes.length, sha256(bytes).toString('hex')]).toEqual([named.bytes, named.sha256]);
  return bytes.toString().match(/[^\n]*\n/g) ?? [];
}

async function readSnapshot(folder: string, head: Json): Promise<Held> {
  const held: Held = {
    pack: '',
    buckets: Array.from({ length: head.state.buckets }, () => new Map()),
  };
  for (const part of head.snapshot) {
    const lines = await readFileOf(folder, `s/${part.sha256}.ndjson.gz`, part);
    if (held.pack === '') held.pack = lines.shift() ?? '';
    for (const line of lines) {
      const entry = JSON.parse(line);
      held.buckets[bucketOf(entry, head.state.buckets)]?.set(keyOf(entry.id, entry.kind), line);
    }
  }
  return held;
}

async function applyDelta(folder: string, head: Json, held: Held): Promise<void> {
  const digest = digestOf(held);
  const delta = head.deltas.find((each: Json) => each.from.digest === digest);
  const name = `d/${delta.from.seq}-${head.seq}.${delta.sha256}.ndjson.gz`;
  for (const line of await readFileOf(folder, name, delta)) {
    const change = JSON.parse(line);
    if (change.kind === 'pack') held.pack = line;
    else if (change.kind === 'drop')
      held.buckets[change.bucket]?.delete(keyOf(change.id, change.of));
    else
      held.buckets[bucketOf(change, head.state.buckets)]?.set(keyOf(change.id, change.kind), line);
  }
}

const author = await desk();
afterAll(author.remove);

/** So many that there are several buckets. */
const MANY = Array.from(
  { length: 300 },
  (_, i) =>
    `  - {id: c-${i}, about: [${i % 3 ? 'crane' : 'quay'}], by: [port-office], text: Crane ${i} stands., sources: [{source: gazette-12}]}\n`,
);
const LARGE = replaced(SAMPLE, 'denials:', `${MANY.join('')}denials:`).replace(
  'actors:',
  '  - {id: quay, name: The quay, mention: quay}\nactors:',
);

let pin = '';
beforeAll(async () => {
  await author.put('pack.yaml', LARGE);
  const { out } = await author.publish();
  pin = /#ed25519=(.*)/.exec(out)?.[1] ?? '';
  await cp(author.pub, author.path('old'), { recursive: true });
  // A record changes its home, another its text, a third is withdrawn, the pack its name; then the keys change.
  await author.put(
    'pack.yaml',
    `${LARGE.replace('name: The harbour, 2024', 'name: The harbour')
      .replace('id: c-1, about: [crane]', 'id: c-1, about: [quay]')
      .replace('Crane 2 stands.', 'Crane 2 fell.')
      .replace(/ {2}- \{id: c-5,.*\n/, '')}tombstones:
  - {id: c-5, about: [crane], withdrawn: 2024-03-09, reason: It was no crane.}
`,
  );
  await author.publish();
  await author.keysIn('new-keys');
  await author.rotate('new-keys');
});

it('reads the snapshot under keys that were changed, and finds the digest that is signed', async () => {
  const head = await readHead(author.pub, pin);
  expect(head).toMatchObject({ seq: 3, rootVersion: 2, name: 'The harbour' });
  expect(head.state.buckets).toBe(4);
  const held = await readSnapshot(author.pub, head);
  expect(digestOf(held)).toBe(head.state.digest);
  const text = held.pack + held.buckets.flatMap(linesOf).join('');
  expect(Buffer.byteLength(text)).toBe(head.state.bytes);
  expect(held.buckets.reduce((sum, { size }) => sum + size, 0)).toBe(head.state.count);
  expect((await called(['build', author.path('pack.yaml')])).out).toBe(text);
});

it('gets there from an older version by its delta', async () => {
  const held = await readSnapshot(author.path('old'), await readHead(author.path('old'), pin));
  const head = await readHead(author.pub, pin);
  expect(digestOf(held)).not.toBe(head.state.digest);
  await applyDelta(author.pub, head, held);
  expect(digestOf(held)).toBe(head.state.digest);
});

it('has the fingerprint of the test key that the page gives', async () => {
  const doc = await readFile(new URL('../../../docs/pack-format.md', import.meta.url), 'utf8');
  const [, key = '', print] = /\(`([A-Za-z0-9+/]{43}=)`\) has `([a-z2-7]{32})`/.exec(doc) ?? [];
  expect(fingerprint(key)).toBe(print);
});
