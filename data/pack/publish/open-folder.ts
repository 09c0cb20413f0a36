/** A published folder as its author goes on with it. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { HEAD } from '../../sync/head';
import { lastPublished } from './key-folder';
import { folderPlace } from './place';
import { readDeltaFile, readState, readTrusted, type Tick, type Trusted } from './published';
import { mending, Trouble } from './trouble';
import type { Before } from './version';

/** Long work, told step by step. */
export type Progress = (label: string, total: number) => Tick;

const MEND = 'Copy into it what your host serves, and try again';

/**
 * @returns null where nothing was published yet
 * @throws {Trouble} when what is there is not a published pack, whole and signed
 */
export async function openFolder(
  folder: string,
  progress: Progress,
): Promise<(Before & Trusted) | null> {
  const place = folderPlace(folder);
  return mending(folder, MEND, async () => {
    const trusted = await readTrusted(place, null);
    if (!trusted) return null;
    const { head } = trusted;
    const tick = progress('Reading', head.snapshot.length + head.deltas.length);
    const state = await readState(place, head, tick);
    const deltas = [];
    for (const file of head.deltas) {
      deltas.push({ from: file.from, delta: await readDeltaFile(place, head, file) });
      tick();
    }
    return { ...trusted, state, deltas };
  });
}

/**
 * @param pack its id
 * @param trusted what the folder holds; null for nothing
 * @throws {Trouble} when something later was published with these keys: readers refuse to go back
 */
export async function refuseOldCopy(
  folder: string,
  keys: string,
  pack: string,
  trusted: Trusted | null,
): Promise<void> {
  const last = await lastPublished(keys, pack);
  if (!last) return;
  if (!trusted) {
    throw new Trouble(
      folder,
      `nothing is published here, but version ${last.seq} of ${pack} was published with these keys`,
      MEND,
    );
  }
  const { seq } = trusted.head;
  if (seq < last.seq) {
    throw new Trouble(
      join(folder, HEAD),
      `this is version ${seq}, and version ${last.seq} was published already: the folder is an old copy`,
      MEND,
    );
  }
  if (seq === last.seq && trusted.hash !== last.hash) {
    throw new Trouble(
      join(folder, HEAD),
      `this is another version ${seq} than the one that was published with these keys`,
      MEND,
    );
  }
}

/** @throws {Trouble} when the keys would be uploaded with the pack */
export function refuseKeysInside(folder: string, keys: string): void {
  const inside = relative(resolve(folder), resolve(keys));
  if (inside.startsWith('..') || isAbsolute(inside)) return;
  throw new Trouble(keys, 'the keys stand in the folder that is published', 'Move them elsewhere');
}
