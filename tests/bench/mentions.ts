/**
 * Our scan beside the best peers and the floors; how it is made and read: docs/benchmarks.md.
 * Flags: --sizes 1000,10000 --rounds 15 --repeats 3 --rules 10000,100000 --add 1000000
 */
import { parseArgs } from 'node:util';
import { bundleEngine, ENGINE } from './mentions/bundle';
import { readCorpus } from './mentions/corpus';
import { temporaryFiles } from './mentions/files';
import {
  measureAdding,
  measureRules,
  measureSize,
  preparing,
  type Settings,
} from './mentions/measure';
import { FIXED_TABLE_BYTES } from './mentions/ours';
import { figuresOf, showSize } from './mentions/report';

const numbers = (list: string) => list.split(',').filter(Boolean).map(Number);

function flags() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      sizes: { type: 'string', default: '1000,10000,100000,1000000' },
      rounds: { type: 'string', default: '15' },
      repeats: { type: 'string', default: '3' },
      rules: { type: 'string', default: '10000,100000' },
      add: { type: 'string', default: '1000000' },
    },
  });
  return {
    sizes: numbers(values.sizes),
    rounds: Number(values.rounds),
    repeats: Number(values.repeats),
    rules: numbers(values.rules),
    add: numbers(values.add),
  };
}

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { sizes, rounds, repeats, rules, add } = flags();
  const corpus = readCorpus();
  const files = temporaryFiles();
  const log = (text: string) => console.error(`… ${text}`);
  const prepared = preparing(corpus, files);
  process.env[ENGINE] = await bundleEngine(files.folder);
  const settings: Settings = { corpus, files, prepared, rounds, repeats, log };
  console.error(`${corpus.chars} characters of ${corpus.pages.length} ${corpus.kind}`);
  try {
    const bySize: Record<string, unknown> = {};
    for (const size of sizes) {
      const figures = await measureSize(size, settings);
      console.error(showSize(figures, corpus.chars));
      bySize[size] = figuresOf(figures, corpus.chars);
    }
    const rulesOverhead: Record<string, number> = {};
    for (const size of rules) {
      const { overhead, found } = await measureRules(size, settings);
      rulesOverhead[size] = overhead;
      console.error(
        `10k rules on ${size} aliases: +${(overhead * 100).toFixed(1)} % for ${found} mentions`,
      );
    }
    const adding: Record<string, unknown> = {};
    for (const size of add) {
      const { addMs, scanRatio } = await measureAdding(size, settings);
      adding[size] = { incrementalAddMs: addMs, scanAfterAddRatio: scanRatio };
      console.error(
        `1,000 aliases added to ${size}: ${addMs.toFixed(1)} ms, scan at ${scanRatio.toFixed(2)}`,
      );
    }
    return {
      corpus: { kind: corpus.kind, pages: corpus.pages.length, chars: corpus.chars },
      fixedTableBytes: FIXED_TABLE_BYTES,
      sizes: bySize,
      rules10kOverhead: Math.max(...Object.values(rulesOverhead)),
      rules10kOverheadBySize: rulesOverhead,
      adding,
    };
  } finally {
    files.remove();
  }
}
