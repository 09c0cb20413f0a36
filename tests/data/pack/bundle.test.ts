/** The packs that ship, as files of the build. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundledPackAssets } from '../../../data/pack/bundle';
import { parsePack } from '../../../data/pack/parse';
import { SAMPLE, spoilt } from './sample';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('turns a file or a folder into JSON under its id, and lists it with its version', async () => {
  await writeFile(join(folder, 'any-name.yaml'), SAMPLE);
  await mkdir(join(folder, 'second'));
  const [head = '', rest = ''] = spoilt('harbour-2024', 'a-second').split(/(?=^actors:)/m);
  await writeFile(join(folder, 'second', 'pack.yaml'), head);
  await writeFile(join(folder, 'second', 'records.yml'), rest);
  await writeFile(join(folder, 'second', 'LICENSE'), 'not YAML');

  const assets = new Map(
    (await bundledPackAssets(folder)).map((asset) => [asset.relativeDest, asset.contents]),
  );
  const read = (name: string) => JSON.parse(assets.get(name) ?? 'null');
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(read('packs/index.json')).toEqual([
    { id: 'a-second', version: hash, file: 'packs/a-second.json' },
    { id: 'harbour-2024', version: hash, file: 'packs/harbour-2024.json' },
  ]);
  expect(read('packs/harbour-2024.json')).toEqual({
    version: read('packs/index.json')[1].version,
    pack: parsePack([{ path: '', text: SAMPLE }]).pack,
  });
  expect(assets.size).toBe(3);
});

it('gives the same bytes for the same pack, however it is laid out', async () => {
  await writeFile(join(folder, 'pack.yaml'), SAMPLE);
  const first = await bundledPackAssets(folder);
  await writeFile(join(folder, 'pack.yaml'), `# a remark\n${SAMPLE.replaceAll('\n', '\r\n')}`);
  expect(await bundledPackAssets(folder)).toEqual(first);
  await writeFile(join(folder, 'pack.yaml'), spoilt('in a storm', 'in a gale'));
  expect(await bundledPackAssets(folder)).not.toEqual(first);
});

it('stops the build at an error, and says which', async () => {
  await writeFile(join(folder, 'pack.yaml'), spoilt('about: [crane]', 'about: [ferry]'));
  await expect(bundledPackAssets(folder)).rejects.toThrow(
    /pack\.yaml:21:13 {2}crane-sank: there is no topic "ferry"/,
  );
});

it('does not let two packs ship under one id', async () => {
  await writeFile(join(folder, 'one.yaml'), SAMPLE);
  await writeFile(join(folder, 'two.yaml'), SAMPLE);
  await expect(bundledPackAssets(folder)).rejects.toThrow(/have the id "harbour-2024"; see two/);
});
