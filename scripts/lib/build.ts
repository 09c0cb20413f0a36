/** Builds the extension; see wxt.config.ts for the two modes. */
import { join } from 'node:path';
import { build } from 'wxt';
import { ROOT } from './dependencies.mjs';

export type Target = 'chrome' | 'firefox';
/** `production` for people; `browser-test` grants the hosts in the manifest and opens the card's shadow root. */
export type Mode = 'production' | 'browser-test';

/** @returns the folder of the built extension */
export async function buildExtension(browser: Target, mode: Mode): Promise<string> {
  await build({ root: ROOT, browser, mode, manifestVersion: 3 });
  const suffix = mode === 'production' ? '' : `-${mode}`;
  return join(process.env.OUT_DIR ?? join(ROOT, '.output'), `${browser}-mv3${suffix}`);
}
