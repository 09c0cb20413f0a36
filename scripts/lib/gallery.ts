/** The gallery of components (tests/gallery) as Vite serves or builds it: a static page, no part of the extension. */
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { ROOT } from './dependencies.mjs';

const config: InlineConfig = {
  configFile: false,
  root: join(ROOT, 'tests/gallery'),
  base: './',
  logLevel: 'warn',
  plugins: [preact()],
  // As the extension's own, see wxt.config.ts.
  build: { target: 'es2023', cssTarget: ['chrome137', 'firefox140'], emptyOutDir: true },
};

/** @returns the folder that it was built into, to be served */
export async function buildGallery(folder: string): Promise<string> {
  await build({ ...config, build: { ...config.build, outDir: folder } });
  return folder;
}

/** Serves it on loopback until closed, each change at once. */
export async function serveGallery(): Promise<ViteDevServer> {
  const server = await createServer({ ...config, server: { host: '127.0.0.1', port: 5199 } });
  return server.listen();
}
