/** For tests: a command of the author's command line, called in this process with files in a folder. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../../data/pack/cli/main';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param args as typed behind `cli --` */
export async function called(args: readonly string[], colours = false): Promise<Called> {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colours,
  });
  return { code, out, err };
}

/** A folder of a test's own; `remove` it afterwards. */
export async function folderOf(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'));
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  for (const [name, text] of Object.entries(files)) await put(name, text);
  return {
    folder,
    put,
    path: (name: string) => join(folder, name),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** @returns what each line of JSON holds */
export const jsonLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
