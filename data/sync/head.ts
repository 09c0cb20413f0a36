/** The head: the one mutable file of a published pack. It names everything else by its content. */
import * as v from 'valibot';
import { canonicalJson } from '../pack/canonical';
import { type Bytes, hex, sha256 } from './bytes';
import { isSignedBy, MAX_ENVELOPE, payloadOf, readEnvelope, seal } from './envelope';
import type { Signer } from './keys';
import { Refused } from './refused';
import { MAX_ROOTS, type Root } from './root';

/**
 * Caps on what a head may announce, held before anything is fetched. A million entries of 340 bytes are 340 MB; a
 * bucket of them has 128.
 */
export const LIMITS = {
  entries: 2_000_000,
  bytes: 1024 * 1024 * 1024,
  buckets: 16_384,
  /** Of one part, inflated. A part is whole buckets, and one topic may have thousands of records. */
  partBytes: 16 * 1024 * 1024,
  /** With as many deltas as there may be, a head of these fits into its 16 KB. */
  parts: 64,
  deltas: 16,
  mirrors: 8,
  url: 2000,
  /** As names in a pack. In UTF-16 units. */
  words: 200,
} as const;

const whole = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(max));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A moment in UTC to the second (RFC 3339), of which there is one spelling. */
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

/** A folder of files on a host; ends in "/". */
const folder = v.pipe(
  v.string(),
  v.maxLength(LIMITS.url),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, href } = new URL(text);
    return /^https?:$/.test(protocol) && href === text && text.endsWith('/');
  }),
);

const file = { sha256: hash, bytes: v.pipe(whole(LIMITS.partBytes), v.minValue(1)) };

const words = v.pipe(
  v.string(),
  v.maxLength(LIMITS.words),
  v.check((text) => text.trim() !== ''),
);

const schema = v.pipe(
  v.strictObject({
    format: v.literal(1),
    pack: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80)),
    /** What a reader is asked about before anything else is fetched: whose pack it is, in the pack's own language. */
    name: words,
    publisher: words,
    /** Rises with every publication. */
    seq: v.pipe(whole(Number.MAX_SAFE_INTEGER), v.minValue(1)),
    issued: moment,
    expires: moment,
    rootVersion: v.pipe(whole(MAX_ROOTS), v.minValue(1)),
    state: v.strictObject({
      /** Entries, the pack's own line not counted. */
      count: whole(LIMITS.entries),
      /** Of all lines. */
      bytes: whole(LIMITS.bytes),
      buckets: v.pipe(
        whole(LIMITS.buckets),
        v.check((n) => n > 0 && (n & (n - 1)) === 0),
      ),
      digest: hash,
    }),
    /** In bucket order; each part is the buckets from where the one before ended up to `to`. */
    snapshot: v.pipe(
      v.array(v.strictObject({ ...file, to: whole(LIMITS.buckets) })),
      v.minLength(1),
      v.maxLength(LIMITS.parts),
    ),
    /** From an older state to this one. */
    deltas: v.pipe(
      v.array(
        v.strictObject({
          ...file,
          from: v.strictObject({ seq: whole(Number.MAX_SAFE_INTEGER), digest: hash }),
        }),
      ),
      v.maxLength(LIMITS.deltas),
    ),
    mirrors: v.pipe(v.array(folder), v.maxLength(LIMITS.mirrors)),
    movedTo: v.optional(folder),
    /** Nothing will come any more; why, in words. */
    ended: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  }),
  v.check(({ issued, expires }) => issued < expires),
  v.check(({ snapshot, state }) => {
    const ends = snapshot.map(({ to }) => to);
    return ends.at(-1) === state.buckets && ends.every((to, i) => to > (ends[i - 1] ?? 0));
  }),
);

export type Head = v.InferOutput<typeof schema>;
export type SnapshotPart = Head['snapshot'][number];
export type DeltaFile = Head['deltas'][number];

export const HEAD = 'head.json';
export const partName = ({ sha256 }: Pick<SnapshotPart, 'sha256'>) => `s/${sha256}.ndjson.gz`;
export const deltaName = ({ from, sha256 }: Pick<DeltaFile, 'from' | 'sha256'>, seq: number) =>
  `d/${from.seq}-${seq}.${sha256}.ndjson.gz`;

/**
 * @returns the file's text
 * @throws {RangeError} when it has more bytes than a head may have
 */
export async function sealHead(head: Head, signer: Signer): Promise<string> {
  const text = await seal('head', canonicalJson(head), [signer]);
  if (text.length > MAX_ENVELOPE)
    throw new RangeError(`a head of ${text.length} bytes; at most ${MAX_ENVELOPE}`);
  return text;
}

/**
 * The root version that a head asks for, before anything of it is believed: roots up to it are fetched next.
 * @throws {Refused} when it is no head
 */
export function claimedRootVersion(fileOfHead: Bytes): number {
  return parse(payloadOf(readEnvelope('head', fileOfHead, HEAD), HEAD)).rootVersion;
}

/**
 * @param root the one that the head names, trusted
 * @throws {Refused} unless a head key of the root signed it, and it is the root's pack
 */
export async function openHead(fileOfHead: Bytes, root: Root): Promise<OpenedHead> {
  const sealed = readEnvelope('head', fileOfHead, HEAD);
  if (!(await isSignedBy(sealed, root.headKeys))) {
    throw new Refused('signature', `${HEAD} is not signed by a key of ${root.pack}`);
  }
  const head = parse(payloadOf(sealed, HEAD));
  if (head.pack !== root.pack)
    throw new Refused('other-pack', `${HEAD} is of pack ${head.pack}, not ${root.pack}`);
  if (head.rootVersion !== root.version) {
    throw new Refused('root', `${HEAD} names root ${head.rootVersion}, not ${root.version}`);
  }
  return { head, hash: hex(await sha256(sealed.payload)) };
}

/** A head that may be believed. */
export interface OpenedHead {
  readonly head: Head;
  /** SHA-256 of the payload, in hex: two heads with one number and different hashes are an alarm. */
  readonly hash: string;
}

function parse(payload: unknown): Head {
  const { success, output, issues } = v.safeParse(schema, payload);
  if (success) return output;
  const where = issues[0].path?.map(({ key }) => String(key)).join('.') ?? '';
  throw new Refused('malformed', `${HEAD} is no head; look at ${where || 'its keys'}`);
}

/** What a client keeps of the head it applied last. */
export interface Applied {
  readonly seq: number;
  /** Of the whole signed payload. */
  readonly hash: string;
  /** Of the state. */
  readonly digest: string;
  /** Of the root that the head was signed under. */
  readonly root: Root;
}

/**
 * Whether a head may follow what is applied.
 * @param floorHolds false once the keys that sign heads have changed: a thief of the old ones may have
 *   counted up to the highest number there is
 * @returns whether there is other content to apply
 * @throws {Refused}
 */
export function follows(
  { head, hash }: OpenedHead,
  applied: Applied,
  floorHolds: boolean,
): boolean {
  const { seq } = applied;
  if (floorHolds && head.seq < seq) {
    throw new Refused('rollback', `${HEAD} has number ${head.seq}, after ${seq} was seen`);
  }
  if (floorHolds && head.seq === seq && hash !== applied.hash) {
    throw new Refused('equivocation', `two heads with number ${seq} and different content`);
  }
  return head.state.digest !== applied.digest;
}
