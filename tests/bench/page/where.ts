/** Where the main thread's time goes on one page: ours beside the empty extension. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shown, table } from '../mentions/table';
import type { BenchBrowser } from './browser';
import { median } from './figures';
import { goAndRest } from './load';
import { mainThread, selfTimes } from './main-thread';
import type { SavedPage } from './saved';
import { FULL, traced } from './trace';
import { addressOf } from './turns';
import type { Variant } from './variants';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** Microseconds; finer slows the page down. */
const SAMPLE_US = 100;

/** Names that take less are left out. */
const LEAST_MS = 0.1;

async function profiled(browser: BenchBrowser, url: string): Promise<Profile> {
  const tab = await browser.openTab();
  try {
    await tab.line.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.line.send('Profiler.enable');
    await tab.line.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
    await tab.line.send('Profiler.start');
    await goAndRest(tab, url);
    return (await tab.line.send<{ profile: Profile }>('Profiler.stop')).profile;
  } finally {
    await tab.close();
  }
}

/** Adds a profile's times by function, of the extension's scripts alone. */
function addFunctions(times: Map<string, number>, { nodes, samples, timeDeltas }: Profile): void {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      url.startsWith('chrome-extension:')
        ? `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`
        : null,
    ]),
  );
  samples.forEach((id, i) => {
    const name = names.get(id);
    if (name) times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  });
}

/**
 * @param variants the empty extension and ours, this in a build that can be read
 * @param rounds loads of each
 * @returns tables of what each adds by kind of work, and by function
 */
export async function showWhere(
  browser: BenchBrowser,
  origin: string,
  page: SavedPage,
  { empty, ours }: { empty: Variant; ours: Variant },
  rounds: number,
): Promise<string> {
  const byVariant = new Map([empty, ours].map((variant) => [variant, [] as Map<string, number>[]]));
  const functions = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [variant, list] of byVariant) {
      const { events, raw } = await traced(browser, FULL, async () => {
        const tab = await browser.openTab();
        await tab.line.send('Performance.enable', { timeDomain: 'threadTicks' });
        await goAndRest(tab, addressOf(origin, variant, page));
        await tab.close();
      });
      list.push(selfTimes(mainThread(events, variant.host)));
      const file = join(tmpdir(), `on-record-page-${variant.name}-${page.name}.trace.json`);
      writeFileSync(file, raw);
      if (round === 0) console.error(`trace: ${file}`);
    }
    addFunctions(functions, await profiled(browser, addressOf(origin, ours, page)));
  }
  const of = (variant: Variant, name: string) =>
    median((byVariant.get(variant) ?? []).map((times) => times.get(name) ?? 0));
  const names = new Set([...byVariant.values()].flat().flatMap((times) => [...times.keys()]));
  const rows = [...names]
    .map((name) => ({ name, empty: of(empty, name), ours: of(ours, name) }))
    .filter((row) => Math.abs(row.ours - row.empty) >= LEAST_MS)
    .sort((a, b) => Math.abs(b.ours - b.empty) - Math.abs(a.ours - a.empty));
  const slow = [...functions]
    .map(([name, ms]) => [name, ms / rounds] as const)
    .filter(([, ms]) => ms >= LEAST_MS)
    .sort(([, a], [, b]) => b - a);
  return [
    table([
      [`${page.name}: ms of CPU without what lies inside`, 'empty', 'ours', 'more'],
      ...rows.map((row) => [
        row.name,
        shown(row.empty),
        shown(row.ours),
        shown(row.ours - row.empty),
      ]),
    ]),
    table([
      ['function (sampled, compiling included)', 'ms'],
      ...slow.map(([name, ms]) => [name, shown(ms)]),
    ]),
  ].join('\n\n');
}
