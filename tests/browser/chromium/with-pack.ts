/** The built extension with a pack of a test's own beside those that ship. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../../data/model';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { launchChromium, type RunningChromium } from '../../../scripts/lib/chromium';
import { builtExtension } from './fixtures';

/** Starts a Chromium of its own with it, and takes both away when it is closed. */
export async function launchWithPack(pack: Pack): Promise<RunningChromium> {
  const extension = await mkdtemp(join(tmpdir(), 'on-record-packed-'));
  await cp(builtExtension('browser-test'), extension, { recursive: true });
  const index = join(extension, 'packs/index.json');
  const shipped = JSON.parse(await readFile(index, 'utf8')) as object[];
  const file = `packs/${pack.pack}.json`;
  const version = JSON.stringify(pack).length.toString();
  await writeFile(join(extension, file), JSON.stringify({ version, pack }));
  await writeFile(index, JSON.stringify([...shipped, { id: pack.pack, version, file }]));
  const running = await launchChromium({
    executable: ensureChromium().path,
    extension,
    headless: true,
    colorScheme: 'light',
  });
  return {
    ...running,
    async close() {
      await running.close();
      await rm(extension, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
