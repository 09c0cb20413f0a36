/**
 * A published pack into the browser's database and kept current there, in real Chromium; how it is measured and read:
 * docs/benchmarks.md. Flags: --records 100000 --sizes 10000,300000 (further sizes, for the growth of the heap) --rival yes
 * --built FOLDER (where an extension of this bench stands, or shall be built: saves a minute the next time) --readable
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/browsers';
import { figuresOf, showSizes } from './sync/figures';
import { type Measured, measureSync } from './sync/measure';
import { buildForWaking } from './wake/extension';

async function extensionIn(folder: string, readable: boolean): Promise<string> {
  const there = join(folder, 'chrome-mv3');
  if (existsSync(join(there, 'manifest.json'))) return there;
  const inputPath = join(import.meta.dirname, 'sync/page/index.html');
  return buildForWaking(folder, { readable, page: { name: 'sync-bench', inputPath } });
}

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      records: { type: 'string', default: '100000' },
      sizes: { type: 'string', default: '10000' },
      rival: { type: 'string', default: 'yes' },
      readable: { type: 'boolean', default: false },
      built: { type: 'string' },
    },
  });
  const { path: chromium, version } = ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'on-record-sync-bench-'));
  try {
    const extension = await extensionIn(values.built ?? join(folder, 'build'), values.readable);
    const records = Number(values.records);
    const sizes = [...new Set([...values.sizes.split(',').filter(Boolean).map(Number), records])];
    const measured: Measured[] = [];
    for (const size of sizes) {
      const found = await measureSync(chromium, extension, size, join(folder, String(size)), {
        rival: size === records && values.rival === 'yes',
        say: (text) => console.error(`${size} records: ${text}`),
      });
      measured.push(found);
    }
    console.error(`\n${showSizes(measured)}`);
    const main = measured.find((one) => one.records === records);
    if (!main) throw new Error('nothing was measured');
    return { ...figuresOf(main, measured), chromium: version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
