/** A pack's next version into a folder that any static host can serve. */
import { join } from 'node:path';
import { hex, sha256, utf8 } from '../../sync/bytes';
import { HEAD, type Head } from '../../sync/head';
import { fingerprint, grouped, type Signer } from '../../sync/keys';
import { type Root, rootName, sealRoot } from '../../sync/root';
import { digestOfState, type State } from '../../sync/snapshot';
import { canonicalJson } from '../canonical';
import type { ParsedPack } from '../parse';
import type { Problem } from '../problem';
import { brokenPromises } from './history';
import type { LockedKey } from './key-file';
import { findKey, keyPath, rememberPublished } from './key-folder';
import { openFolder, type Progress, refuseKeysInside, refuseOldCopy } from './open-folder';
import { packState } from './pack-state';
import type { Trusted } from './published';
import { Trouble } from './trouble';
import { type Before, nextVersion, type Version } from './version';
import { prune, writeRoot, writeVersion } from './write-version';

export interface PublishOptions {
  /** The folder of the keys. */
  readonly keys: string;
  readonly now: Date;
  /** How long the head holds, in milliseconds. */
  readonly term: number;
  /** Signs anew what is published, and nothing else. */
  readonly renew: boolean;
  /** Undefined keeps what the head before says; null takes it back. */
  readonly mirrors: readonly string[] | null | undefined;
  readonly movedTo: string | null | undefined;
  readonly ended: string | null | undefined;
  /** Removes files that neither this head nor the one before names. */
  readonly prune: boolean;
  /** Asks for the passphrase of a key. */
  readonly unlock: (key: LockedKey) => Promise<Signer>;
  readonly progress: Progress;
}

export type Outcome =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unchanged'; readonly head: Head }
  | {
      readonly kind: 'published';
      readonly head: Head;
      readonly root: Root;
      readonly before: State | null;
      readonly after: State;
      /** Of new files, the head not counted. */
      readonly files: number;
      readonly pruned: number;
    };

const changedNow = <T>(given: T | null | undefined, before: T | undefined): T | undefined =>
  given === undefined ? before : (given ?? undefined);

/**
 * @param parsed the pack, without errors; null renews what is published
 * @throws {Trouble}
 */
export async function publish(
  parsed: ParsedPack | null,
  folder: string,
  options: PublishOptions,
): Promise<Outcome> {
  const { keys, now } = options;
  refuseKeysInside(folder, keys);
  const headKey = await findKey(keys, 'head');
  if (!headKey)
    throw new Trouble(keyPath(keys, 'head'), 'there is no key', 'Make keys first: keygen --dir …');
  const before = await openFolder(folder, options.progress);
  const id = parsed?.pack?.pack ?? before?.head.pack;
  if (id === undefined)
    throw new Trouble(folder, 'nothing is published here yet', 'Name a pack to publish');
  if (before) await refuseOtherPack(before, folder, id, headKey, now);
  await refuseOldCopy(folder, keys, id, before);

  if (before && parsed) {
    const problems = brokenPromises(before.state, parsed, now.getTime());
    if (problems.length > 0) return { kind: 'refused', problems };
  }
  const after = stateAfter(parsed, before);
  if (before && (await isDone(before, after, folder, options)))
    return { kind: 'unchanged', head: before.head };

  const root = before?.root ?? (await firstRoot(keys, id, headKey));
  const version = await versionOf(before, after, root, folder, options);
  const rootText = before ? null : await sealedRoot(keys, root, options);
  const signer = await options.unlock(headKey);
  if (rootText !== null) await writeRoot(join(folder, rootName(1)), rootText);
  const tick = options.progress('Writing', version.files.length);
  const { files } = await writeVersion(folder, version, signer, tick);
  await rememberPublished(keys, id, { seq: version.head.seq, hash: await hashOf(version.head) });
  const heads = [version.head, ...(before ? [before.head] : [])];
  return {
    kind: 'published',
    head: version.head,
    root,
    before: before?.state ?? null,
    after,
    files,
    pruned: options.prune ? await prune(folder, heads) : 0,
  };
}

/** As a client takes it: over the payload. */
export const hashOf = async (head: Head): Promise<string> =>
  hex(await sha256(utf8(canonicalJson(head))));

async function refuseOtherPack(
  { head, root }: Trusted,
  folder: string,
  id: string,
  key: LockedKey,
  now: Date,
): Promise<void> {
  const where = join(folder, HEAD);
  if (head.pack !== id) {
    throw new Trouble(where, `this folder is of pack ${head.pack}, not ${id}`, 'Name another one');
  }
  if (!root.headKeys.includes(key.publicKey)) {
    const theirs = grouped(await fingerprint(root.headKeys[0] ?? ''));
    throw new Trouble(
      where,
      `this was signed with another publishing key (${theirs})`,
      'Name the folder of that key with --keys; "rotate" changes keys',
    );
  }
  if (head.seq === Number.MAX_SAFE_INTEGER) {
    throw new Trouble(
      where,
      'there is no higher number',
      'Change the publishing key with "rotate"',
    );
  }
  if (Date.parse(head.issued) > now.getTime()) {
    throw new Trouble(
      where,
      `this was signed at ${head.issued}, which is later than this computer's clock says`,
      'Set the clock',
    );
  }
}

function stateAfter(parsed: ParsedPack | null, before: Before | null): State {
  const pack = parsed?.pack;
  if (pack) return packState(pack, before?.head.state.buckets);
  if (before) return before.state;
  throw new Error('neither a pack nor a published one');
}

/** Whether there is nothing to publish. */
async function isDone(
  { head }: Before,
  after: State,
  folder: string,
  { renew, mirrors, movedTo, ended }: PublishOptions,
): Promise<boolean> {
  const same = (await digestOfState(after)) === head.state.digest;
  if (renew && !same) {
    throw new Trouble(
      folder,
      'the pack is not what is published, and --renew changes nothing',
      'Publish it without --renew, or leave the pack out to renew what is there',
    );
  }
  if (!same && head.ended !== undefined && ended === undefined) {
    throw new Trouble(
      folder,
      'this pack has ended',
      'Take that back with --resume, or go on ended with --end "why"',
    );
  }
  const alike =
    canonicalJson(changedNow(mirrors, head.mirrors) ?? []) === canonicalJson(head.mirrors) &&
    changedNow(movedTo, head.movedTo) === head.movedTo &&
    changedNow(ended, head.ended) === head.ended;
  return same && alike && !renew;
}

async function versionOf(
  before: Before | null,
  after: State,
  root: Root,
  folder: string,
  { now, term, mirrors, movedTo, ended }: PublishOptions,
): Promise<Version> {
  const head = before?.head;
  try {
    return await nextVersion(before, after, {
      now,
      term,
      root,
      mirrors: changedNow(mirrors, head?.mirrors) ?? [],
      movedTo: changedNow(movedTo, head?.movedTo),
      ended: changedNow(ended, head?.ended),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Trouble(folder, error.message, 'Then publish again', { cause: error });
  }
}

async function needRootKey(keys: string): Promise<LockedKey> {
  const key = await findKey(keys, 'root');
  if (key) return key;
  throw new Trouble(
    keyPath(keys, 'root'),
    'there is no root key, and the first publication is signed with it',
    'Bring it here this once; later versions do without',
  );
}

async function firstRoot(keys: string, pack: string, headKey: LockedKey): Promise<Root> {
  const { publicKey } = await needRootKey(keys);
  return { format: 1, pack, version: 1, rootKeys: [publicKey], headKeys: [headKey.publicKey] };
}

async function sealedRoot(keys: string, root: Root, { unlock }: PublishOptions): Promise<string> {
  return sealRoot(root, [await unlock(await needRootKey(keys))]);
}
