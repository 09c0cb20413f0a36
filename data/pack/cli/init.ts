/** `cli init` */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packJsonSchema } from '../json-schema';
import { Trouble } from '../publish/trouble';
import { writeWhole } from '../publish/write-file';
import { type Command, UsageError } from './command';
import { firstPack } from './first-pack';
import { typed } from './report';

const help = `Usage: npm run -s cli -- init [DIR]

Writes a first pack to change into your own: pack.yaml, with one of everything and a comment on each,
and pack.schema.json beside it, by which editors complete and check what you type. Nothing is
overwritten. Default: the folder that you are in.

Exit code: 0 written, 1 not, 2 not understood.

Example:
  npm run -s cli -- init my-pack
`;

const MAX_ID = 80;

/** @returns an id made of a folder's name */
function idOf(folder: string): string {
  const slug = basename(resolve(folder))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID)
    .replace(/^-|-$/g, '');
  return slug || 'my-pack';
}

async function refuseOtherPacks(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Trouble(folder, 'this is not a folder that can be read', 'Name another one');
  });
  const other = names.find((name) => /\.ya?ml$/.test(name));
  if (!other) return;
  const message = 'there is a pack already, and all YAML files of a folder are one pack';
  throw new Trouble(join(folder, other), message, 'Name another folder');
}

export const init: Command = {
  name: 'init',
  summary: 'a first pack to change into your own',
  help,
  async run(args, terminal) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [folder = '.', ...more] = positionals;
    if (more.length > 0) throw new UsageError('Name one folder.');
    await refuseOtherPacks(folder);
    await mkdir(folder, { recursive: true });
    const schema = join(folder, 'pack.schema.json');
    const isNew = (await readFile(schema).catch(() => null)) === null;
    const pack = join(folder, 'pack.yaml');
    if (isNew) await writeWhole(schema, packJsonSchema());
    await writeWhole(pack, firstPack(idOf(folder)));
    terminal.out(`Wrote ${typed(pack)}. Change it into your own, then check it:\n`);
    terminal.out(`  npm run -s cli -- lint ${typed(folder) || '.'}\n`);
    return 0;
  },
};
