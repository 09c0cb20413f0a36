/**
 * How long a page waits for its first marks when the worker was stopped; how it is measured and read: docs/benchmarks.md.
 * Flags: --sizes 10000,100000 --rounds 9 --storage 7
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/browsers';
import { readCorpus } from './mentions/corpus';
import { shown, table } from './mentions/table';
import { buildForWaking } from './wake/extension';
import { measureReading, type Readings } from './wake/reading';
import type { Spread } from './wake/spread';
import { measureWaking, QUESTIONS, type Waking } from './wake/waking';

function flags() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      rounds: { type: 'string', default: '9' },
      storage: { type: 'string', default: '7' },
    },
  });
  return {
    sizes: values.sizes.split(',').filter(Boolean).map(Number),
    rounds: Number(values.rounds),
    storageRounds: Number(values.storage),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
const cells = ({ median, p90, least }: Spread) => [median, p90, least].map(shown);

function showWaking(aliases: number, waking: Waking): string {
  const head = [`${aliases} aliases, ms`, 'median', 'p90', 'least'];
  const names = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  return table([
    head,
    ...names.map((name) => [name, ...cells(waking.alone[name])]),
    ['trivial, own page open', ...cells(waking.besideOwnPage.trivial)],
    ['firstSpans, own page open', ...cells(waking.besideOwnPage.firstSpans)],
    ['awake, another page', ...cells(waking.awake)],
  ]);
}

function showReading(readings: Readings): string {
  const ways = Object.keys(Object.values(readings)[0] ?? {});
  return table([
    ['read from a stopped worker, ms', ...ways],
    ...Object.entries(readings).map(([megabytes, byWay]) => [
      `${megabytes} MB`,
      ...Object.values(byWay).map(({ median, least }) => `${shown(median)} (${shown(least)})`),
    ]),
  ]);
}

function figuresOf({ alone, besideOwnPage, awake, indexBytes, installMs }: Waking) {
  return {
    firstSpansMs: alone.firstSpans.median,
    trivialMs: alone.trivial.median,
    ratio: round(alone.firstSpans.median / alone.trivial.median),
    startedMs: alone.started.median,
    ratioToStarted: round(alone.firstSpans.median / alone.started.median),
    steps: alone,
    besideOwnPage: {
      ...besideOwnPage,
      ratio: round(besideOwnPage.firstSpans.median / besideOwnPage.trivial.median),
    },
    awake,
    indexBytes,
    installMs: round(installMs),
  };
}

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { sizes, rounds, storageRounds } = flags();
  const { path: chromium, version } = ensureChromium();
  const corpus = readCorpus();
  const folder = mkdtempSync(join(tmpdir(), 'on-record-wake-bench-'));
  try {
    const aliases: Record<string, unknown> = {};
    const extension = sizes.length > 0 ? await buildForWaking(join(folder, 'extension')) : '';
    for (const size of sizes) {
      const waking = await measureWaking(chromium, extension, size, corpus, rounds);
      console.error(showWaking(size, waking));
      aliases[size] = figuresOf(waking);
    }
    const storage =
      storageRounds > 0 ? await measureReading(chromium, join(folder, 'probe'), storageRounds) : {};
    if (storageRounds > 0) console.error(showReading(storage));
    return { chromium: version, corpus: corpus.kind, aliases, storage };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
