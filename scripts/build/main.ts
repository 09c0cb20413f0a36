/** `npm run build`: the extension for Chromium browsers and for Firefox. */
import { buildExtension } from '../lib/build';

for (const browser of ['chrome', 'firefox'] as const) {
  console.log(await buildExtension(browser, 'production'));
}
