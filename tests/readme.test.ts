/** The README keeps its word. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPack } from '../data/pack/lint';
import { parsePack } from '../data/pack/parse';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('shows a pack that lints', () => {
    const text = /^```yaml\n(.*?)^```$/ms.exec(README)?.[1] ?? '';
    const parsed = parsePack([{ path: 'README.md', text }]);
    expect(parsed.problems).toEqual([]);
    expect(parsed.pack?.denials).toHaveLength(1);
    expect(lintPack(parsed, Date.parse('2026-11-24')).problems).toEqual([]);
  });

  it('links to files that are there', () => {
    const targets = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  it('names commands that npm knows', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...README.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
