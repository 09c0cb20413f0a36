/** `npm run build:cli`: the author's command line as dist/on-record.mjs, for plain Node. */
import { join } from 'node:path';
import { bundleCli } from '../lib/cli-bundle';
import { ROOT } from '../lib/dependencies.mjs';

console.log(await bundleCli(join(ROOT, 'dist')));
