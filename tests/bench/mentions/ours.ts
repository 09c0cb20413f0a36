/** All that the benchmark asks of our engine. */
import type { MentionSource } from '../../../data/mentions/compile';
import { ENGINE } from './bundle';
import type { Scan } from './peers';

const engine: typeof import('./engine') = await import(process.env[ENGINE] ?? './engine');
const {
  CLASSES,
  FOLDS,
  SURFACE_BYTES,
  compileInSlices,
  compileMentions,
  findMentions,
  openMentions,
} = engine;

/** Tables whose size has nothing to do with the aliases: classes and folds of UTF-16 units, remembered surfaces. */
export const FIXED_TABLE_BYTES = CLASSES.byteLength + FOLDS.byteLength + SURFACE_BYTES;

/** @returns the index of a pack, as it is stored: all that grows with its aliases */
export const build = (pack: MentionSource): ArrayBuffer => compileMentions(pack);

/** @returns milliseconds of each slice in which an index is built */
export function buildInSlices(pack: MentionSource): number[] {
  const slices = compileInSlices(pack);
  const times: number[] = [];
  for (let done = false; !done; ) {
    const start = performance.now();
    done = slices.next().done === true;
    times.push(performance.now() - start);
  }
  return times;
}

/** @param indexes one a pack */
export function open(indexes: readonly ArrayBuffer[]): Scan {
  const matcher = openMentions(...indexes);
  return (text) => findMentions(matcher, text).length;
}

/** One pack of two; names of lists and ids of topics must differ. */
export const join = (a: MentionSource, b: MentionSource): MentionSource => ({
  language: a.language,
  terms: { ...a.terms, ...b.terms },
  topics: [...a.topics, ...b.topics],
});
