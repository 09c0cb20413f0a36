/** Where the built extension stands; wxt.config.ts says the same to WXT. */
import { join, resolve } from 'node:path';
import { ROOT } from './dependencies.mjs';

export type Target = 'chrome' | 'firefox';
/** `production` for people; `browser-test` grants the hosts in the manifest and opens the card's shadow root. */
export type Mode = 'production' | 'browser-test';

/** @returns the folder of one build, below `$OUT_DIR` where that is set */
export function outputFolder(browser: Target, mode: Mode): string {
  const suffix = mode === 'production' ? '' : `-${mode}`;
  return join(resolve(ROOT, process.env.OUT_DIR ?? '.output'), `${browser}-mv3${suffix}`);
}
