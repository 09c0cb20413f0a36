/**
 * What a card of 1, 50 and 500 records costs, in real Chromium; how it is measured and read: docs/benchmarks.md.
 * Flags: --times 9 --profile 50 (writes a CPU profile of one opening by click beside the figures)
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/browsers';
import { serve } from '../../scripts/lib/server';
import { makePack, page, phraseOf, SIZES, type Size } from './card/pack';
import { type Hand, handIn } from './card/shown';
import { table } from './mentions/table';
import { openBrowser, type Tab } from './page/browser';
import { buildForWaking } from './wake/extension';

const HOST = 'card-bench.localhost';

interface CardFigures {
  /** From the end of the rest that opens a card to the end of the frame that showed it; all that it shows came meanwhile. */
  readonly openMs: number;
  readonly worstOpenMs: number;
  /** From the end of such a rest to the end of the frame that showed a box with three lines of text, on the same page. */
  readonly floorMs: number;
  /** From a click to that frame: with all that must be fetched. */
  readonly clickMs: number;
  /** The first of the page by click: with the card's script. */
  readonly firstMs: number;
  /** JavaScript heap that an open card adds, after collection. */
  readonly heapBytes: number;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const tenth = (ms: number) => Math.round(ms * 10) / 10;

async function heapOf({ line }: Tab): Promise<number> {
  await line.send('HeapProfiler.collectGarbage');
  return (await line.send<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
}

async function figuresOf(tab: Tab, hand: Hand, size: Size, times: number): Promise<CardFigures> {
  const text = phraseOf(size);
  const firstMs = await hand.click(text);
  await hand.close();
  const opens: number[] = [];
  const clicks: number[] = [];
  const floors: number[] = [];
  for (let i = 0; i < times; i++) {
    floors.push(await hand.floor());
    opens.push(await hand.rest(text));
    await hand.close();
    clicks.push(await hand.click(text));
    await hand.close();
  }
  const before = await heapOf(tab);
  await hand.click(text);
  const heapBytes = (await heapOf(tab)) - before;
  await hand.close();
  return {
    openMs: tenth(median(opens)),
    worstOpenMs: tenth(Math.max(...opens)),
    floorMs: tenth(median(floors)),
    clickMs: tenth(median(clicks)),
    firstMs: tenth(firstMs),
    heapBytes,
  };
}

async function profile({ line }: Tab, hand: Hand, size: Size): Promise<void> {
  await hand.click(phraseOf(size));
  await hand.close();
  await line.send('Profiler.enable');
  await line.send('Profiler.setSamplingInterval', { interval: 100 });
  await line.send('Profiler.start');
  await hand.click(phraseOf(size));
  const { profile: found } = await line.send<{ profile: unknown }>('Profiler.stop');
  const file = join(tmpdir(), `card-${size}.cpuprofile`);
  writeFileSync(file, JSON.stringify(found));
  console.error(`wrote ${file}`);
}

/** The extension with its pack beside it, on pages of {@link HOST} alone. */
async function extensionIn(folder: string, readable: boolean): Promise<string> {
  const built = await buildForWaking(join(folder, 'build'), { readable });
  const at = join(folder, 'extension');
  cpSync(built, at, { recursive: true });
  const file = join(at, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.name = 'card-bench';
  manifest.host_permissions = [`http://${HOST}/*`];
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(join(at, 'card-pack.json'), JSON.stringify(makePack()));
  return at;
}

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { times: { type: 'string', default: '9' }, profile: { type: 'string' } },
  });
  const { path: chromium, version } = ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'on-record-card-bench-'));
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page());
  });
  try {
    const extension = await extensionIn(folder, values.profile !== undefined);
    const browser = await openBrowser(chromium, [
      { name: 'card-bench', host: HOST, folder: extension, pack: 'card-pack.json' },
    ]);
    try {
      const sizes: Partial<Record<Size, CardFigures>> = {};
      for (const size of SIZES) {
        if (values.profile !== undefined && Number(values.profile) !== size) continue;
        const tab = await browser.openTab();
        const hand = await handIn(tab);
        const loaded = new Promise<void>((resolve) => {
          tab.line.on('Page.loadEventFired', () => resolve());
        });
        await tab.line.send('Page.navigate', {
          url: `http://${HOST}:${new URL(server.origin).port}/`,
        });
        await loaded;
        if (values.profile !== undefined) await profile(tab, hand, size);
        else sizes[size] = await figuresOf(tab, hand, size, Number(values.times));
        await tab.close();
      }
      const rows = Object.entries(sizes).map(([size, figures]) => [
        size,
        ...Object.values(figures).map(String),
      ]);
      const head = ['records', 'open ms', 'worst', 'floor', 'click ms', 'first ms', 'heap bytes'];
      console.error(`\n${table([head, ...rows])}`);
      return { sizes, chromium: version };
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
