/** Where a published pack stands: a folder, or what a host serves. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../sync/bytes';
import { Trouble } from './trouble';

export interface Place {
  /** As the author typed it. */
  readonly name: string;
  /**
   * @param file its name below the place: `head.json`, `s/….ndjson.gz`
   * @param limit bytes
   * @returns null where there is none
   * @throws {Trouble} when it has more bytes than that, or cannot be had
   */
  get(file: string, limit: number): Promise<Bytes | null>;
}

/** What gzip may add to a file that it cannot make shorter. In bytes. */
export const GZIP_OVERHEAD = 64 * 1024;

export function folderPlace(folder: string): Place {
  return {
    name: folder,
    async get(name, limit) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (!found?.isFile()) return null;
      if (found.size > limit) {
        throw new Trouble(path, `this file has more than ${limit} bytes`, 'Publish anew');
      }
      return new Uint8Array(await readFile(path));
    },
  };
}
