/**
 * The search index at rest: one ArrayBuffer, opened as views without parsing.
 *
 *     magic, version, counts, bytes of each section (32-bit words) · the sections, each from a multiple of 8 on
 *
 * A word leads to targets: documents by their number, and behind them the entities that documents refer to (topics,
 * speakers, sources, dates), so that a name is indexed once and not with every record. A document's number is its rank
 * among equals: newest first, undated last, then by a hash of its id.
 *
 *     postings of a word: targets ascending, each as the difference from the one before, with a position in it:
 *       twice the word's ordinal, and 1 more where it stands in the figures of a document and not in its text
 *     documents of an entity: ascending, each as the difference from the one before
 */
import type { Lexicon } from './lexicon';

const MAGIC = 0x4453_524f; // "ORSD"
const VERSION = 2;

/** Fields whose texts belong to entities, in the order in which these are numbered. */
export const ENTITY_FIELDS = ['topic', 'speaker', 'source', 'date'] as const;

const COUNTS = ['documents', 'words', ...ENTITY_FIELDS] as const;
type Count = (typeof COUNTS)[number];

const SECTIONS = {
  buckets: Uint32Array,
  slots: Uint32Array,
  ids: Uint32Array,
  starts: Int32Array,
  ends: Int32Array,
  entityStarts: Uint32Array,
  blocks: Uint32Array,
  kinds: Uint8Array,
  entities: Uint8Array,
  lexicon: Uint8Array,
  postings: Uint8Array,
  speakers: Uint8Array,
} as const;
type Section = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as Section[];

type Arrays = {
  readonly [S in Section]: (typeof SECTIONS)[S] extends Uint32ArrayConstructor
    ? Uint32Array
    : (typeof SECTIONS)[S] extends Int32ArrayConstructor
      ? Int32Array
      : Uint8Array;
};

/**
 * - `buckets`, `slots`: where each document stands;
 * - `ids`: a hash of its id;
 * - `starts`, `ends`: of its date, in minutes since 1970 UTC;
 * - `kinds`: numbers of data/search/kinds.ts;
 * - `entityStarts`: where in `entities` the documents of an entity begin, and the end of the last;
 * - `blocks`, `lexicon`: see data/search/lexicon.ts;
 * - `speakers`: their ids in UTF-8, each behind the last with a line's end.
 */
export type IndexParts = Readonly<Record<Count, number>> & Arrays;

export interface SearchIndex extends IndexParts {
  readonly dictionary: Lexicon;
  /** How many entities the fields up to and with this one have. */
  readonly entityEnds: readonly number[];
}

/** Of a document without a date, at either end. */
export const UNDATED = 0x7fff_ffff;

const HEADER = 2 + COUNTS.length + NAMES.length;
const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** @returns the bytes that {@link openSearchIndex} opens */
export function writeSearchIndex(parts: IndexParts): ArrayBuffer {
  const size = NAMES.reduce(
    (sum, name) => sum + aligned(parts[name].byteLength),
    aligned(HEADER * 4),
  );
  const buffer = new ArrayBuffer(size);
  new Uint32Array(buffer).set([
    MAGIC,
    VERSION,
    ...COUNTS.map((count) => parts[count]),
    ...NAMES.map((name) => parts[name].byteLength),
  ]);
  let at = aligned(HEADER * 4);
  for (const name of NAMES) {
    const { buffer: from, byteOffset, byteLength } = parts[name];
    new Uint8Array(buffer, at, byteLength).set(new Uint8Array(from, byteOffset, byteLength));
    at += aligned(byteLength);
  }
  return buffer;
}

/**
 * @param body what was stored
 * @throws {RangeError} when it is not an index, or one of another version
 */
export function openSearchIndex(body: unknown): SearchIndex {
  const bad = () => new RangeError('this is not a search index of this version');
  if (!(body instanceof ArrayBuffer) || body.byteLength < HEADER * 4) throw bad();
  const header = new Uint32Array(body, 0, HEADER);
  if (header[0] !== MAGIC || header[1] !== VERSION) throw bad();
  const sizes = NAMES.map((_, i) => header[2 + COUNTS.length + i] ?? 0);
  const size = sizes.reduce((sum, bytes) => sum + aligned(bytes), aligned(HEADER * 4));
  if (size !== body.byteLength) throw bad();
  let at = aligned(HEADER * 4);
  const arrays = NAMES.map((name, i) => {
    const bytes = sizes[i] ?? 0;
    const Type = SECTIONS[name];
    const array = new Type(body, at, bytes / Type.BYTES_PER_ELEMENT);
    at += aligned(bytes);
    return [name, array];
  });
  const counts = COUNTS.map((count, i) => [count, header[2 + i] ?? 0]);
  const parts = Object.fromEntries([...counts, ...arrays]) as IndexParts;
  let entities = 0;
  return {
    ...parts,
    dictionary: { words: parts.words, blocks: parts.blocks, bytes: parts.lexicon },
    entityEnds: ENTITY_FIELDS.map((field) => (entities += parts[field])),
  };
}
