/**
 * `npm test [-- unit|chromium|firefox …]`: builds the extension as people and as browser tests get it, runs every
 * test, and ends with the counts of all runners together.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CHROMIUM_VARIABLE, ensureChromium, FIREFOX_VARIABLE, findFirefox } from '../lib/browsers';
import { buildExtension } from '../lib/build';
import { ROOT } from '../lib/dependencies.mjs';
import { zipExtension } from '../lib/zip';
import { add, NO_TESTS, playwrightCounts, type TestCounts, vitestCounts } from './counts';

const RESULTS = join(ROOT, '.output/test');
const SHARED = join(ROOT, '../shared');

/** Runs a command of node_modules/.bin in view of the person. */
function runTool(tool: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const done = spawnSync('npx', ['--no-install', tool, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

function vitest(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<TestCounts> {
  const file = join(RESULTS, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = runTool('vitest', ['run', ...args, ...reporters], env);
  return vitestCounts(name, file, ok);
}

const unit = () => vitest('unit', []);

async function chromium(): Promise<TestCounts> {
  const { path, version } = ensureChromium();
  console.log(`\nChromium tests in ${version}`);
  const file = join(RESULTS, 'chromium.json');
  const ok = runTool('playwright', ['test', '-c', 'tests/browser/chromium/playwright.config.ts'], {
    [CHROMIUM_VARIABLE]: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return playwrightCounts('chromium', file, ok);
}

async function firefox(): Promise<TestCounts> {
  const found = findFirefox();
  if (!found) {
    console.log(
      `\nSKIPPED: the Firefox tests, since no Firefox is installed here. Install one or set ${FIREFOX_VARIABLE}.`,
    );
    return { ...NO_TESTS, skipped: 1, reasons: ['firefox: no Firefox is installed here'] };
  }
  console.log(`\nFirefox tests in ${found.version}`);
  return vitest('firefox', ['-c', 'tests/browser/firefox/vitest.config.ts'], {
    [FIREFOX_VARIABLE]: found.path,
  });
}

const SUITES = { unit, chromium, firefox } as const;

async function main(): Promise<void> {
  const names = Object.keys(SUITES) as (keyof typeof SUITES)[];
  const unknown = process.argv.slice(2).filter((name) => !(name in SUITES));
  if (unknown.length > 0)
    throw new Error(`No such suite: ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  const chosen =
    process.argv.length > 2 ? names.filter((name) => process.argv.includes(name)) : names;

  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  for (const browser of ['chrome', 'firefox'] as const) {
    // Builds it for people on the way.
    await zipExtension(browser);
    await buildExtension(browser, 'browser-test');
  }

  let total = NO_TESTS;
  for (const name of chosen) total = add(total, await SUITES[name]());

  console.log('');
  if (!existsSync(SHARED))
    console.log('Note: ../shared is not here; tests over its pages and texts were skipped.');
  for (const reason of total.reasons) console.log(`SKIPPED ${reason}`);
  for (const name of total.failures) console.log(`FAILED ${name}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
