/**
 * A chunk: the lines of a bucket, and the slot of each. A slot is a name and no position: an entry keeps it for as long
 * as it is in the bucket, so that what names places elsewhere stays right when others come and go.
 */
import type { Entry } from '../model';
import {
  type Lines,
  lineAt,
  lineOf,
  linesOfEntries,
  NO_LINES,
  parseLineAt,
  parseLines,
} from '../sync/lines';

export interface Chunk extends Lines {
  /** One a line, each once. */
  readonly slots: Uint32Array;
}

/** An entry where it stands. */
export interface SlottedEntry {
  readonly slot: number;
  readonly key: string;
  readonly entry: Entry;
}

/** @returns a new bucket: slots in the order of its lines */
export const newChunk = ({ keys, ends, bytes }: Lines): Chunk => ({
  keys,
  ends,
  bytes,
  slots: Uint32Array.from(keys, (_, i) => i),
});

export const chunkOfEntries = (entries: readonly Entry[]): Chunk =>
  newChunk(linesOfEntries(entries));

export const NO_CHUNK: Chunk = newChunk(NO_LINES);

/** @returns the bucket with new lines: who was there before keeps the slot, who comes gets one that nobody had */
export function rechunked(before: Chunk, { keys, ends, bytes }: Lines): Chunk {
  const held = new Map(before.keys.map((key, i) => [key, before.slots[i] as number]));
  let next = before.slots.reduce((most, slot) => Math.max(most, slot), -1) + 1;
  return { keys, ends, bytes, slots: Uint32Array.from(keys, (key) => held.get(key) ?? next++) };
}

/** @returns every entry, by key */
export const entriesIn = (chunk: Lines): Entry[] => parseLines(chunk);

/** @returns every entry with its place, by key */
export const slottedIn = (chunk: Chunk): SlottedEntry[] =>
  parseLines(chunk).map((entry, i) => ({
    slot: chunk.slots[i] as number,
    key: chunk.keys[i] as string,
    entry,
  }));

/** @returns the entry of a slot; null where nobody has it */
export function entryAt(chunk: Chunk, slot: number): Entry | null {
  // A bucket that nothing came to or left has its slots in order.
  const i = chunk.slots[slot] === slot ? slot : chunk.slots.indexOf(slot);
  return i < 0 ? null : parseLineAt(chunk, i);
}

export function entryOf(chunk: Lines, key: string): Entry | null {
  const i = lineOf(chunk, key);
  return i < 0 ? null : parseLineAt(chunk, i);
}

export function lineOfKey(chunk: Lines, key: string): Uint8Array | null {
  const i = lineOf(chunk, key);
  return i < 0 ? null : lineAt(chunk, i);
}
