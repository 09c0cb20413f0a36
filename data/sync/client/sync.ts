/** Brings one pack up to date: fetches, checks, stages and flips. Stopped anywhere, what was there stays. */
import { placeFault } from '../address';
import { type Bytes, sha256 } from '../bytes';
import { type Delta, lineChanges, readDelta } from '../delta';
import { MAX_ENVELOPE } from '../envelope';
import {
  claimedRootVersion,
  type DeltaFile,
  deltaName,
  follows,
  HEAD,
  type Head,
  type OpenedHead,
  openHead,
  partName,
} from '../head';
import { inflate } from '../inflate';
import { changedLines } from '../lines';
import { Refused } from '../refused';
import { followRoots, MAX_ROOTS, type Root, rootName, sameHeadKeys } from '../root';
import { checkBytes, type PartContent, readPart } from '../snapshot';
import { DIGEST_BYTES, digestOfLines, packLine, stateDigest } from '../state';
import {
  type ChangedBucket,
  type ChangedBuckets,
  type Digests,
  type Flip,
  type Subscription,
  type SyncPort,
  Unreachable,
} from './port';

/** A pack that moves and moves again is not worth following for longer. */
const MAX_MOVES = 3;

/** What gzip may add to a file that it cannot make shorter. */
const WIRE_OVERHEAD = 64 * 1024;

export interface Synced {
  /** How the new state came; `head` where only the head was new, null where nothing was. */
  readonly by: 'snapshot' | 'delta' | 'head' | null;
  readonly head: Head;
  /** Bytes that came over the wire, decoded. */
  readonly received: number;
}

export interface SyncOptions {
  /** Lets loopback be fetched from: for the author's own preview. */
  readonly author: boolean;
  readonly signal: AbortSignal;
}

/**
 * @param subscription what is stored of the pack, or what a new subscription trusts
 * @throws {Refused} where something fetched is not taken
 * @throws {Unreachable} where no host gave what is needed
 * @throws whatever the port throws
 */
export async function sync(
  subscription: Subscription,
  port: SyncPort,
  options: SyncOptions,
): Promise<Synced> {
  let received = 0;
  const get = async (url: string, limit: number) => {
    options.signal.throwIfAborted();
    const bytes = await port.get(url, limit);
    if (bytes.length > limit) throw new Refused('too-large', `${url} has more than ${limit} bytes`);
    received += bytes.length;
    return bytes;
  };
  const { found, folder } = await settledHead(subscription, get, options);
  const { head, hash, root } = found;
  const { applied } = subscription;
  const flip: Flip = {
    head,
    subscription: {
      ...subscription,
      folder,
      mirrors: head.mirrors,
      root,
      applied: { seq: head.seq, hash, digest: head.state.digest, root },
    },
  };
  const done = (by: Synced['by']): Synced => ({ by, head, received });

  const floorHolds = applied === null || sameHeadKeys(applied.root, root);
  if (applied && !follows(found, applied, floorHolds)) {
    const same =
      hash === applied.hash &&
      folder === subscription.folder &&
      root.version === applied.root.version;
    if (!same) await port.flipHead(flip);
    return done(same ? null : 'head');
  }
  const folders = [folder, ...allowed(head.mirrors, options)];
  const fetchFile = (name: string, file: { bytes: number; sha256: string }) =>
    firstOf(folders, async (from) => {
      const bytes = await inflate(
        await get(from + name, file.bytes + WIRE_OVERHEAD),
        file.bytes,
        name,
      );
      await checkBytes(bytes, file, name);
      return bytes;
    });
  // By content and not by number: a renewal raises the number only.
  const delta = applied && head.deltas.find(({ from }) => from.digest === applied.digest);
  if (delta && (await applyDelta(delta, flip, port, fetchFile))) {
    await port.settle(head.pack);
    return done('delta');
  }
  await takeSnapshot(flip, port, fetchFile, options.signal);
  return done('snapshot');
}

type Get = (url: string, limit: number) => Promise<Bytes>;

interface FoundHead extends OpenedHead {
  readonly root: Root;
}

/** The head where the pack is published now: where it has moved, there. */
async function settledHead(
  subscription: Subscription,
  get: Get,
  options: SyncOptions,
): Promise<{ found: FoundHead; folder: string }> {
  let folder = subscription.folder;
  let root = subscription.root;
  for (let move = 0; ; move++) {
    const folders = [folder, ...(move === 0 ? allowed(subscription.mirrors, options) : [])];
    const found = await firstOf(folders, (from) => fetchHead(from, root, get));
    const { movedTo } = found.head;
    if (movedTo === undefined || movedTo === folder) return { found, folder };
    if (move === MAX_MOVES)
      throw new Refused('malformed', `the pack moved more than ${MAX_MOVES} times`);
    if (allowed([movedTo], options).length === 0) {
      throw new Refused('malformed', `the pack moved to ${movedTo}, which nobody may fetch from`);
    }
    folder = movedTo;
    root = found.root;
  }
}

async function fetchHead(folder: string, trusted: Root, get: Get): Promise<FoundHead> {
  const file = await get(folder + HEAD, MAX_ENVELOPE);
  const version = claimedRootVersion(file);
  const files: Bytes[] = [];
  for (let next = trusted.version + 1; next <= Math.min(version, MAX_ROOTS); next++) {
    files.push(await get(folder + rootName(next), MAX_ENVELOPE));
  }
  const root = await followRoots(trusted, files);
  return { ...(await openHead(file, root)), root };
}

/** Folders that a reader's browser may be sent to. */
const allowed = (folders: readonly string[], { author }: SyncOptions): string[] =>
  folders.filter((folder) => {
    return URL.canParse(folder) && placeFault(new URL(folder), author) === null;
  });

/** Whether it is what came, or did not come, from a host; another may do better. */
const isOfHost = (error: unknown) => error instanceof Refused || error instanceof Unreachable;

/**
 * Tries hosts in their order.
 * @returns what the first one gave
 * @throws what the first one threw, where none gave anything
 */
async function firstOf<T>(
  folders: readonly string[],
  fetch: (folder: string) => Promise<T>,
): Promise<T> {
  let first: unknown;
  for (const folder of folders) {
    try {
      return await fetch(folder);
    } catch (error) {
      first ??= error;
      if (!isOfHost(error)) throw error;
    }
  }
  throw first;
}

type FetchFile = (name: string, file: { bytes: number; sha256: string }) => Promise<Bytes>;

/** @returns false where it does not lead to the head's state: then the snapshot does */
async function applyDelta(
  file: DeltaFile,
  flip: Flip,
  port: SyncPort,
  fetchFile: FetchFile,
): Promise<boolean> {
  const { pack, seq, state } = flip.head;
  const digests = await port.digests(pack);
  if (!digests || digests.buckets.length !== state.buckets * DIGEST_BYTES) return false;
  try {
    const name = deltaName(file, seq);
    const delta = readDelta(await fetchFile(name, file), state.buckets, name);
    const changes = await changesOf(delta, digests, pack, port);
    if (!(await isState(changes.digests, flip.head))) return false;
    await port.flipBuckets(flip, changes);
    return true;
  } catch (error) {
    // A delta is a shortcut: where its file is missing or broken, the long way may be whole.
    if (isOfHost(error)) return false;
    throw error;
  }
}

/** Buckets read and digested at once. */
const BUCKETS_AT_ONCE = 64;

async function changesOf(
  delta: Delta,
  before: Digests,
  pack: string,
  port: SyncPort,
): Promise<ChangedBuckets> {
  const buckets = new Map<number, ChangedBucket>();
  const digests = before.buckets.slice();
  const touched = [...delta.buckets];
  for (let i = 0; i < touched.length; i += BUCKETS_AT_ONCE) {
    const some = touched.slice(i, i + BUCKETS_AT_ONCE);
    const held = await port.buckets(
      pack,
      some.map(([bucket]) => bucket),
    );
    const work = some.map(async ([bucket, changes], n) => {
      const chunk = held[n];
      if (!chunk) throw new Error(`bucket ${bucket} was not read`);
      const after = changedLines(chunk, lineChanges(changes));
      buckets.set(bucket, { before: chunk, after, keys: [...changes.keys()] });
      digests.set(await sha256(after.bytes), bucket * DIGEST_BYTES);
    });
    await Promise.all(work);
  }
  const line = delta.pack ? await digestOfLines([packLine(delta.pack)]) : before.pack;
  return { pack: delta.pack, buckets, digests: { pack: line, buckets: digests } };
}

/** @returns whether the digests are of the very state that the head names */
const isState = async ({ pack, buckets }: Digests, { state }: Head): Promise<boolean> =>
  (await stateDigest(pack, buckets)) === state.digest;

async function takeSnapshot(
  flip: Flip,
  port: SyncPort,
  fetchFile: FetchFile,
  signal: AbortSignal,
): Promise<void> {
  const { head } = flip;
  const { snapshot, state } = head;
  const { staged } = await port.stage(head);
  const fetchPart = async (i: number): Promise<PartContent | null> => {
    const part = snapshot[i];
    if (!part) return null;
    signal.throwIfAborted();
    const bytes = await fetchFile(partName(part), part);
    const content = await readPart(bytes, part, snapshot[i - 1]?.to ?? 0, state.buckets);
    if (content.pack && content.pack.line.pack !== head.pack) {
      throw new Refused('other-pack', `the snapshot is of pack ${content.pack.line.pack}`);
    }
    return content;
  };
  let coming = fetchPart(staged);
  for (let i = staged; i < snapshot.length; i++) {
    const content = await coming;
    if (!content) break;
    // The next part is fetched and checked while the database, in a process of its own, writes this one.
    coming = fetchPart(i + 1);
    // Where writing fails, nobody asks any more what came of it.
    coming.catch(() => {});
    await port.putPart(head, i, content);
  }
  const digests = await port.stagedDigests(head);
  if (!digests || !(await isState(digests, head))) {
    await port.unstage(head);
    throw new Refused('digest', 'the parts together are not the state that the head names');
  }
  await port.flipSnapshot(flip);
}
