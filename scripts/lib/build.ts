/** Builds the extension; see wxt.config.ts for the two modes. */
import { build } from 'wxt';
import { ROOT } from './dependencies.mjs';
import { type Mode, outputFolder, type Target } from './output';

/** @returns the folder of the built extension */
export async function buildExtension(browser: Target, mode: Mode): Promise<string> {
  await build({ root: ROOT, browser, mode, manifestVersion: 3 });
  return outputFolder(browser, mode);
}
