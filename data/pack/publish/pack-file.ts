/** What is published, as one file that readers can be handed: the very files, in an archive. */
import { basename, join } from 'node:path';
import { utf8 } from '../../sync/bytes';
import { ADDRESS_FILE, writePackFile } from '../../sync/client/pack-file';
import { MAX_ENVELOPE } from '../../sync/envelope';
import { HEAD, type Head, partName } from '../../sync/head';
import { rootName } from '../../sync/root';
import { folderPlace, GZIP_OVERHEAD } from './place';
import { Trouble } from './trouble';
import { writeWhole } from './write-file';

/**
 * Deltas stay out: whoever opens the file takes the snapshot, and follows the address from then on.
 * @param head of what is published in the folder
 * @param address by which readers subscribe; null where the file shall name none
 * @throws {Trouble} when a file is missing
 */
export async function savePackFile(
  folder: string,
  head: Head,
  path: string,
  address: string | null,
): Promise<void> {
  const place = folderPlace(folder);
  const files = new Map<string, Uint8Array>();
  if (address !== null) files.set(ADDRESS_FILE, utf8(`${address}\n`));
  const add = async (name: string, limit: number) => {
    const bytes = await place.get(name, limit);
    if (!bytes) throw new Trouble(join(folder, name), 'this file is gone', 'Publish again');
    files.set(name, bytes);
  };
  await add(HEAD, MAX_ENVELOPE);
  for (let n = 1; n <= head.rootVersion; n++) await add(rootName(n), MAX_ENVELOPE);
  for (const part of head.snapshot) await add(partName(part), part.bytes + GZIP_OVERHEAD);
  await writeWhole(path, writePackFile(files));
}

/** @throws {Trouble} where it would be uploaded with the pack, twice as large each time */
export function refuseFileInside(folder: string, path: string): void {
  if (!join(path).startsWith(join(folder, '/'))) return;
  throw new Trouble(
    path,
    `${basename(path)} would stand in the folder that is published`,
    'Name a place outside',
  );
}
