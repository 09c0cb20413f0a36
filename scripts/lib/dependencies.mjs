/**
 * What a fresh machine needs before any TypeScript can run: a recent Node and the packages of the
 * lock file. Plain JavaScript with nothing imported, since nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The oldest Node that Vite 8 and Vitest 5 run on. */
const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  console.error(
    `On Record needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`,
  );
  process.exit(1);
}

/** npm writes this file last, so it is there only after an install that went through. */
function installed() {
  const stamp = join(ROOT, 'node_modules', '.package-lock.json');
  return (
    existsSync(stamp) &&
    statSync(stamp).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs
  );
}

/** Installs the packages of the lock file where they are missing or older than it. */
function installPackages() {
  if (installed()) return;
  console.error('Installing the packages of package-lock.json (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    // Keeps stdout clean: commands such as `cli try --json` print data there.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  console.error('npm ci did not succeed; see its messages above.');
  process.exit(done.status ?? 1);
}

/**
 * Makes the machine ready, then runs a TypeScript file with the rest of this process' arguments and
 * ends with its exit code.
 * @param {string} file path below the project's folder
 * @param {string[]} [args]
 */
export function runTypeScript(file, args = process.argv.slice(2)) {
  checkNode();
  installPackages();
  const done = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(ROOT, file), ...args],
    { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  );
  if (done.error) throw done.error;
  process.exit(done.status ?? 1);
}
