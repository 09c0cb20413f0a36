/** One size of pack, from its author's folder into the browser's database and out again. */
import { mkdirSync } from 'node:fs';
import { openBrowser, openTab, sleep, type Tab, until } from '../page/browser';
import { changeScattered, changeTopics } from './changed-pack';
import { generatePack } from './generated-pack';
import { type Phases, phasesOf, stagedAt } from './phases';
import { openPublishing, type Publishing, type Weights } from './publishing';
import { attachWorker, type Call, type Worker, watchingHeap } from './worker';

const PACK = 'sync-bench';
/** Of the records, what changes from version to version. */
const SHARE = 0.01;

export interface Sync {
  readonly ms: number;
  /** Until all was verified and staged; of a delta, verified. */
  readonly stagedMs: number;
  readonly phases: Phases;
  /** The worker's heap, array buffers included, in bytes: after a collection before, and at its highest. */
  readonly heapBefore: number;
  readonly peakHeap: number;
}

export interface Rival {
  readonly importMs: number;
  readonly rows: number;
  readonly peakHeap: number;
  readonly applyMs: number;
  readonly deleteMs: number;
}

export interface Measured {
  readonly records: number;
  readonly entries: number;
  readonly first: Weights;
  readonly topics: Weights;
  readonly scattered: Weights;
  readonly publishMs: { readonly topics: number; readonly scattered: number };
  readonly importing: Sync;
  readonly applyTopics: Sync;
  readonly applyScattered: Sync;
  /** The next version as a whole, beside the one that is there. */
  readonly whole: Sync;
  readonly deleteMs: number;
  readonly rowsLeft: number;
  /** `navigator.storage.estimate()` in bytes: before anything was stored, with the pack, a minute or less after. */
  readonly usage: {
    readonly before: number;
    readonly held: number;
    readonly after: number;
    readonly afterS: number;
  };
  readonly rival: Rival | null;
}

interface Asked {
  readonly value: unknown;
  readonly ms: number;
}

const call = <T>(tab: Tab, expression: string) => tab.run<T>(`bench.${expression}`);

async function syncing(
  { line, calls }: Worker,
  tab: Tab,
  type: string,
  ask: unknown,
): Promise<Sync> {
  await calls();
  const { result, before, peak } = await watchingHeap(line, () =>
    call<Asked>(tab, `ask(${JSON.stringify(type)}, ${JSON.stringify(ask)})`),
  );
  const made = (await calls()).toSorted((a: Call, b: Call) => a.at - b.at);
  const from = made[0]?.at ?? 0;
  const to = from + result.ms;
  return {
    ms: Math.round(result.ms),
    stagedMs: Math.round(stagedAt(made) - from),
    phases: phasesOf(made, from, to),
    heapBefore: before,
    peakHeap: peak,
  };
}

/** A minute, in seconds: the browser compacts what was deleted when it finds the time. */
const ESTIMATE_WITHIN_S = 60;
/** Of what the pack took. */
const BACK_WITHIN = 0.1;

async function usageBack(tab: Tab, before: number, held: number) {
  const begun = Date.now();
  for (;;) {
    const after = await call<number>(tab, 'usage()');
    const afterS = Math.round((Date.now() - begun) / 1000);
    if (after <= before + (held - before) * BACK_WITHIN || afterS >= ESTIMATE_WITHIN_S)
      return { before, held, after, afterS };
    await sleep(1000);
  }
}

async function measureRival(tab: Tab, publishing: Publishing): Promise<Rival> {
  const { snapshot, delta } = publishing.urls();
  const { result, peak } = await watchingHeap(tab.line, () =>
    call<{ ms: number; rows: number }>(tab, `rival.put(${JSON.stringify(snapshot)})`),
  );
  const { ms: applyMs } = await call<{ ms: number }>(tab, `rival.put(${JSON.stringify(delta)})`);
  const deleteMs = await call<number>(tab, 'rival.remove()');
  await call(tab, 'rival.forget()');
  return {
    importMs: Math.round(result.ms),
    rows: result.rows,
    peakHeap: peak,
    applyMs: Math.round(applyMs),
    deleteMs: Math.round(deleteMs),
  };
}

/**
 * @param extension what `buildForWaking` built with the bench's page
 * @param folder an empty one
 * @param options `rival`: whether the natural way is measured too
 */
export async function measureSync(
  chromium: string,
  extension: string,
  records: number,
  folder: string,
  options: { readonly rival: boolean; readonly say: (text: string) => void },
): Promise<Measured> {
  mkdirSync(folder, { recursive: true });
  const { say } = options;
  const first = generatePack(records);
  say('publishing');
  const publishing = await openPublishing(folder, first);
  const browser = await openBrowser(chromium, [
    { name: 'sync-bench', host: '', folder: extension, pack: null },
  ]);
  try {
    const worker = await attachWorker(browser.devtools);
    const tab = await openTab(browser.devtools, `${worker.origin}/sync-bench.html`);
    await until('the bench page', () => tab.run<boolean>(`typeof bench === 'object'`));
    await call(tab, `ask('author.set', { on: true })`);
    await call(tab, `ask('packs.list', null)`);
    const before = await call<number>(tab, 'usage()');
    const { value } = await call<Asked>(
      tab,
      `ask('packs.offer', { address: ${JSON.stringify(publishing.address)} })`,
    );
    const { fingerprint } = value as { fingerprint: string };
    say('importing');
    const importing = await syncing(worker, tab, 'packs.subscribe', {
      address: publishing.address,
      fingerprint,
    });
    const held = await call<number>(tab, 'usage()');
    const update = async () => syncing(worker, tab, 'packs.update', { pack: PACK });

    say('changing topics');
    const second = changeTopics(first, SHARE, 1);
    const topics = await publishing.publish(second);
    const applyTopics = await update();
    say('changing records anywhere');
    const third = changeScattered(second, SHARE, 2);
    const scattered = await publishing.publish(third);
    const applyScattered = await update();
    const rival = options.rival ? await measureRival(tab, publishing) : null;
    say('changing topics, without deltas');
    await publishing.publish(changeTopics(third, SHARE, 3));
    publishing.dropDeltas();
    const whole = await update();

    say('deleting');
    const { ms: deleteMs } = await call<Asked>(tab, `ask('packs.remove', { pack: '${PACK}' })`);
    const rows = await call<Record<string, number>>(tab, `rowsOf('${PACK}')`);
    return {
      records,
      entries: publishing.entries,
      first: publishing.first,
      topics,
      scattered,
      publishMs: { topics: Math.round(topics.ms), scattered: Math.round(scattered.ms) },
      importing,
      applyTopics,
      applyScattered,
      whole,
      deleteMs: Math.round(deleteMs),
      rowsLeft: Object.values(rows).reduce((sum, count) => sum + count, 0),
      usage: await usageBack(tab, before, held),
      rival,
    };
  } finally {
    await browser.close();
    await publishing.close();
  }
}
