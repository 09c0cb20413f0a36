/** The extension as built for people, for the bench to load. */
import { join } from 'node:path';
import { build } from 'wxt';
import { ROOT } from '../../../scripts/lib/dependencies.mjs';

/** An HTML file, and its name below the extension's root. */
interface BenchPage {
  readonly name: string;
  readonly inputPath: string;
}

const WAKE_PAGE: BenchPage = {
  name: 'wake',
  inputPath: join(import.meta.dirname, 'page/index.html'),
};

/**
 * Builds what `npm run build` does, with two additions that leave the worker's script as it is: the hosts
 * are granted in the manifest, since nobody can answer a prompt here, and a page puts packs into the store.
 * @param outDir where to build
 * @param options `readable`: functions keep their names, for profiles; `page`: another page than the one of this bench
 * @returns the folder of the built extension
 */
export async function buildForWaking(
  outDir: string,
  { readable = false, page = WAKE_PAGE }: { readable?: boolean; page?: BenchPage } = {},
): Promise<string> {
  await build({
    root: ROOT,
    browser: 'chrome',
    mode: 'production',
    manifestVersion: 3,
    outDir,
    ...(readable ? { vite: () => ({ build: { minify: false } }) } : {}),
    hooks: {
      'entrypoints:found': (_wxt, infos) => {
        infos.push({
          ...page,
          type: 'unlisted-page',
        });
      },
      'build:manifestGenerated': (_wxt, manifest) => {
        manifest.host_permissions = manifest.optional_host_permissions ?? [];
        delete manifest.optional_host_permissions;
      },
    },
  });
  return join(outDir, 'chrome-mv3');
}
