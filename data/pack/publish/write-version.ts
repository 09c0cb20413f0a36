/** A version onto the disk: what never changes first, the head last, so that a host serves a whole one at any moment. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deltaName, HEAD, type Head, partName, sealHead } from '../../sync/head';
import { inflate } from '../../sync/inflate';
import type { Signer } from '../../sync/keys';
import { Refused } from '../../sync/refused';
import { gzip } from './gzip';
import type { Tick } from './published';
import { Trouble } from './trouble';
import type { Version } from './version';
import { writeWhole } from './write-file';

const damaged = (path: string, cause?: unknown) =>
  new Trouble(
    path,
    'there is a file of this name with other content, and published files never change',
    'It is damaged: remove it and publish again',
    { cause },
  );

/**
 * Writes a file whose name stands for its content.
 * @returns whether it was not there
 * @throws {Trouble} when there is one with other content
 */
async function writeImmutable(path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readFile(path).catch(() => null);
  if (!there) {
    await writeWhole(path, gzip(bytes));
    return true;
  }
  // Another release of zlib may pack the same bytes otherwise; what it holds is what counts.
  const held = await inflate(new Uint8Array(there), bytes.length, path).catch((error: unknown) => {
    if (error instanceof Refused) throw damaged(path, error);
    throw error;
  });
  if (!Buffer.from(held).equals(bytes)) throw damaged(path);
  return false;
}

/**
 * A root stands under its number, which is signed once.
 * @throws {Trouble} when there is another
 */
export async function writeRoot(path: string, text: string): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there === null) await writeWhole(path, text);
  else if (there !== text) {
    throw new Trouble(
      path,
      'there is a root of other keys already',
      'Publish with those keys, or into an empty folder',
    );
  }
}

export interface Written {
  /** Of the files that were not there before, the head not counted. */
  readonly files: number;
}

/**
 * @param tick called for every file
 * @throws {Trouble}
 */
export async function writeVersion(
  folder: string,
  { head, files }: Version,
  signer: Signer,
  tick: Tick,
): Promise<Written> {
  const text = await sealHead(head, signer).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    const mend = 'Name fewer mirrors, or shorten their addresses';
    throw new Trouble(join(folder, HEAD), error.message, mend, { cause: error });
  });
  let written = 0;
  for (const { name, bytes } of files) {
    if (await writeImmutable(join(folder, name), bytes)) written++;
    tick();
  }
  await writeWhole(join(folder, HEAD), text);
  return { files: written };
}

/**
 * Removes snapshot parts and deltas that none of the heads names. A host may still be serving the head before for a
 * while, and a reader may be in the middle of it: hand both over.
 * @returns how many files went
 */
export async function prune(folder: string, heads: readonly Head[]): Promise<number> {
  const named = new Set(
    heads.flatMap(({ seq, snapshot, deltas }) => [
      ...snapshot.map(partName),
      ...deltas.map((file) => deltaName(file, seq)),
    ]),
  );
  let removed = 0;
  for (const below of ['s', 'd']) {
    for (const name of await readdir(join(folder, below)).catch(() => [])) {
      if (!name.endsWith('.ndjson.gz') || named.has(`${below}/${name}`)) continue;
      await rm(join(folder, below, name));
      removed++;
    }
  }
  return removed;
}
