/** The extension's background worker as a debugger sees it: what it asks of the browser, and its memory. */
import { attach, evaluate, targets, until } from '../page/browser';
import type { Devtools } from '../wake/devtools';

/** A call of the browser's own functions. In milliseconds since the log was begun. */
export interface Call {
  readonly what: 'fetch' | 'inflate' | 'digest' | 'verify' | 'read' | 'write';
  readonly at: number;
  /** When it was answered; of a stream, when it was made. */
  readonly end: number;
  /** The stores of a transaction. */
  readonly stores: readonly string[];
}

/** Wraps what a sync calls; the code under measure is as people get it. */
const LOG = `(() => {
  const calls = self.benchCalls = [];
  const note = (what, stores = []) => {
    const call = { what, at: performance.now(), end: performance.now(), stores };
    calls.push(call);
    return () => { call.end = performance.now(); };
  };
  const asked = self.fetch;
  self.fetch = (...args) => {
    const done = note('fetch');
    return asked(...args).finally(done);
  };
  const Inflating = self.DecompressionStream;
  self.DecompressionStream = class extends Inflating {
    constructor(format) { note('inflate'); super(format); }
  };
  for (const what of ['digest', 'verify']) {
    const own = SubtleCrypto.prototype[what];
    SubtleCrypto.prototype[what] = function (...args) {
      const done = note(what);
      return own.apply(this, args).finally(done);
    };
  }
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
    const tx = begin.call(this, stores, mode, ...rest);
    const done = note(mode === 'readwrite' ? 'write' : 'read', [stores].flat());
    tx.addEventListener('complete', done);
    tx.addEventListener('abort', done);
    return tx;
  };
})()`;

/** What V8 says of a heap, in bytes. */
interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
  readonly embedderHeapUsedSize?: number;
}

export interface Heap {
  /** Objects and strings, what is collected next included. */
  readonly script: number;
  /** Array buffers. */
  readonly buffers: number;
}

export async function heapOf(line: Devtools): Promise<Heap> {
  const { usedSize, backingStorageSize = 0 } = await line.send<HeapUsage>('Runtime.getHeapUsage');
  return { script: usedSize, buffers: backingStorageSize };
}

/** So often, in milliseconds: a part of a snapshot takes longer. */
const LOOK_EVERY_MS = 10;

/**
 * Looks at the heap again and again while something runs.
 * @returns what came of it, the heap before after a collection, and the highest sum that was seen
 */
export async function watchingHeap<T>(
  line: Devtools,
  work: () => Promise<T>,
): Promise<{ result: T; before: number; peak: number }> {
  await line.send('HeapProfiler.collectGarbage');
  const sum = ({ script, buffers }: Heap) => script + buffers;
  const before = sum(await heapOf(line));
  let peak = before;
  let over = false;
  const watch = (async () => {
    while (!over) {
      peak = Math.max(peak, sum(await heapOf(line)));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  try {
    return {
      result: await work(),
      before,
      get peak() {
        return peak;
      },
    };
  } finally {
    over = true;
    await watch;
  }
}

export interface Worker {
  readonly line: Devtools;
  /** `chrome-extension://…` */
  readonly origin: string;
  /** @returns the calls since the last asking */
  calls(): Promise<Call[]>;
}

/** @returns the worker of the one extension there is, held awake by the debugger */
export async function attachWorker(devtools: Devtools): Promise<Worker> {
  const target = await until(
    'the worker',
    async () => (await targets(devtools, 'service_worker'))[0],
  );
  const line = await attach(devtools, target.targetId);
  await until('the worker to have begun', () =>
    evaluate<boolean>(line, `typeof globalThis.chrome?.runtime?.getManifest === 'function'`),
  );
  await evaluate(line, LOG);
  return {
    line,
    origin: target.url.replace(/\/[^/]*$/, ''),
    calls: () => evaluate<Call[]>(line, 'benchCalls.splice(0)'),
  };
}
