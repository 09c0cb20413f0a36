/** The engine as people run it: in one file, its constants inlined and its names shortened. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Where processes of the benchmark find it. */
export const ENGINE = 'ON_RECORD_BENCH_ENGINE';

/**
 * Bundles the engine with the extension's own bundler.
 * @param folder where the file is to be
 * @returns its address, for `import`
 */
export async function bundleEngine(folder: string): Promise<string> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      lib: {
        entry: fileURLToPath(new URL('./engine.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'engine.mjs',
      },
      outDir: folder,
      emptyOutDir: false,
      minify: true,
    },
  });
  return pathToFileURL(join(folder, 'engine.mjs')).href;
}
