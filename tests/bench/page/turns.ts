/** All loads: the extensions take turns on every page, in an order that changes and repeats. */
import { type Random, random } from '../mentions/random';
import type { BenchBrowser } from './browser';
import { type LoadCost, loadPage } from './load';
import { mainThread, type ScriptTimes, scriptTimes } from './main-thread';
import type { SavedPage } from './saved';
import { LEAN, traced } from './trace';
import type { Variant } from './variants';

const SEED = 7;

/** Script is of the trace, microtasks included; DevTools' own figure leaves these out. */
export interface Load extends LoadCost, ScriptTimes {}

/** Loads by page and by variant. */
export type Loads = ReadonlyMap<string, ReadonlyMap<string, readonly Load[]>>;

function shuffled<T>(list: readonly T[], dice: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(dice.below(left.length), 1)[0] as T);
}

export const addressOf = (origin: string, { host }: Variant, { name }: SavedPage) =>
  `${origin.replace('127.0.0.1', host)}/${encodeURI(name)}`;

/**
 * @param origin of the server of pages
 * @param rounds loads of each page with each variant
 */
export async function takeTurns(
  browser: BenchBrowser,
  origin: string,
  pages: readonly SavedPage[],
  variants: readonly Variant[],
  rounds: number,
): Promise<Loads> {
  const dice = random(SEED);
  const loads = new Map<string, Map<string, Load[]>>();
  for (const [at, page] of pages.entries()) {
    const start = Date.now();
    const byVariant = new Map(variants.map(({ name }) => [name, [] as Load[]]));
    loads.set(page.name, byVariant);
    for (let round = 0; round < rounds; round++) {
      const costs = new Map<Variant, LoadCost>();
      const { events } = await traced(browser, LEAN, async () => {
        for (const variant of shuffled(variants, dice)) {
          costs.set(variant, await loadPage(browser, addressOf(origin, variant, page)));
        }
      });
      for (const [variant, cost] of costs) {
        const times = scriptTimes(mainThread(events, variant.host));
        byVariant.get(variant.name)?.push({ ...cost, ...times });
      }
    }
    const seconds = Math.round((Date.now() - start) / 1000);
    console.error(`${at + 1}/${pages.length} ${page.name}: ${seconds} s`);
  }
  return loads;
}
