/**
 * What a press costs in a side panel of 60 topics with 30 records each, in real Chromium; read in docs/benchmarks.md.
 * Flag: --times 5
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { ensureChromium } from '../../scripts/lib/browsers';
import { buildExtension } from '../../scripts/lib/build';
import { extensionOrigin, launchChromium, tabOf } from '../../scripts/lib/chromium';
import { serve } from '../../scripts/lib/server';
import { table } from './mentions/table';
import { makePack, page, TOPICS } from './panel/pack';

/** By then all that a press began has been drawn, in its turn. */
const QUIET_MS = 3000;
const PATIENCE_MS = 60_000;

/** The extension as people get it, with the pack in it, let in where the page is. */
async function extensionIn(folder: string): Promise<string> {
  const at = join(folder, 'extension');
  cpSync(await buildExtension('chrome', 'production'), at, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8'));
  manifest.host_permissions = ['http://127.0.0.1/*'];
  writeFileSync(join(at, 'manifest.json'), JSON.stringify(manifest));
  const index = join(at, 'packs/index.json');
  const shipped = JSON.parse(readFileSync(index, 'utf8'));
  const pack = makePack();
  writeFileSync(join(at, 'packs/bench.json'), JSON.stringify({ version: '1', pack }));
  const own = { id: pack.pack, version: '1', file: 'packs/bench.json' };
  writeFileSync(index, JSON.stringify([...shipped, own]));
  return at;
}

async function until(what: string, answer: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await answer()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Presses the chip of denials. @returns to the end of the frame that answers, and the longest task from then on */
async function press(panel: Page): Promise<{ frameMs: number; taskMs: number }> {
  await panel.evaluate('long.length = 0');
  const frameMs = (await panel.evaluate(`new Promise((done) => {
    const chip = [...document.querySelectorAll('.filters .chip')].find((one) => /Denials/.test(one.textContent));
    const pressed = performance.now();
    chip.click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
  })`)) as number;
  await panel.waitForTimeout(QUIET_MS);
  return { frameMs, taskMs: (await panel.evaluate('Math.max(0, ...long)')) as number };
}

const median = (values: readonly number[]) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { times: { type: 'string', default: '5' } },
  });
  const { path: chromium, version } = ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'on-record-panel-bench-'));
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page());
  });
  const running = await launchChromium({
    executable: chromium,
    extension: await extensionIn(folder),
    headless: true,
    colorScheme: 'light',
  });
  try {
    const worker = await running.worker();
    const read = await running.context.newPage();
    await until('the pack to be stored', async () => {
      await read.goto(server.origin);
      await read.waitForTimeout(1500);
      const marks = '[...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)';
      return ((await read.evaluate(marks)) as number) >= TOPICS;
    });
    const panel = await running.context.newPage();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.addInitScript(`globalThis.long = [];
      new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => Math.round(duration))))
        .observe({ type: 'longtask', buffered: true });`);
    await panel.goto(`${extensionOrigin(worker)}/sidepanel.html?tab=${await tabOf(worker, read)}`);
    await until('the record', async () => {
      const drawn = `document.querySelectorAll('.panel-record:has([data-kind])').length`;
      return (await panel.evaluate(drawn)) === TOPICS;
    });
    await panel.waitForTimeout(QUIET_MS);
    const loadMs = (await panel.evaluate('Math.max(0, ...long)')) as number;
    const frames: number[] = [];
    const tasks: number[] = [];
    for (let i = 0; i < 2 * Number(values.times); i++) {
      const { frameMs, taskMs } = await press(panel);
      frames.push(frameMs);
      tasks.push(taskMs);
    }
    const figures = {
      chromium: version,
      topics: TOPICS,
      loadLongestTaskMs: loadMs,
      pressToFrameMs: median(frames),
      pressLongestTaskMs: median(tasks),
      pressWorstTaskMs: Math.max(...tasks),
    };
    console.error(
      table([
        ['', 'ms'],
        ['loading: longest task', String(loadMs)],
        ['a press: to the end of its frame', String(figures.pressToFrameMs)],
        ['a press: longest task, median', String(figures.pressLongestTaskMs)],
        ['a press: longest task, worst', String(figures.pressWorstTaskMs)],
      ]),
    );
    return figures;
  } finally {
    await running.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
