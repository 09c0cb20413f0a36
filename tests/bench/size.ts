/** What the extension weighs: each script as built for people, plain and gzipped. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../../scripts/lib/build';

interface Weight {
  readonly bytes: number;
  readonly gzip: number;
}

function weigh(file: string): Weight {
  const content = readFileSync(file);
  return { bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
}

/** @returns the weight of every file of the Chromium build, by name, and of all together */
export async function run(): Promise<{ files: Record<string, Weight>; total: Weight }> {
  const folder = await buildExtension('chrome', 'production');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const files = Object.fromEntries(
    names
      .map((name) => [name, weigh(join(folder, name))] as const)
      .sort(([, a], [, b]) => b.gzip - a.gzip),
  );
  const sum = (key: keyof Weight) =>
    Object.values(files).reduce((total, weight) => total + weight[key], 0);
  const total = { bytes: sum('bytes'), gzip: sum('gzip') };
  for (const [name, { bytes, gzip }] of [...Object.entries(files), ['total', total] as const]) {
    console.error(`${name.padEnd(44)} ${String(bytes).padStart(8)} ${String(gzip).padStart(8)}`);
  }
  return { files, total };
}
