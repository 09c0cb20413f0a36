/** Files that are there whole or not at all, also after the power fails. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Begins the names of files that are being written; hosts and readers never ask for them. */
const UNFINISHED = '.unfinished-';

/**
 * Writes beside the place, then moves there.
 * @param mode permissions of the file
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array | string,
  mode = 0o644,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const name = `${UNFINISHED}${basename(path)}-${randomBytes(4).toString('hex')}`;
  const beside = join(dirname(path), name);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A new name is safe once its folder is; some systems cannot open folders, and sync them by themselves. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
