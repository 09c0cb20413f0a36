/** What stores are given. `npm test` makes it first, as `npm run zip` does. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../data/locale';
import { ROOT } from '../scripts/lib/dependencies.mjs';
import { zipPath } from '../scripts/lib/output';

const KINDS = ['chrome', 'firefox', 'sources'] as const;
const made = KINDS.every((kind) => existsSync(zipPath(kind)));
if (!made) console.warn('SKIPPED: no zips are here; run `npm test` or `npm run zip` first');

const openZip = async (kind: (typeof KINDS)[number]) =>
  JSZip.loadAsync(await readFile(zipPath(kind)));
const namesIn = (zip: JSZip) =>
  Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]));

async function textIn(zip: JSZip, name: string): Promise<string> {
  const file = zip.file(name);
  if (!file) throw new Error(`no ${name} in the zip`);
  return file.async('string');
}

/** Every text below a value, such as a manifest. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe.skipIf(!made).each(['chrome', 'firefox'] as const)('the package for %s', (browser) => {
  let zip: JSZip;
  let names: string[];
  let manifest: Record<string, unknown>;
  beforeAll(async () => {
    zip = await openZip(browser);
    names = namesIn(zip);
    manifest = JSON.parse(await textIn(zip, 'manifest.json'));
  });

  it('has the version of package.json, in manifest version 3', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ version, manifest_version: 3 });
  });

  it('has every file that its manifest names', () => {
    const named = textsIn(manifest).filter((text) =>
      /^[\w/-]+\.(?:js|html|css|png|json)$/.test(text),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has every file that its pages name', async () => {
    const pages = names.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const links = (await textIn(zip, page)).matchAll(/(?:src|href)="\/?([^"#]+)"/g);
      const linked = [...links].map(([, link = '']) => link);
      expect(linked.filter((link) => !names.includes(link))).toEqual([]);
    }
  });

  it('says in every language what its manifest says, and brings every language’s messages', async () => {
    const said = textsIn(manifest).flatMap((text) => /^__MSG_(\w+)__$/.exec(text)?.[1] ?? []);
    expect(said.length).toBeGreaterThan(6);
    for (const tag of LOCALES) {
      const messages = JSON.parse(await textIn(zip, `_locales/${tag}/messages.json`));
      expect(said.filter((key) => !messages[key]?.message)).toEqual([]);
      expect(names).toContain(`locales/${tag}.json`);
    }
  });

  it('has nothing of a developer in it: no source, no map, no test, no hidden file', async () => {
    const left =
      /\.(?:map|tsx?|mts|ya?ml|md|svg)$|(?:^|\/)(?:\.|tests?\/|node_modules\/)|schema\.json$|\.test\./;
    expect(names.filter((name) => left.test(name))).toEqual([]);
    for (const name of names.filter((each) => /\.(?:js|css)$/.test(each))) {
      expect(await textIn(zip, name), name).not.toContain('sourceMappingURL');
    }
  });

  it('asks for no site at install, as the build for browser tests does', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
  });
});

describe.skipIf(!made)('the sources', () => {
  let folder: string;
  let zip: JSZip;
  beforeAll(async () => {
    zip = await openZip('sources');
    folder = await mkdtemp(join(tmpdir(), 'on-record-sources-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('have what the two commands of the README need, and nothing that they make', () => {
    const names = namesIn(zip);
    for (const name of ['package-lock.json', 'README.md', 'LICENSE', 'wxt.config.ts', '.npmrc']) {
      expect(names).toContain(name);
    }
    expect(names).toContain('tests/zips.test.ts');
    const made = /^(?:\.git|\.output|\.wxt|dist|test-results)\/|(?:^|\/)node_modules\//;
    expect(names.filter((name) => made.test(name))).toEqual([]);
  });

  it('build, unpacked elsewhere, to the very bytes of the packages', {
    timeout: 240_000,
  }, async () => {
    for (const file of Object.values(zip.files)) {
      if (file.dir) continue;
      const path = join(folder, file.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await file.async('nodebuffer'));
    }
    // What `npm ci` would bring: the packages of the same lock file.
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const env = { ...process.env, OUT_DIR: '.output' };
    const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    const done = spawnSync(process.execPath, [tsx, 'scripts/zip/main.ts'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(done.status, done.stderr).toBe(0);
    const digest = async (path: string) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    for (const kind of ['chrome', 'firefox'] as const) {
      const again = join(folder, '.output', zipPath(kind).split(/[\\/]/).at(-1) ?? '');
      expect(await digest(again), kind).toBe(await digest(zipPath(kind)));
    }
  });
});
