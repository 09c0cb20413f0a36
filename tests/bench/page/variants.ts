/** The extensions that are compared, each on a host name of its own, so that one browser can hold them all. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/dependencies.mjs';
import { buildForWaking } from '../wake/extension';
import { packOfAliases, pageAliases } from './aliases';
import type { SavedPage } from './saved';

export interface Variant {
  readonly name: string;
  /** Its extension runs on pages of this host and no others; `*.localhost` is loopback. */
  readonly host: string;
  /** Folder of the unpacked extension. */
  readonly folder: string;
  /** The file in it to install as a pack. */
  readonly pack: string | null;
}

/** A pass that does nothing but read the length of every text node. */
const FLOOR = `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let units = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) units += node.data.length;
  globalThis.benchUnits = units;
})();`;

const markScript = (aliases: readonly string[]) => `new Mark(document.body).mark(
  ${JSON.stringify(aliases)},
  { acrossElements: true, separateWordSearch: false },
);`;

export type VariantName =
  | 'empty'
  | 'floor'
  | 'mark-50'
  | 'mark-200'
  | 'mark-500'
  | 'ours-500'
  | 'ours-100000';

export const VARIANTS: readonly VariantName[] = [
  'empty',
  'floor',
  'ours-500',
  'ours-100000',
  'mark-50',
  'mark-200',
  'mark-500',
];

const hostOf = (name: VariantName) => `${name}.localhost`;
const matchesOf = (name: VariantName) => [`http://${hostOf(name)}/*`];

function writeScript(folder: string, name: VariantName, scripts: Record<string, string>): Variant {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(scripts)) writeFileSync(join(folder, file), text);
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [
      { matches: matchesOf(name), js: Object.keys(scripts), run_at: 'document_idle' },
    ],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { name, host: hostOf(name), folder, pack: null };
}

function writeOurs(folder: string, name: VariantName, built: string, aliases: readonly string[]) {
  cpSync(built, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.name = name;
  manifest.host_permissions = matchesOf(name);
  writeFileSync(file, JSON.stringify(manifest));
  const pack = 'bench-pack.json';
  writeFileSync(join(folder, pack), JSON.stringify(packOfAliases(aliases)));
  return { name, host: hostOf(name), folder, pack };
}

/**
 * @param folder where to put them
 * @param names which
 * @param pages the text that their aliases are taken from
 * @param readable whether our functions keep their names
 */
export async function makeVariants(
  folder: string,
  names: readonly VariantName[],
  pages: readonly SavedPage[],
  readable: boolean,
): Promise<{ variants: Variant[]; built: string }> {
  const built = await buildForWaking(join(folder, 'build'), { readable });
  const markJs = readFileSync(join(ROOT, 'node_modules/mark.js/dist/mark.min.js'), 'utf8');
  const variants = names.map((name): Variant => {
    const at = join(folder, name);
    if (name === 'empty') return writeScript(at, name, { 'nothing.js': ';' });
    if (name === 'floor') return writeScript(at, name, { 'floor.js': FLOOR });
    const aliases = pageAliases(Number(name.split('-')[1]), pages);
    if (name.startsWith('ours')) return writeOurs(at, name, built, aliases);
    return writeScript(at, name, { 'mark.js': markJs, 'run.js': markScript(aliases) });
  });
  return { variants, built };
}
