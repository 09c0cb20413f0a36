/** The packs that ship with the extension, as files of a build (Node; used by wxt.config.ts). */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from './canonical';
import { lintPack } from './lint';
import { formatProblem } from './problem';
import { readPack } from './read';

const PACKS = fileURLToPath(new URL('../packs', import.meta.url));

/** A file of the build; the shape that WXT's `build:publicAssets` takes. */
export interface Asset {
  readonly relativeDest: string;
  readonly contents: string;
}

/**
 * Every pack in `folder` (a folder or a YAML file each) as packs/<id>.json, `{version, pack}`, and
 * packs/index.json, `[{id, version, file}]` by id. A version is the SHA-256, in hex, of the pack's
 * canonical JSON, so the same authored pack always gives the same bytes.
 * @throws {Error} naming file, line and mend when a pack has an error
 */
export async function bundledPackAssets(folder: string = PACKS): Promise<Asset[]> {
  const found = await readdir(folder, { withFileTypes: true });
  const names = found
    .filter((entry) => entry.isDirectory() || /\.ya?ml$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  const packs = await Promise.all(
    names.map(async (name) => ({ name, ...(await readPack(join(folder, name))) })),
  );
  const errors = packs
    .flatMap((parsed) => lintPack(parsed, Date.now()).problems)
    .filter(({ severity }) => severity === 'error')
    .map((problem) => formatProblem({ ...problem, file: relative('', problem.file) }));
  if (errors.length > 0) {
    throw new Error(`A pack that ships with On Record has errors:\n  ${errors.join('\n  ')}`);
  }
  const index: { id: string; version: string; file: string }[] = [];
  const assets: Asset[] = [];
  for (const { name, pack } of packs) {
    if (!pack) continue;
    const other = index.find(({ id }) => id === pack.pack);
    if (other) throw new Error(`Two packs that ship have the id "${pack.pack}"; see ${name}`);
    const version = createHash('sha256').update(canonicalJson(pack)).digest('hex');
    const file = `packs/${pack.pack}.json`;
    index.push({ id: pack.pack, version, file });
    assets.push({ relativeDest: file, contents: canonicalJson({ version, pack }) });
  }
  index.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...assets, { relativeDest: 'packs/index.json', contents: canonicalJson(index) }];
}
