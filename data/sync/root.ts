/**
 * Roots of trust: which keys may sign a pack's heads. Root N+1 is signed by a root key of N and by one of its own,
 * so that trust goes on from key to key, and a thief of the publishing key alone gets nowhere: its root key
 * rotates it away (the roles, and why a rotation forgets the last number, after The Update Framework,
 * https://theupdateframework.github.io/specification/latest/#root-role).
 */
import * as v from 'valibot';
import { canonicalJson } from '../pack/canonical';
import type { Bytes } from './bytes';
import { isSignedBy, payloadOf, readEnvelope, type Sealed, seal } from './envelope';
import { fingerprint, type PublicKey, type Signer } from './keys';
import { Refused } from './refused';

const MAX_KEYS = 4;

/**
 * Roots a client walks through. A publisher who rotates every month needs as many in five years; a host that
 * makes up more costs a client no more than so many small files.
 */
export const MAX_ROOTS = 64;

const keys = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/))),
  v.minLength(1),
  v.maxLength(MAX_KEYS),
);

const schema = v.strictObject({
  format: v.literal(1),
  pack: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80)),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_ROOTS)),
  /** May sign the next root. The first of them gives the fingerprint. Kept away from the machine that publishes. */
  rootKeys: keys,
  /** May sign heads. */
  headKeys: keys,
});

export type Root = v.InferOutput<typeof schema>;

/** @returns the file's text */
export const sealRoot = (root: Root, signers: readonly Signer[]): Promise<string> =>
  seal('root', canonicalJson(root), signers);

export const rootName = (version: number) => `root/${version}.json`;

interface Opened {
  readonly root: Root;
  readonly sealed: Sealed;
}

/** @throws {Refused} when it is no root of this version that its own root key signed */
async function openRoot(file: Bytes, version: number): Promise<Opened> {
  const what = rootName(version);
  const sealed = readEnvelope('root', file, what);
  const { success, output: root } = v.safeParse(schema, payloadOf(sealed, what));
  if (!success) throw new Refused('malformed', `${what} is no root`);
  if (root.version !== version)
    throw new Refused('root', `${what} says that it is version ${root.version}`);
  // A key that can sign both could be stolen from the machine that publishes and never be rotated away.
  if (root.rootKeys.some((key) => root.headKeys.includes(key))) {
    throw new Refused('root', `${what} has one key for roots and for heads`);
  }
  if (!(await isSignedBy(sealed, root.rootKeys)))
    throw new Refused('signature', `${what} is not signed by its own root key`);
  return { root, sealed };
}

/**
 * What makes a client believe the first root: the fingerprint of the address that it subscribed by. Null
 * asks the reader, once the fingerprint is known.
 */
export type Pin = string | null;

/**
 * Trusts a chain from its beginning.
 * @param files root/1.json and on, in order
 * @param pin the fingerprint that one root of the chain must have; what came before that one is not trusted and need not be
 * @returns the last root
 * @throws {Refused}
 */
export async function trustRoots(files: readonly Bytes[], pin: Pin): Promise<Root> {
  let trusted: Root | null = null;
  for (const [i, file] of files.entries()) {
    const opened = await openRoot(file, i + 1);
    if (trusted) trusted = await nextRoot(trusted, opened);
    else if (pin === null || (await rootFingerprint(opened.root)) === pin) trusted = opened.root;
  }
  if (!trusted) throw new Refused('signature', 'no root has the fingerprint of the address');
  return trusted;
}

/**
 * Goes on from a root that is trusted.
 * @param files the roots after it, in order
 * @returns the last root
 * @throws {Refused}
 */
export async function followRoots(trusted: Root, files: readonly Bytes[]): Promise<Root> {
  let last = trusted;
  for (const file of files) last = await nextRoot(last, await openRoot(file, last.version + 1));
  return last;
}

async function nextRoot(trusted: Root, { root, sealed }: Opened): Promise<Root> {
  const what = rootName(root.version);
  if (root.pack !== trusted.pack)
    throw new Refused('other-pack', `${what} is of pack ${root.pack}`);
  if (!(await isSignedBy(sealed, trusted.rootKeys))) {
    throw new Refused('root', `${what} is not signed by a root key of version ${trusted.version}`);
  }
  return root;
}

/** @returns what people compare and addresses carry */
export const rootFingerprint = ({ rootKeys: [first = ''] }: Root): Promise<string> =>
  fingerprint(first);

/** @returns whether the two are for the same keys: then what is stored about heads holds on */
export const sameHeadKeys = (a: Root, b: Root): boolean => {
  const keysOf = ({ headKeys }: Root): PublicKey[] => [...headKeys].sort();
  return JSON.stringify(keysOf(a)) === JSON.stringify(keysOf(b));
};
