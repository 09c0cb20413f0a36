/** A pack's whole state as files: parts of whole buckets, each named by its content. */
import type { Entry } from '../model';
import { bucketCount, bucketOf, homeOf } from '../store/buckets';
import { type Bytes, hex, joined, sha256, textOf, utf8 } from './bytes';
import { checkEntry, checkPackLine, parseLine } from './entries';
import { LIMITS, type SnapshotPart } from './head';
import type { Lines } from './lines';
import { Refused } from './refused';
import {
  byKey,
  digestOfLines,
  entryLine,
  keyOf,
  type PackLine,
  packLine,
  stateDigest,
} from './state';

/** A whole state in memory: for authors and tests; a client never holds one. */
export interface State {
  readonly pack: PackLine;
  /** By bucket, those of a bucket by key. Their number is a power of two. */
  readonly buckets: readonly (readonly Entry[])[];
}

/**
 * @param buckets at least so many, so that a pack that shrinks a little keeps its layout and its deltas
 */
export function stateOf(pack: PackLine, entries: readonly Entry[], buckets = 1): State {
  const count = Math.max(bucketCount(entries.length), buckets);
  const byBucket: Entry[][] = Array.from({ length: count }, () => []);
  for (const entry of entries) byBucket[bucketOf(homeOf(entry), count)]?.push(entry);
  for (const bucket of byBucket) bucket.sort(byKey);
  return { pack, buckets: byBucket };
}

/** @returns the digest of a state that is in memory as a whole */
export async function digestOfState({ pack, buckets }: State): Promise<string> {
  const digests = await Promise.all(buckets.map((bucket) => digestOfLines(bucket.map(entryLine))));
  return stateDigest(await digestOfLines([packLine(pack)]), joined(digests));
}

/** A file of a published pack. */
export interface PublishedFile {
  readonly sha256: string;
  readonly bytes: Bytes;
}

/**
 * A part should take a moment to fetch and check, and change as seldom as can be; about a quarter of this travels.
 * In bytes, inflated.
 */
const PART_BYTES = 2 * 1024 * 1024;

export interface Snapshot {
  readonly files: readonly PublishedFile[];
  readonly parts: readonly SnapshotPart[];
  readonly state: { count: number; bytes: number; buckets: number; digest: string };
}

/**
 * Cuts at multiples of one number of buckets, so that a change touches one part and leaves the names of the others.
 * @throws {RangeError} when a topic has more records than a part may hold
 */
export async function makeSnapshot({ pack, buckets }: State): Promise<Snapshot> {
  const lines = buckets.map((entries) => entries.map(entryLine).join(''));
  const header = packLine(pack);
  const total = lines.reduce((sum, text) => sum + utf8(text).length, utf8(header).length);
  const parts = Math.min(
    LIMITS.parts,
    buckets.length,
    2 ** Math.ceil(Math.log2(Math.max(1, total / PART_BYTES))),
  );
  const per = buckets.length / parts;
  const files: PublishedFile[] = [];
  const listed: SnapshotPart[] = [];
  for (let from = 0; from < buckets.length; from += per) {
    const text = lines.slice(from, from + per).join('');
    const bytes = utf8(from === 0 ? header + text : text);
    if (bytes.length === 0) continue;
    if (bytes.length > LIMITS.partBytes) {
      throw new RangeError(
        `a part of ${bytes.length} bytes; at most ${LIMITS.partBytes}. Split its largest topic in two`,
      );
    }
    const sum = hex(await sha256(bytes));
    files.push({ sha256: sum, bytes });
    listed.push({ sha256: sum, bytes: bytes.length, to: from + per });
  }
  // Empty buckets belong to the part after them, and at the end to the last.
  const last = listed.pop();
  if (last) listed.push({ ...last, to: buckets.length });
  const digests = await Promise.all(lines.map((text) => digestOfLines([text])));
  return {
    files,
    parts: listed,
    state: {
      count: buckets.reduce((sum, entries) => sum + entries.length, 0),
      bytes: total,
      buckets: buckets.length,
      digest: await stateDigest(await digestOfLines([header]), joined(digests)),
    },
  };
}

/** Some buckets of a state, with the digests that the state's is made of. */
export interface PartContent {
  /** In the first part only. */
  readonly pack: { readonly line: PackLine; readonly digest: Bytes } | null;
  readonly buckets: readonly BucketContent[];
}

export interface BucketContent {
  readonly bucket: number;
  readonly entries: readonly Entry[];
  /** The same as text, in bytes of its own. */
  readonly lines: Lines;
  /** Of the lines. */
  readonly digest: Bytes;
}

/**
 * Reads a part whose bytes are those that the head names. Lines are digested and handed on as the bytes that they
 * came as: writing them anew took as long as reading them.
 * @param from the first bucket of it; the part is the pack's first where this is 0
 * @param count of buckets of the state
 * @throws {Refused} when a line is no entry, or out of its place
 */
export async function readPart(
  bytes: Bytes,
  part: SnapshotPart,
  from: number,
  count: number,
): Promise<PartContent> {
  const what = `part ${part.sha256.slice(0, 12)}`;
  const ends = endsIn(bytes, what);
  const textAt = (i: number) => textOf(bytes.subarray(ends[i - 1] ?? 0, (ends[i] ?? 0) - 1), what);
  const first = from === 0 ? 1 : 0;
  const byBucket = Array.from(
    { length: part.to - from },
    (): ReadBucket => ({
      entries: [],
      keys: [],
      ends: [],
    }),
  );
  let before = { bucket: from, key: '' };
  for (let i = first; i < ends.length; i++) {
    const where = `${what}, line ${i + 1}`;
    const entry = checkEntry(parseLine(textAt(i), where), where);
    const bucket = bucketOf(homeOf(entry), count);
    const key = keyOf(entry);
    const into = byBucket[bucket - from];
    const inOrder = bucket > before.bucket || (bucket === before.bucket && key > before.key);
    if (!into || !inOrder) throw new Refused('malformed', `${where} is out of its place`);
    into.entries.push(entry);
    into.keys.push(key);
    into.ends.push(ends[i] ?? 0);
    before = { bucket, key };
  }
  let at = first === 0 ? 0 : (ends[0] ?? 0);
  const buckets = byBucket.map(async ({ entries, keys, ends }, i): Promise<BucketContent> => {
    const start = at;
    at = ends.at(-1) ?? at;
    // Not a view: the database would store the whole buffer below it.
    const own = bytes.slice(start, at);
    const lines = { keys, ends: Uint32Array.from(ends, (end) => end - start), bytes: own };
    return { bucket: from + i, entries, lines, digest: await sha256(own) };
  });
  return {
    pack:
      first === 0
        ? null
        : {
            line: checkPackLine(parseLine(textAt(0), what), what),
            digest: await sha256(bytes.subarray(0, ends[0])),
          },
    buckets: await Promise.all(buckets),
  };
}

interface ReadBucket {
  readonly entries: Entry[];
  readonly keys: string[];
  readonly ends: number[];
}

const LINE_FEED = 10;

/**
 * @returns where each line ends, its line feed included
 * @throws {Refused} when the last line has no end: something was cut off
 */
function endsIn(bytes: Bytes, what: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    at = bytes.indexOf(LINE_FEED, at) + 1;
    if (at === 0) break;
    ends.push(at);
  }
  if (ends.length === 0 || ends.at(-1) !== bytes.length)
    throw new Refused('malformed', `${what} does not end with a line`);
  return ends;
}

/**
 * @returns the lines without their ends
 * @throws {Refused} when the last line has no end: something was cut off
 */
export function linesOf(bytes: Bytes, what: string): string[] {
  const text = textOf(bytes, what);
  if (!text.endsWith('\n')) throw new Refused('malformed', `${what} does not end with a line`);
  return text.slice(0, -1).split('\n');
}

/**
 * @throws {Refused} unless these are the bytes that were named
 */
export async function checkBytes(
  bytes: Bytes,
  named: { readonly sha256: string; readonly bytes: number },
  what: string,
): Promise<void> {
  if (bytes.length !== named.bytes || hex(await sha256(bytes)) !== named.sha256) {
    throw new Refused('digest', `${what} is not what its head names`);
  }
}
