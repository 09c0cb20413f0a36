/** The packages that stores take: the built extension as a zip, and for Firefox the sources that it was built from. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Wxt, zip } from 'wxt';
import { ROOT } from './dependencies.mjs';
import type { Target } from './output';

/** What git leaves out is made on the spot, so sources are without it too; nor are they the repository. */
async function notSources(): Promise<string[]> {
  const lines = (await readFile(join(ROOT, '.gitignore'), 'utf8')).split('\n').filter(Boolean);
  return ['.git/**', ...lines.map((line) => `**/${line.replace(/\/$/, '/**')}`)];
}

/** Reports what is wrong, not each of some hundred files. */
const logger = {
  debug() {},
  log() {},
  info() {},
  success() {},
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  level: 0,
};

/**
 * Builds the extension for people and zips it, into `$OUT_DIR` where that is set.
 * @returns the paths of the zips, among them the sources for Firefox, whose store asks for them
 */
export async function zipExtension(browser: Target): Promise<string[]> {
  const excluded = await notSources();
  // Anything else, left over in a shell, would build as for developers, with the paths of this machine in it.
  process.env.NODE_ENV = 'production';
  return zip({
    root: ROOT,
    browser,
    mode: 'production',
    manifestVersion: 3,
    logger,
    zip: { dotSources: true },
    hooks: {
      // WXT's own list leaves tests out, with which `npm test` keeps its word to who looks the sources through.
      'config:resolved': (wxt: Wxt) => {
        wxt.config.zip.excludeSources = excluded;
      },
    },
  });
}
