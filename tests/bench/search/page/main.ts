/** A page of the extension under measure, there in the bench's build only: engines beside each other, and a pack for the popup. */
import type { Pack } from '../../../../data/model';
import { connectStore } from '../../../../data/store/connect';
import { installPack } from '../../../../data/store/install';
import { generatePack } from '../../sync/generated-pack';
import { buildPart, ENGINES, type Engine, type EngineName, recordsOf } from './engines';
import { keystrokes } from './queries';

let engine: Engine | null = null;
let queries: string[] = [];

const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
  Number.NaN;

/** Nothing but the queries is in memory afterwards; what is, is the baseline. */
function prepare(records: number): number {
  queries = keystrokes(generatePack(records));
  return queries.length;
}

async function build(name: EngineName, records: number) {
  const pack = generatePack(records);
  const begun = performance.now();
  engine = await ENGINES[name](pack);
  return { ms: performance.now() - begun, bytes: engine.bytes };
}

/** Every query once to warm up, then once more by the clock. */
async function measure(budgetMs: number) {
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  for (const timed of [false, true]) {
    for (const query of queries) {
      if (performance.now() > end && (timed ? times.length > 50 : true)) break;
      const begun = performance.now();
      await engine?.search(query);
      if (timed) times.push(performance.now() - begun);
    }
  }
  return {
    queries: times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    max: Math.max(...times),
  };
}

/** What an update of a thousand records costs: their part, made and stored. */
async function update(records: number): Promise<number> {
  const pack: Pack = generatePack(records);
  const thousand = recordsOf(pack).filter((_, i) => i % Math.ceil(records / 1000) === 0);
  const begun = performance.now();
  const body = await buildPart(pack, thousand);
  const { store } = await connectStore({ name: 'update-bench' });
  await store.db.sidecars.put({ pack: 'bench', generation: 1, name: 'part', body });
  const ms = performance.now() - begun;
  await store.db.delete();
  return (1000 * ms) / thousand.length;
}

async function install(records: number): Promise<void> {
  await chrome.runtime.sendMessage({ type: 'packs.list', ask: null });
  const { store } = await connectStore();
  await installPack(store.db, { version: '1', pack: generatePack(records) }, false);
  store.db.close();
}

/** From a question of a page to its answer, records and all, as one types. */
async function answers() {
  const times: number[] = [];
  for (const timed of [false, true]) {
    for (const query of queries.slice(0, 300)) {
      const begun = performance.now();
      const answer = (await chrome.runtime.sendMessage({
        type: 'search',
        ask: { query, limit: 20 },
      })) as { ok: boolean };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      if (timed) times.push(performance.now() - begun);
    }
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) };
}

/** What the next popup is to look up. */
const look = (lookup: string) => chrome.storage.session.set({ lookup });

Object.assign(window, { bench: { prepare, build, measure, update, install, answers, look } });
