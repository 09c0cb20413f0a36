/** What is measured, each in a process of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Corpus } from './corpus';
import { type FileOf, readFileOf } from './files';
import { countWords, findWords, readUnits } from './floors';
import { naiveScan } from './naive';
import { build, buildInSlices, join, open } from './ours';
import { PEER_FORMS, type Scan } from './peers';
import { median, ratio, type Timed, takeTurns } from './turns';

/** How much of a page is read at once where the time for "a page" is asked. */
const PAGE_CHARS = 10_000;

/** Readings of the corpus of which the fastest says which form of a peer is the fastest, and their limit. */
const READINGS = 8;
const READINGS_MS = 3000;

/** What a process says when it has read its files and the work begins. */
export const READY = 'ready';

const pagesOf = (corpus: Corpus) => corpus.pages.map(({ blocks }) => blocks);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ready = () => process.send?.(READY);
const timed = <T>(work: () => T): [T, number] => {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
};

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Pages of 10,000 characters, of neighbouring blocks; the last cut off. */
function evenPages(corpus: Corpus): string[][] {
  const pages: string[][] = [];
  let page: string[] = [];
  let room = PAGE_CHARS;
  for (const block of pagesOf(corpus).flat()) {
    page.push(block.slice(0, room));
    room -= block.length;
    if (room > 0) continue;
    pages.push(page);
    page = [];
    room = PAGE_CHARS;
  }
  return JSON.parse(JSON.stringify(pages)) as string[][];
}

const scanAll = (scan: Scan, blocks: readonly string[]) => sum(blocks.map(scan));

/** What a form of a peer is worth, looked at alone. */
export interface Probe {
  readonly buildMs: number;
  /** The heap that it keeps. */
  readonly bytes: number;
  /** What it finds, as a share of what the naive scan finds; overlaps may make it more than 1. */
  readonly finds: number;
  /** The fastest of some readings of the corpus. */
  readonly scanMs: number;
}

/** One contender's figures, all by turns with the others. */
export interface Turn {
  readonly ms: number;
  readonly found: number;
  /** Ours is so many times as fast. */
  readonly ratio: number;
}

export const tasks = {
  /** How often aliases stand in the corpus, as written but for case. */
  naive(input: { aliases: FileOf<'aliases'>; corpus: FileOf<'corpus'> }): { found: number } {
    const aliases = readFileOf(input.aliases).map(({ text }) => text.toLowerCase());
    return { found: scanAll(naiveScan(aliases), pagesOf(readFileOf(input.corpus)).flat()) };
  },

  /**
   * @param input.form which of PEER_FORMS
   * @param input.standing what `naive` found
   */
  probe(input: {
    form: number;
    aliases: FileOf<'aliases'>;
    corpus: FileOf<'corpus'>;
    standing: number;
  }): Probe {
    const aliases = readFileOf(input.aliases).map(({ text }) => text.toLowerCase());
    const blocks = pagesOf(readFileOf(input.corpus)).flat();
    const before = heapBytes();
    ready();
    const [scan, buildMs] = timed(() => PEER_FORMS[input.form]?.build(aliases));
    if (scan === undefined) throw new Error(`there is no form ${input.form}`);
    const bytes = heapBytes() - before;
    const found = scanAll(scan, blocks);
    let scanMs = Number.POSITIVE_INFINITY;
    for (let spent = 0, reading = 0; reading < READINGS && spent < READINGS_MS; reading++) {
      const [, ms] = timed(() => scanAll(scan, blocks));
      scanMs = Math.min(scanMs, ms);
      spent += ms;
    }
    return { buildMs, bytes, finds: found / input.standing, scanMs };
  },

  /** Ours, the floors and the peers by turns. */
  compare(input: {
    aliases: FileOf<'aliases'>;
    pack: FileOf<'pack'>;
    corpus: FileOf<'corpus'>;
    /** Indexes of PEER_FORMS. */
    forms: readonly number[];
    rounds: number;
    standing: number;
    /** Where our index is left for `wake`. */
    index: string;
  }): { turns: Turn[]; indexBytes: number; finds: number; page10kMs: number } {
    const corpus = readFileOf(input.corpus);
    const lower = readFileOf(input.aliases).map(({ text }) => text.toLowerCase());
    const index = build(readFileOf(input.pack));
    writeFileSync(input.index, new Uint8Array(index));
    const ours = open([index]);
    const peers = input.forms.map((form) => PEER_FORMS[form]?.build(lower) as Scan);
    const scans = [ours, findWords, countWords, readUnits, ...peers];
    const results = takeTurns(scans, pagesOf(corpus), input.rounds);
    const own = results[0] as Timed;
    const turns = results.map((result) => ({
      ms: median(result.times),
      found: result.found,
      ratio: ratio(own, result),
    }));
    const finds = own.found / input.standing;
    const pageTimes: number[] = [];
    const pages = evenPages(corpus);
    for (let round = 0; round < 5; round++) {
      for (const page of pages) pageTimes.push(timed(() => scanAll(ours, page))[1]);
    }
    return { turns, indexBytes: index.byteLength, finds, page10kMs: median(pageTimes) };
  },

  /** The first build of a fresh process. */
  build(input: { pack: FileOf<'pack'> }): { buildMs: number } {
    const pack = readFileOf(input.pack);
    return { buildMs: timed(() => build(pack))[1] };
  },

  /** Opening an index in a fresh process, then the first page. */
  wake(input: { index: string; corpus: FileOf<'corpus'>; page: number }) {
    const { buffer, byteOffset, byteLength } = readFileSync(input.index);
    const index = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const pages = evenPages(readFileOf(input.corpus));
    const page = pages[input.page % pages.length] ?? [];
    const [scan, openMs] = timed(() => open([index]));
    const [, page10kMs] = timed(() => scanAll(scan, page));
    return { openMs, page10kMs };
  },

  /** A cold build in slices. */
  slices(input: { pack: FileOf<'pack'> }) {
    const times = buildInSlices(readFileOf(input.pack));
    return { longestSliceMs: Math.max(...times), slices: times.length, buildMs: sum(times) };
  },

  /** How much longer a scan takes with rules on top of a pack of aliases, in one index. */
  rules(input: {
    pack: FileOf<'pack'>;
    rules: FileOf<'pack'>;
    corpus: FileOf<'corpus'>;
    rounds: number;
  }) {
    const pack = readFileOf(input.pack);
    const without = open([build(pack)]);
    const both = open([build(join(pack, readFileOf(input.rules)))]);
    const pages = pagesOf(readFileOf(input.corpus));
    const [plain, ruled] = takeTurns([without, both], pages, input.rounds, true) as [Timed, Timed];
    return { overhead: ratio(plain, ruled) - 1, found: ruled.found - plain.found };
  },

  /** What it costs to add a small pack to a large one, and to scan with both. */
  add(input: {
    pack: FileOf<'pack'>;
    added: FileOf<'pack'>;
    corpus: FileOf<'corpus'>;
    rounds: number;
  }) {
    const large = build(readFileOf(input.pack));
    const added = readFileOf(input.added);
    const pages = pagesOf(readFileOf(input.corpus));
    const [both, addMs] = timed(() => open([large, build(added)]));
    const before = open([large]);
    const [alone, together] = takeTurns([before, both], pages, input.rounds, true) as [
      Timed,
      Timed,
    ];
    return { addMs, scanRatio: ratio(alone, together) };
  },
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export interface Task {
  readonly name: TaskName;
  readonly input: unknown;
}
