/** `npm run zip`: what the stores of Chromium browsers and of Firefox take, and the sources that Firefox's store asks for. */
import { zipExtension } from '../lib/zip';

for (const browser of ['chrome', 'firefox'] as const) {
  for (const path of await zipExtension(browser)) console.log(path);
}
