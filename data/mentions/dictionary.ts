/**
 * The words of an index by their keys.
 *
 * Words are numbered by the hash of their key, so that a bucket of the hash table is a range of word
 * numbers and the table needs no slots: for each bucket where it begins, for each word one byte of its
 * hash and the length of its key. Words that begin a term come first, in buckets of their own; their
 * number is the number of their node in the trie.
 *
 * Keys rest as UTF-8, surrogates each by themselves.
 */
import type { IndexSections } from './format';
import { hashText } from './hash';
import { at, pack } from './packed';

/** Words a bucket, on average: a look at eight bytes, and one byte a word for the table. */
const WORDS_PER_BUCKET = 8;

/** A key longer than this in bytes cannot be stored. */
export const LONGEST_KEY = 255;

/** @returns how many bytes a key takes */
export function keyBytes(key: string): number {
  let bytes = 0;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

/**
 * Writes a key.
 * @returns the offset behind it
 */
export function writeKey(key: string, bytes: Uint8Array, from: number): number {
  let end = from;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    if (unit < 0x80) bytes[end++] = unit;
    else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 63);
    } else {
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 63);
      bytes[end++] = 0x80 | (unit & 63);
    }
  }
  return end;
}

/**
 * Reads what {@link writeKey} wrote.
 * @returns the units of a range of bytes
 */
export function readKey(bytes: Uint8Array, from: number, end: number): string {
  let key = '';
  for (let i = from; i < end; ) {
    const first = bytes[i++] as number;
    if (first < 0x80) key += String.fromCharCode(first);
    else if (first < 0xe0)
      key += String.fromCharCode(((first & 31) << 6) | ((bytes[i++] ?? 0) & 63));
    else {
      const middle = (bytes[i++] ?? 0) & 63;
      key += String.fromCharCode(((first & 15) << 12) | (middle << 6) | ((bytes[i++] ?? 0) & 63));
    }
  }
  return key;
}

function isKey(key: string, bytes: Uint8Array, from: number, end: number): boolean {
  let i = from;
  for (let n = 0; n < key.length; n++) {
    if (i >= end) return false;
    const unit = key.charCodeAt(n);
    const first = bytes[i++] as number;
    if (first < 0x80) {
      if (unit !== first) return false;
    } else if (first < 0xe0) {
      if (unit !== (((first & 31) << 6) | ((bytes[i++] as number) & 63))) return false;
    } else {
      const middle = (bytes[i++] as number) & 63;
      const last = (bytes[i++] as number) & 63;
      if (unit !== (((first & 15) << 12) | (middle << 6) | last)) return false;
    }
  }
  return i === end;
}

const bucketOf = (hash: number, buckets: number) => Math.floor((hash / 0x100000000) * buckets);

/**
 * One bit for each word, of eight times as many: most of the keys that a word of a text may have are no
 * term's, and are told so by one look.
 */
const bitOf = (filter: Uint8Array, hash: number) =>
  Math.floor(((Math.imul(hash, 0x9e3779b1) >>> 0) / 0x100000000) * 8 * filter.length);

function mayHave(filter: Uint8Array, hash: number): boolean {
  const bit = bitOf(filter, hash);
  return (((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
}

function makeFilter(hashes: Uint32Array): Uint8Array {
  const filter = new Uint8Array(hashes.length);
  for (let word = 0; word < hashes.length; word++) {
    const hash = hashes[word] as number;
    const bit = bitOf(filter, hash);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return filter;
}

/** The number of the first bucket of a group and how many it has: words that begin a term, and others. */
const groupsOf = ({ counts }: IndexSections) =>
  [
    [0, counts[COUNT_STARTER_BUCKETS] ?? 0],
    [counts[COUNT_STARTER_BUCKETS] ?? 0, counts[COUNT_OTHER_BUCKETS] ?? 0],
  ] as const;

/** Places in the section `counts`. */
export const COUNT_WORDS = 0;
export const COUNT_STARTERS = 1;
export const COUNT_STARTER_BUCKETS = 2;
export const COUNT_OTHER_BUCKETS = 3;

/**
 * @param index an index
 * @param key what `termKey` or `textKeys` gave
 * @returns the word's number, or -1; equal hashes are compared in full
 */
export function findWord(index: IndexSections, key: string): number {
  const { filter, bucketWords, bucketOffsets, fingerprints, keyLengths, keys } = index;
  const hash = hashText(key);
  if (!mayHave(filter, hash)) return -1;
  const fingerprint = hash & 0xff;
  for (const [first, buckets] of groupsOf(index)) {
    if (buckets === 0) continue;
    const bucket = first + bucketOf(hash, buckets);
    const end = at(bucketWords, bucket + 1);
    let offset = at(bucketOffsets, bucket);
    for (let word = at(bucketWords, bucket); word < end; word++) {
      const length = keyLengths[word] as number;
      if (fingerprints[word] === fingerprint && isKey(key, keys, offset, offset + length)) {
        return word;
      }
      offset += length;
    }
  }
  return -1;
}

export type Dictionary = Pick<
  IndexSections,
  'filter' | 'bucketWords' | 'bucketOffsets' | 'fingerprints' | 'keyLengths' | 'keys'
>;

interface LaidOut {
  readonly sections: Dictionary;
  /** The number of each word, in the order of the keys. */
  readonly numbers: Int32Array;
  readonly starters: number;
  readonly starterBuckets: number;
  readonly otherBuckets: number;
}

/**
 * Numbers words and lays them out.
 * @param keys the words' keys, each once, none longer than {@link LONGEST_KEY} bytes
 * @param hashed the hash of each
 * @param isStarter 1 for each word that begins a term
 * @yields between two slices of work
 */
export function* layOutWords(
  keys: readonly string[],
  hashed: Int32Array,
  isStarter: Uint8Array,
): Generator<void, LaidOut> {
  const hashes = new Uint32Array(hashed.buffer, hashed.byteOffset, hashed.length);
  let starters = 0;
  for (let word = 0; word < keys.length; word++) starters += isStarter[word] as number;
  const bucketsFor = (words: number) => (words === 0 ? 0 : Math.ceil(words / WORDS_PER_BUCKET));
  const starterBuckets = bucketsFor(starters);
  const otherBuckets = bucketsFor(keys.length - starters);
  const buckets = starterBuckets + otherBuckets;
  const bucketFor = (word: number) =>
    isStarter[word] === 1
      ? bucketOf(hashes[word] ?? 0, starterBuckets)
      : starterBuckets + bucketOf(hashes[word] ?? 0, otherBuckets);

  const bucketWords = new Int32Array(buckets + 1);
  for (let word = 0; word < keys.length; word++) {
    const next = bucketFor(word) + 1;
    bucketWords[next] = (bucketWords[next] ?? 0) + 1;
  }
  for (let i = 0; i < buckets; i++) {
    bucketWords[i + 1] = (bucketWords[i + 1] ?? 0) + (bucketWords[i] ?? 0);
  }
  yield;
  const free = bucketWords.slice();
  const numbers = new Int32Array(keys.length);
  const inOrder = new Int32Array(keys.length);
  let bytes = 0;
  for (let word = 0; word < keys.length; word++) {
    const bucket = bucketFor(word);
    const number = free[bucket] ?? 0;
    free[bucket] = number + 1;
    numbers[word] = number;
    inOrder[number] = word;
    bytes += keyBytes(keys[word] ?? '');
  }
  yield;
  const fingerprints = new Uint8Array(keys.length);
  const keyLengths = new Uint8Array(keys.length);
  const laidOut = new Uint8Array(bytes);
  const bucketOffsets = new Int32Array(buckets + 1);
  let end = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    bucketOffsets[bucket] = end;
    for (let n = bucketWords[bucket] ?? 0; n < (bucketWords[bucket + 1] ?? 0); n++) {
      const word = inOrder[n] ?? 0;
      const start = end;
      end = writeKey(keys[word] ?? '', laidOut, start);
      keyLengths[n] = end - start;
      fingerprints[n] = (hashes[word] ?? 0) & 0xff;
    }
  }
  bucketOffsets[buckets] = end;
  yield;
  const sections: Dictionary = {
    filter: makeFilter(hashes),
    bucketWords: pack(bucketWords),
    bucketOffsets: pack(bucketOffsets),
    fingerprints,
    keyLengths,
    keys: laidOut,
  };
  return { sections, numbers, starters, starterBuckets, otherBuckets };
}
