/** Where the built extension stands; wxt.config.ts says the same to WXT. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './dependencies.mjs';

export type Target = 'chrome' | 'firefox';
/** `production` for people; `browser-test` grants the hosts in the manifest and opens the card's shadow root. */
export type Mode = 'production' | 'browser-test';

const base = () => resolve(ROOT, process.env.OUT_DIR ?? '.output');

/** @returns the folder of one build, below `$OUT_DIR` where that is set */
export function outputFolder(browser: Target, mode: Mode): string {
  const suffix = mode === 'production' ? '' : `-${mode}`;
  return join(base(), `${browser}-mv3${suffix}`);
}

/** @returns the path of a store's package, or of the sources, as WXT names it */
export function zipPath(kind: Target | 'sources'): string {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return join(base(), `${name}-${version}-${kind}.zip`);
}
