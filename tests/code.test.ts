/** The code as its checkers see it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

function run(tool: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', tool, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return status === 0 ? 'ok' : `${stdout}\n${stderr}`;
}

it('has types that fit together', { timeout: 120_000 }, () => {
  expect(run('tsc', '--noEmit')).toBe('ok');
});

it('is formatted and free of what the linter finds', { timeout: 120_000 }, () => {
  expect(run('biome', 'check', '--max-diagnostics=30')).toBe('ok');
});
