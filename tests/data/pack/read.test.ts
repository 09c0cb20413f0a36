/** Packs on a disk. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPack } from '../../../data/pack/read';
import { SAMPLE } from './sample';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads the YAML files of a folder, and leaves its notes and hidden files alone', async () => {
  const [head = '', rest = ''] = SAMPLE.split(/(?=^actors:)/m);
  await writeFile(join(folder, 'a.yaml'), head);
  await writeFile(join(folder, 'b.yml'), rest);
  await writeFile(join(folder, 'notes.md'), '# Not YAML');
  await writeFile(join(folder, '.c.yaml'), 'half: [written');
  expect((await readPack(folder)).problems).toEqual([]);
});

it('refuses a folder of more than a thousand files, rather than leave the last ones out', async () => {
  const names = Array.from({ length: 1001 }, (_, i) => join(folder, `${i}.yaml`));
  await Promise.all(names.map((name) => writeFile(name, '')));
  expect((await readPack(folder)).problems).toMatchObject([
    { file: folder, message: 'this folder holds more than 1000 YAML files' },
  ]);
});
