/**
 * A bucket as text: its lines as they travel, are digested and stored. A line is parsed only where its entry is asked
 * for; what a delta does not name is carried over as bytes.
 */
import type { Entry } from '../model';
import { type Bytes, utf8 } from './bytes';
import { byKey, entryLine, keyOf } from './state';

export interface Lines {
  /** One a line, as `keyOf` gives them, ascending. */
  readonly keys: readonly string[];
  /** Where each line ends, its line feed included. In bytes. */
  readonly ends: Uint32Array;
  readonly bytes: Bytes;
}

const LINE_FEED = 10;

export const NO_LINES: Lines = { keys: [], ends: new Uint32Array(), bytes: new Uint8Array() };

/** @returns where each of so many lines ends; canonical JSON has no line feed but those between lines */
export function endsOf(bytes: Uint8Array, count: number): Uint32Array {
  const ends = new Uint32Array(count);
  for (let i = 0, at = 0; i < count; i++) {
    at = bytes.indexOf(LINE_FEED, at) + 1;
    ends[i] = at;
  }
  return ends;
}

/** @param entries of one bucket, in any order */
export function linesOfEntries(entries: readonly Entry[]): Lines {
  const sorted = entries.toSorted(byKey);
  const bytes = utf8(sorted.map(entryLine).join(''));
  return { keys: sorted.map(keyOf), ends: endsOf(bytes, sorted.length), bytes };
}

const decoder = new TextDecoder();

const startOf = (ends: Uint32Array, i: number) => (i === 0 ? 0 : (ends[i - 1] as number));

/** @returns the bytes of line `i`, not copied */
export const lineAt = ({ ends, bytes }: Lines, i: number): Uint8Array =>
  bytes.subarray(startOf(ends, i), ends[i]);

export const parseLineAt = (lines: Lines, i: number): Entry =>
  JSON.parse(decoder.decode(lineAt(lines, i))) as Entry;

/** @returns every entry, in the order of the lines */
export function parseLines({ keys, bytes }: Lines): Entry[] {
  if (keys.length === 0) return [];
  // One call of the parser costs less than one a line.
  return JSON.parse(`[${decoder.decode(bytes).trimEnd().replaceAll('\n', ',')}]`) as Entry[];
}

/** @returns which line has a key, or -1 */
export function lineOf({ keys }: Pick<Lines, 'keys'>, key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : -1;
}

/**
 * @param changes by key: the new line, its end included, or null where there is none any more
 * @returns the lines after the changes; whether that is right is for the digest to say
 */
export function changedLines(before: Lines, changes: ReadonlyMap<string, string | null>): Lines {
  const put = [...changes]
    .filter((change): change is [string, string] => change[1] !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, line]) => ({ key, bytes: utf8(line) }));
  const keys: string[] = [];
  const pieces: Uint8Array[] = [];
  let length = 0;
  const ends: number[] = [];
  const add = (key: string, bytes: Uint8Array) => {
    keys.push(key);
    pieces.push(bytes);
    length += bytes.length;
    ends.push(length);
  };
  let next = 0;
  before.keys.forEach((key, i) => {
    for (let one = put[next]; one && one.key < key; one = put[++next]) add(one.key, one.bytes);
    if (!changes.has(key)) add(key, lineAt(before, i));
  });
  for (const { key, bytes } of put.slice(next)) add(key, bytes);
  const bytes = new Uint8Array(length);
  pieces.forEach((piece, i) => {
    bytes.set(piece, (ends[i] as number) - piece.length);
  });
  return { keys, ends: Uint32Array.from(ends), bytes };
}
