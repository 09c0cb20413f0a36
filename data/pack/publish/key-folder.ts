/** An author's keys on a disk, and what was published with them last. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { generateKey, type PublicKey } from '../../sync/keys';
import { canonicalJson } from '../canonical';
import { type LockedKey, lockKey, type Role, readKey } from './key-file';
import { Trouble } from './trouble';
import { writeWhole } from './write-file';

const MAX_FILE_BYTES = 64 * 1024;

/** Private: for the author's own eyes. */
const MODE = 0o600;

export const keyPath = (folder: string, role: Role): string => join(folder, `${role}.key.json`);

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Makes new keys, one file each.
 * @param passphrases of the keys to make
 * @param cost see `lockKey`
 * @returns their public halves
 * @throws {Trouble} when one of the files is there already
 */
export async function makeKeys(
  folder: string,
  passphrases: Readonly<Partial<Record<Role, string>>>,
  cost?: number,
): Promise<Partial<Record<Role, PublicKey>>> {
  const roles = Object.keys(passphrases) as Role[];
  await refuseToOverwrite(folder, roles);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Keys must not travel with the pack that they sign.
  if (!(await exists(join(folder, '.gitignore'))))
    await writeWhole(join(folder, '.gitignore'), '*\n');
  const made: Partial<Record<Role, PublicKey>> = {};
  for (const role of roles) {
    const { signer, secret } = await generateKey();
    const text = await lockKey(role, signer.key, secret, passphrases[role] ?? '', cost);
    await writeWhole(keyPath(folder, role), text, MODE);
    made[role] = signer.key;
  }
  return made;
}

/** @throws {Trouble} when there is a key of one of these roles */
export async function refuseToOverwrite(folder: string, roles: readonly Role[]): Promise<void> {
  for (const role of roles) {
    const path = keyPath(folder, role);
    if (await exists(path)) {
      throw new Trouble(
        path,
        'there is a key already, and readers may trust it',
        'Name another folder with --dir; "rotate" changes keys',
      );
    }
  }
}

/** @returns null where the folder has no key of this role */
export async function findKey(folder: string, role: Role): Promise<LockedKey | null> {
  const path = keyPath(folder, role);
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  if (found.size > MAX_FILE_BYTES) throw new Trouble(path, 'this is no key', 'Name another folder');
  return readKey(await readFile(path, 'utf8'), role, path);
}

/** The last head that was published of a pack. */
export interface Published {
  readonly seq: number;
  /** Of its payload, SHA-256 in hex. */
  readonly hash: string;
}

const MEMORY = 'published.json';
const memory = v.record(v.string(), v.strictObject({ seq: v.number(), hash: v.string() }));

async function readMemory(folder: string): Promise<Record<string, Published>> {
  const path = join(folder, MEMORY);
  const text = await readFile(path, 'utf8').catch(() => '{}');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const { success, output } = v.safeParse(memory, value);
  if (success) return output;
  throw new Trouble(path, 'this file cannot be read', 'Remove it; it is written anew');
}

/**
 * What these keys signed last, so that an old copy of a published folder is noticed. It stands beside the keys since
 * the folder itself may be the old copy.
 */
export async function lastPublished(folder: string, pack: string): Promise<Published | null> {
  return (await readMemory(folder))[pack] ?? null;
}

export async function rememberPublished(
  folder: string,
  pack: string,
  { seq, hash }: Published,
): Promise<void> {
  const all = { ...(await readMemory(folder)), [pack]: { seq, hash } };
  await writeWhole(join(folder, MEMORY), `${canonicalJson(all)}\n`, MODE);
}
