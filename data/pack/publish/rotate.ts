/** Other keys for a published pack: a root that the old and the new root key sign, and a head under it. */
import { join } from 'node:path';
import type { Head } from '../../sync/head';
import type { Signer } from '../../sync/keys';
import { MAX_ROOTS, type Root, rootName, sealRoot } from '../../sync/root';
import type { LockedKey } from './key-file';
import { findKey, keyPath, rememberPublished } from './key-folder';
import { openFolder, type Progress, refuseKeysInside } from './open-folder';
import { hashOf } from './publish';
import { Trouble } from './trouble';
import { nextVersion } from './version';
import { writeRoot, writeVersion } from './write-version';

export interface RotateOptions {
  /** The folder with the root key that readers trust now. */
  readonly keys: string;
  /** The folder with the new publishing key, and the new root key if that one changes too. */
  readonly newKeys: string;
  readonly now: Date;
  /** How long the head holds, in milliseconds. */
  readonly term: number;
  readonly unlock: (key: LockedKey) => Promise<Signer>;
  readonly progress: Progress;
}

export interface Rotated {
  readonly head: Head;
  readonly root: Root;
  /** Whether readers' fingerprint changes. */
  readonly newRootKey: boolean;
}

/** @throws {Trouble} */
export async function rotate(folder: string, options: RotateOptions): Promise<Rotated> {
  const { keys, newKeys, unlock } = options;
  refuseKeysInside(folder, keys);
  refuseKeysInside(folder, newKeys);
  const before = await openFolder(folder, options.progress);
  if (!before) throw new Trouble(folder, 'nothing is published here', 'Name the published folder');
  const oldRoot = await findKey(keys, 'root');
  if (!oldRoot) {
    const message = 'there is no root key, and readers follow nothing else to new keys';
    throw new Trouble(keyPath(keys, 'root'), message, 'Bring it here this once');
  }
  if (!before.root.rootKeys.includes(oldRoot.publicKey)) {
    throw new Trouble(
      keyPath(keys, 'root'),
      `this is not the root key of ${rootName(before.root.version)}`,
      'Name the folder of that one with --keys',
    );
  }
  const newHead = await findKey(newKeys, 'head');
  if (!newHead) {
    throw new Trouble(keyPath(newKeys, 'head'), 'there is no key', 'Make it first: keygen --dir …');
  }
  if (before.root.headKeys.includes(newHead.publicKey)) {
    const message = 'this publishing key is the one in use';
    throw new Trouble(keyPath(newKeys, 'head'), message, 'Make a new one: keygen --dir …');
  }
  const newRoot = (await findKey(newKeys, 'root')) ?? oldRoot;
  const version = before.root.version + 1;
  if (version > MAX_ROOTS) {
    const message = `keys were changed ${MAX_ROOTS - 1} times, and readers follow no further`;
    throw new Trouble(folder, message, 'Publish under a new address');
  }
  const root: Root = {
    ...before.root,
    version,
    rootKeys: [newRoot.publicKey],
    headKeys: [newHead.publicKey],
  };
  const newRootKey = newRoot.publicKey !== oldRoot.publicKey;
  const signers = [await unlock(oldRoot), ...(newRootKey ? [await unlock(newRoot)] : [])];
  const signer = await unlock(newHead);
  const { mirrors, movedTo, ended } = before.head;
  const next = await nextVersion(before, before.state, {
    now: options.now,
    term: options.term,
    root,
    mirrors,
    movedTo,
    ended,
  });
  await writeRoot(join(folder, rootName(version)), await sealRoot(root, signers));
  await writeVersion(folder, next, signer, options.progress('Writing', next.files.length));
  await rememberPublished(newKeys, root.pack, {
    seq: next.head.seq,
    hash: await hashOf(next.head),
  });
  return { head: next.head, root, newRootKey };
}
