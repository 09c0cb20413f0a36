/** For tests: an author's desk, with a pack, keys and a folder to publish into. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeKeys } from '../../../../data/pack/publish/key-folder';
import { folderPlace } from '../../../../data/pack/publish/place';
import { readTrusted } from '../../../../data/pack/publish/published';
import { SAMPLE } from '../sample';
import { called, folderOf } from './called';

export const PASSPHRASE = 'staple cellar violet canoe';

/** Guessing is not what these tests are about. */
const CHEAP = 2 ** 10;

export async function desk() {
  const files = await folderOf({ 'pack.yaml': SAMPLE, passphrase: `${PASSPHRASE}\n` });
  const pass = ['--passphrase-file', files.path('passphrase')];
  const keysIn = (name: string, roles: readonly ('root' | 'head')[] = ['root', 'head']) =>
    makeKeys(files.path(name), Object.fromEntries(roles.map((role) => [role, PASSPHRASE])), CHEAP);
  await keysIn('keys');
  const pub = files.path('pub');
  return {
    ...files,
    pub,
    keysIn,
    pass,
    publish: (...more: string[]) =>
      called([
        'publish',
        files.path('pack.yaml'),
        pub,
        '--keys',
        files.path('keys'),
        ...pass,
        ...more,
      ]),
    renew: (...more: string[]) =>
      called(['publish', '--renew', pub, '--keys', files.path('keys'), ...pass, ...more]),
    rotate: (newKeys: string) =>
      called([
        'rotate',
        pub,
        '--keys',
        files.path('keys'),
        '--new-keys',
        files.path(newKeys),
        ...pass,
      ]),
    verify: (...more: string[]) => called(['verify', pub, ...more]),
    /** What is published, as far as it can be believed. */
    async head() {
      const trusted = await readTrusted(folderPlace(pub), null);
      if (!trusted) throw new Error('nothing is published');
      return trusted.head;
    },
    trusted: () => readTrusted(folderPlace(pub), null),
  };
}

/** Every file below a folder with its bytes, by name. */
export async function tree(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const all = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), await readFile(path, 'base64')] as const;
    }),
  );
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
