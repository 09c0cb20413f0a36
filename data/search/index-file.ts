/**
 * The search index at rest: one ArrayBuffer of 32-bit words, opened as views without parsing.
 *
 *     magic, version, documents, words, postings, units
 *     date (float64), bucket and slot of each document · where a word's units begin ·
 *     where a word's postings begin · postings · the words' UTF-16 units, one after another
 *
 * Words ascend by UTF-16 unit, so that all with a prefix stand together. A document's number is its
 * rank among equals: newest first, undated last. A posting is document × 16 + the summed weights of
 * the fields that the word stands in.
 */

const MAGIC = 0x4453_524f; // "ORSD"
const VERSION = 1;
const HEADER = 6;

/** A posting keeps its word's weight in the low bits. */
export const WEIGHT_BITS = 4;

export interface SearchIndex {
  readonly documents: number;
  readonly words: number;
  readonly buckets: Uint32Array;
  readonly slots: Uint32Array;
  /** Start of the document's date in milliseconds since 1970, Infinity when undated. */
  readonly dates: Float64Array;
  readonly unitStarts: Uint32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  readonly units: Uint16Array;
}

function layout(documents: number, words: number, postings: number, units: number) {
  let at = HEADER * 4;
  const take = (bytes: number) => {
    const start = at;
    at += Math.ceil(bytes / 8) * 8;
    return start;
  };
  return {
    dates: take(documents * 8),
    buckets: take(documents * 4),
    slots: take(documents * 4),
    unitStarts: take((words + 1) * 4),
    postingStarts: take((words + 1) * 4),
    postings: take(postings * 4),
    units: take(units * 2),
    size: at,
  };
}

/** @returns an empty index of the given size, its arrays to be filled */
export function createSearchIndex(
  documents: number,
  words: number,
  postings: number,
  units: number,
): { buffer: ArrayBuffer; index: SearchIndex } {
  const buffer = new ArrayBuffer(layout(documents, words, postings, units).size);
  new Uint32Array(buffer).set([MAGIC, VERSION, documents, words, postings, units]);
  return { buffer, index: openSearchIndex(buffer) };
}

/**
 * @param body what was stored
 * @throws {RangeError} when it is not an index, or one of another version
 */
export function openSearchIndex(body: unknown): SearchIndex {
  const bad = () => new RangeError('this is not a search index of this version');
  if (!(body instanceof ArrayBuffer) || body.byteLength < HEADER * 4) throw bad();
  const [magic, version, documents = 0, words = 0, postings = 0, units = 0] = new Uint32Array(
    body,
    0,
    HEADER,
  );
  if (magic !== MAGIC || version !== VERSION) throw bad();
  const at = layout(documents, words, postings, units);
  if (at.size !== body.byteLength) throw bad();
  return {
    documents,
    words,
    buckets: new Uint32Array(body, at.buckets, documents),
    slots: new Uint32Array(body, at.slots, documents),
    dates: new Float64Array(body, at.dates, documents),
    unitStarts: new Uint32Array(body, at.unitStarts, words + 1),
    postingStarts: new Uint32Array(body, at.postingStarts, words + 1),
    postings: new Uint32Array(body, at.postings, postings),
    units: new Uint16Array(body, at.units, units),
  };
}
