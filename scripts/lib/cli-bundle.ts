/** The author's command line as one file that plain Node runs, with everything in it. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './dependencies.mjs';

const NAME = 'on-record.mjs';

/**
 * @param folder where the file is to be
 * @returns its path
 */
export async function bundleCli(folder: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(ROOT, 'data/pack/cli/run.ts'),
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      rolldownOptions: {
        output: { entryFileNames: NAME, banner: '#!/usr/bin/env node', codeSplitting: false },
      },
    },
  });
  const path = join(folder, NAME);
  await chmod(path, 0o755);
  return path;
}
