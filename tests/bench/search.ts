/**
 * Search over generated records in real Chromium, beside MiniSearch and FlexSearch on the same queries; how it is measured
 * and read: docs/benchmarks.md. Flags: --records 100000 --rounds 7 --built FOLDER (see the bench of sync) --rivals yes
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/browsers';
import { shown, table } from './mentions/table';
import {
  type BenchBrowser,
  openBrowser,
  openTab,
  sleep,
  type Tab,
  targets,
  until,
} from './page/browser';
import type { EngineName } from './search/page/engines';
import { buildForWaking } from './wake/extension';
import { spread } from './wake/spread';

/** Longer nobody waits for an index; the IndexedDB form of FlexSearch had not built after it. */
const BUILD_LIMIT_MS = 60_000;
const QUERY_BUDGET_MS = 30_000;
/** The browser puts away what it kept for a worker some seconds after it stopped. */
const REST_MS = 2500;

interface Timed {
  readonly queries: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

interface Figures extends Timed {
  readonly buildMs: number;
  readonly bytes: number | null;
  readonly memory: number;
}

async function pageOf({ devtools }: BenchBrowser, origin: string): Promise<Tab> {
  const tab = await openTab(devtools, `${origin}/search-bench.html`);
  await until('the bench page', () => tab.run<boolean>(`typeof bench === 'object'`));
  return tab;
}

/** Heap and array buffers after a collection, in bytes. */
async function heapOf({ line }: Tab): Promise<number> {
  await line.send('HeapProfiler.enable');
  await line.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await line.send<{
    usedSize: number;
    backingStorageSize?: number;
  }>('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** @returns null where the index was not built in time */
async function measureEngine(
  browser: BenchBrowser,
  origin: string,
  name: EngineName,
  records: number,
): Promise<Figures | null> {
  const tab = await pageOf(browser, origin);
  try {
    await tab.run(`bench.prepare(${records})`);
    const before = await heapOf(tab);
    const late = sleep(BUILD_LIMIT_MS).then(() => null);
    const built = await Promise.race([
      tab.run<{ ms: number; bytes: number | null }>(`bench.build('${name}', ${records})`),
      late,
    ]);
    if (!built) return null;
    const timed = await tab.run<Timed>(`bench.measure(${QUERY_BUDGET_MS})`);
    const memory = (await heapOf(tab)) - before;
    return { ...timed, buildMs: built.ms, bytes: built.bytes, memory };
  } finally {
    await tab.close();
  }
}

/** From the opening of the popup to its first result, the worker stopped before. */
async function coldPopups(browser: BenchBrowser, origin: string, query: string, rounds: number) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const own = await pageOf(browser, origin);
    await own.run(`bench.look(${JSON.stringify(query)})`);
    await own.close();
    const watcher = await openTab(browser.devtools);
    await watcher.line.send('ServiceWorker.enable');
    await until('the worker to stop', async () => {
      await watcher.line.send('ServiceWorker.stopAllWorkers');
      await sleep(REST_MS);
      return (await targets(browser.devtools, 'service_worker')).length === 0;
    });
    await watcher.line.send('Page.navigate', { url: `${origin}/popup.html` });
    const seen = `new Promise((resolve) => {
      const look = () => document.querySelector('.hit') ? resolve(performance.now()) : requestAnimationFrame(look);
      look();
    })`;
    times.push(
      await until(
        'the first result',
        () =>
          watcher
            .run<number>(`location.href === '${origin}/popup.html' ? ${seen} : 0`)
            .catch(() => 0),
        5,
      ),
    );
    await watcher.close();
  }
  return spread(times);
}

const round = (value: number) => Math.round(value * 100) / 100;

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      records: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '7' },
      rivals: { type: 'string', default: 'yes' },
      built: { type: 'string' },
    },
  });
  const records = Number(values.records);
  const { path: chromium, version } = ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'on-record-search-bench-'));
  const built = values.built ?? join(folder, 'build');
  const page = {
    name: 'search-bench',
    inputPath: join(import.meta.dirname, 'search/page/index.html'),
  };
  try {
    const there = join(built, 'chrome-mv3');
    const extension = existsSync(join(there, 'manifest.json'))
      ? there
      : await buildForWaking(built, { page });
    const browser = await openBrowser(chromium, [
      { name: 'search', folder: extension } as Parameters<typeof openBrowser>[1][number],
    ]);
    try {
      const worker = await until(
        'the worker',
        async () => (await targets(browser.devtools, 'service_worker'))[0],
      );
      const origin = worker.url.replace(/\/[^/]*$/, '');
      const names: EngineName[] =
        values.rivals === 'yes' ? ['ours', 'miniSearch', 'flexSearch', 'flexInDatabase'] : ['ours'];
      const engines: Partial<Record<EngineName, Figures | null>> = {};
      for (const name of names) {
        engines[name] = await measureEngine(browser, origin, name, records);
        console.error(`${name}: ${JSON.stringify(engines[name])}`);
      }
      const tab = await pageOf(browser, origin);
      const updateMs = await tab.run<number>(`bench.update(${records})`);
      await tab.run(`bench.prepare(${records})`);
      await tab.run(`bench.install(${records})`);
      const answers = await tab.run<Timed>('bench.answers()');
      await tab.close();
      const cold = await coldPopups(browser, origin, 'minister', Number(values.rounds));
      const { ours, miniSearch, flexSearch, flexInDatabase } = engines;
      if (!ours) throw new Error('ours was not built in time');
      console.error(
        table([
          ['engine', 'p50 ms', 'p95 ms', 'max ms', 'memory MB', 'build ms'],
          ...names.map((name) => {
            const one = engines[name];
            return one
              ? [
                  name,
                  shown(one.p50),
                  shown(one.p95),
                  shown(one.max),
                  shown(one.memory / 1e6),
                  shown(one.buildMs),
                ]
              : [name, '-', '-', '-', '-', `not within ${BUILD_LIMIT_MS}`];
          }),
        ]),
      );
      return {
        records,
        warmP95Ms: round(answers.p95),
        coldFirstResultMs: cold.median,
        ratioToMiniSearch: miniSearch ? round(miniSearch.p95 / ours.p95) : null,
        ratioToFlexSearch: flexSearch ? round(flexSearch.p95 / ours.p95) : null,
        indexBytes: ours.bytes,
        memoryBytes: ours.memory,
        buildMs: Math.round(ours.buildMs),
        updatePer1000Ms: round(updateMs),
        engineP95Ms: round(ours.p95),
        answers,
        cold,
        miniSearch: miniSearch ?? null,
        flexSearch: flexSearch ?? null,
        flexInDatabase: flexInDatabase ?? null,
        chromium: version,
      };
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
