/**
 * How what the reader costs grows: with the text of a page, with the text that changed, and not with the page
 * or the packs. Draws docs/plots; how it is read: docs/benchmarks.md.
 * Flags: --sizes 10000,…  --changes 1,…  --loads 5 --plots docs/plots
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/browsers';
import { ROOT } from '../../scripts/lib/dependencies.mjs';
import { shown, table } from './mentions/table';
import { type BenchBrowser, openBrowser } from './page/browser';
import { changeTimes } from './page/changes';
import { added, median } from './page/figures';
import { longPages } from './page/long-pages';
import { type Plot, plotSvg, type Series } from './page/plot';
import { type SavedPage, servePages } from './page/saved';
import { addressOf, takeTurns } from './page/turns';
import { makeVariants, type Variant } from './page/variants';

const list = (text: string) => text.split(',').filter(Boolean).map(Number);

function flags() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      sizes: { type: 'string', default: '10000,30000,100000,300000,1000000,3000000' },
      changes: { type: 'string', default: '1,10,100,1000' },
      loads: { type: 'string', default: '5' },
      plots: { type: 'string', default: join(ROOT, 'docs/plots') },
    },
  });
  return {
    sizes: list(values.sizes),
    changes: list(values.changes),
    loads: Number(values.loads),
    plots: values.plots,
  };
}

/** Pages in which text changes: one ten times as long as the other, both with a thousand paragraphs or more. */
const CHANGED_SIZES = [200_000, 2_000_000];

/** A logarithm has no zero. */
const LEAST_MS = 0.01;

const OURS = ['ours-500', 'ours-100000'] as const;
const LABELS = { 'ours-500': '500 aliases', 'ours-100000': '100,000 aliases' } as const;

/** Milliseconds by name of the series, then by x. */
type Growth = Record<string, Record<number, number>>;

interface Stage {
  readonly browser: BenchBrowser;
  readonly origin: string;
  readonly variants: readonly Variant[];
  readonly rounds: number;
}

async function byText(
  { browser, origin, variants, rounds }: Stage,
  pages: readonly SavedPage[],
): Promise<Growth> {
  const loads = await takeTurns(browser, origin, pages, variants, rounds);
  const growth: Growth = {};
  for (const [name, label] of [
    ['floor', 'bare walk'],
    ...OURS.map((name) => [name, LABELS[name]]),
  ]) {
    if (name === undefined || label === undefined) continue;
    const chars = new Map(pages.map((page) => [page.name, page.chars]));
    growth[label] = Object.fromEntries(
      added(loads, name).map(({ page, scriptMs }) => [
        chars.get(page),
        Math.max(scriptMs, LEAST_MS),
      ]),
    );
  }
  return growth;
}

async function byChanges(
  { browser, origin, variants, rounds }: Stage,
  pages: readonly SavedPage[],
  counts: readonly number[],
): Promise<Growth> {
  const growth: Growth = {};
  for (const page of pages) {
    const times = new Map<string, Map<number, number[]>>();
    for (const variant of variants.filter(({ name }) => name !== 'floor')) {
      const url = addressOf(origin, variant, page);
      times.set(variant.name, await changeTimes(browser, url, counts, rounds));
    }
    for (const name of OURS) {
      const own = counts.map((count) => {
        const of = (variant: string) => median(times.get(variant)?.get(count) ?? []);
        return [count, Math.max(of(name) - of('empty'), LEAST_MS)];
      });
      growth[`${page.chars < 1e6 ? '0.2' : '2'} M units, ${LABELS[name]}`] =
        Object.fromEntries(own);
    }
  }
  return growth;
}

/** @param colours of the series, in order; fewer aliases are dashed, since lines lie on one another */
function seriesOf(growth: Growth, colours: readonly Series['colour'][]): Series[] {
  return Object.entries(growth).map(([name, points], i) => ({
    name,
    points: Object.entries(points).map(([x, y]) => [Number(x), y] as const),
    colour: colours[i] ?? 'ink',
    ...(name.endsWith(LABELS['ours-500']) ? { dashes: '6 4' } : {}),
  }));
}

function shownGrowth(head: string, growth: Growth): string {
  const xs = Object.keys(Object.values(growth)[0] ?? {});
  return table([
    [head, ...xs],
    ...Object.entries(growth).map(([name, points]) => [
      name,
      ...xs.map((x) => shown(points[Number(x)] ?? Number.NaN)),
    ]),
  ]);
}

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { sizes, changes, loads: rounds, plots } = flags();
  const { path: chromium, version } = ensureChromium();
  const longs = longPages([...new Set([...sizes, ...CHANGED_SIZES])]);
  const folder = mkdtempSync(join(tmpdir(), 'on-record-page-growth-'));
  const server = await servePages(longs);
  try {
    const names = ['empty', 'floor', ...OURS] as const;
    const { variants } = await makeVariants(folder, names, longs, false);
    const browser = await openBrowser(chromium, variants);
    try {
      const stage = { browser, origin: server.origin, variants, rounds };
      const read = (wanted: readonly number[]) =>
        longs.filter(({ name }) => wanted.some((size) => name === `long-${size}.html`));
      const text = await byText(stage, read(sizes));
      console.error(`\n${shownGrowth('script, ms, by UTF-16 units', text)}\n`);
      const changed = await byChanges(stage, read(CHANGED_SIZES), changes);
      console.error(`${shownGrowth('script, ms, by paragraphs changed', changed)}\n`);
      drawGrowth(plots, text, changed);
      return { text, changed, chromium: version };
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both plots, into a folder that is made where it is not there. */
function drawGrowth(plots: string, text: Growth, changed: Growth): void {
  draw(plots, 'page-text', {
    title: 'Reading a page: script by length of its text',
    x: 'UTF-16 units of text',
    y: 'ms of script',
    series: seriesOf(text, ['grey', 'red', 'blue']),
  });
  draw(plots, 'page-changes', {
    title: 'Keeping up: script by paragraphs that changed',
    x: 'paragraphs changed at once',
    y: 'ms of script',
    series: seriesOf(changed, ['red', 'blue', 'grey', 'ink']),
  });
}

function draw(folder: string, name: string, plot: Plot): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.svg`), plotSvg(plot));
}
