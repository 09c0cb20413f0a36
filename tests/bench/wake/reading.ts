/** How long a worker that has just woken takes to read bytes from each place that can hold an index. */
import { join } from 'node:path';
import { build } from 'wxt';
import { ROOT } from '../../../scripts/lib/dependencies.mjs';
import { openBrowser } from './browser';
import { type Spread, spread } from './spread';
import type { ProbeRequest, Way } from './storage/background';

const WAYS: readonly Way[] = ['indexedDbBuffer', 'indexedDbBlob', 'opfs', 'cache'];

/** Indexes of about 50,000, 150,000 and a million aliases. */
const MEGABYTES = [1, 3, 20];

export type Readings = Readonly<Record<string, Readonly<Record<Way, Spread>>>>;

async function buildProbe(outDir: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    entrypointsDir: 'tests/bench/wake/storage',
    publicDir: 'tests/bench/wake/storage/public',
    browser: 'chrome',
    mode: 'production',
    manifestVersion: 3,
    imports: false,
    outDir,
    manifest: { name: 'Storage probe', permissions: ['unlimitedStorage'] },
  });
  return join(outDir, 'chrome-mv3');
}

/**
 * Each place in a browser of its own, so that what one holds slows no other; sizes in turn.
 * @param folder where the probe is built
 * @param rounds of turns that count, after one that does not
 * @returns milliseconds by megabytes and place; opening is part of reading
 */
export async function measureReading(
  executable: string,
  folder: string,
  rounds: number,
): Promise<Readings> {
  const extension = await buildProbe(folder);
  const times = new Map<string, number[]>();
  for (const way of WAYS) {
    const browser = await openBrowser(executable, extension);
    try {
      const page = await browser.open(`${browser.origin}/probe.html`);
      const ask = async (request: ProbeRequest) => {
        const answer = await page.run<{ ms: number; error?: string }>(
          `chrome.runtime.sendMessage(${JSON.stringify(request)})`,
        );
        if (answer.error !== undefined) throw new Error(`${way}: ${answer.error}`);
        return answer.ms;
      };
      for (const megabytes of MEGABYTES) await ask({ write: way, megabytes });
      for (let round = 0; round <= rounds; round++) {
        for (const megabytes of MEGABYTES) {
          await browser.stop();
          const ms = await ask({ read: way, megabytes });
          const key = `${megabytes} ${way}`;
          if (round > 0) times.set(key, [...(times.get(key) ?? []), ms]);
        }
      }
    } finally {
      await browser.close();
    }
  }
  return Object.fromEntries(
    MEGABYTES.map((megabytes) => [
      megabytes,
      Object.fromEntries(
        WAYS.map((way) => [way, spread(times.get(`${megabytes} ${way}`) ?? [])]),
      ) as Record<Way, Spread>,
    ]),
  );
}
