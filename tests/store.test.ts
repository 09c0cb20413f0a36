/** What is written for the stores keeps up with what they are given. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputFolder } from '../scripts/lib/output';
import { manifestMessagesOf } from './data/locale-files';

const STORE = join(import.meta.dirname, '../docs/store');
const page = (name: string) => readFileSync(join(STORE, `${name}.md`), 'utf8');

const builds = (['chrome', 'firefox'] as const).map((browser) =>
  join(outputFolder(browser, 'production'), 'manifest.json'),
);
const built = builds.every((path) => existsSync(path));
if (!built) console.warn('SKIPPED: no build is here; run `npm test` or `npm run build` first');

/** The texts in the first column of a page's tables. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

describe('the words for the stores', () => {
  it.skipIf(!built)('give a reason for every permission of the manifests, and for no other', () => {
    const asked = builds.flatMap((path) => {
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      return [
        ...manifest.permissions,
        ...(manifest.optional_permissions ?? []),
        ...(manifest.host_permissions ?? []),
        ...manifest.optional_host_permissions,
      ];
    });
    expect(rowsOf(page('permissions')).toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it('explain the warnings that the test of the build lets pass, and no others', () => {
    const test = readFileSync(join(import.meta.dirname, 'built.test.ts'), 'utf8');
    const passed = /const explained = \[(.*?)\]/s.exec(test)?.[1] ?? '';
    const codes = [...passed.matchAll(/'(\w+)'/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(
      rowsOf(page('README'))
        .filter((code) => /^[A-Z_]+$/.test(code))
        .toSorted(),
    ).toEqual(codes.toSorted());
  });

  it('have the summary of the manifest, which is short enough for every store', () => {
    const summary = String(manifestMessagesOf('en').extensionDescription);
    expect(page('listing')).toContain(`\n${summary}\n`);
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  it('link to files that are there', () => {
    const texts = readdirSync(STORE).filter((name) => name.endsWith('.md'));
    for (const name of texts) {
      const links = readFileSync(join(STORE, name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g);
      const gone = [...links].filter(([, target = '']) => !existsSync(join(STORE, target)));
      expect(gone, name).toEqual([]);
    }
  });
});

/** Width, height and colour type of a PNG (https://www.w3.org/TR/png-3/#11IHDR). */
function headerOf(file: string): { width: number; height: number; colour: number } {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colour: bytes[25] ?? 0 };
}

describe('the pictures for the stores', () => {
  const pictures = readdirSync(join(STORE, 'pictures'));

  it('are those that the listing names: five at most', () => {
    const named = [...page('listing').matchAll(/`([\w-]+\.png)`/g)].map(([, name = '']) => name);
    expect(pictures.toSorted()).toEqual(named.toSorted());
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThanOrEqual(5);
  });

  it.each(pictures)('%s has the stores’ size, and no transparency', (name) => {
    // Colour type 2: red, green and blue, no alpha.
    expect(headerOf(join(STORE, 'pictures', name))).toEqual({
      width: 1280,
      height: 800,
      colour: 2,
    });
  });
});
