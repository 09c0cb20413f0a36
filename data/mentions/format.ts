/**
 * The compiled index at rest: one ArrayBuffer of sections, opened without parsing.
 *
 *     int32 magic, version, bytes in all, checksum of what follows, then for each section its offset in
 *     bytes, its length in bytes and the width of its elements, then the sections, each on 8 bytes.
 */
import type { Packed } from './packed';

const MAGIC = 0x4d4e524f; // "ORNM", read as little-endian
/** Raise with every change to the format, to folding, to inflection or to the program of rules. */
const VERSION = 3;

type Kind = 'bytes' | 'packed' | 'ints' | 'floats';

/** The sections in order, each with what it holds. */
const SECTIONS = {
  /** KeyKinds: mask, shortest prefix, longest prefix. */
  kinds: 'ints',
  /** How many there are of what; the places are named where they are read. */
  counts: 'ints',
  /** See dictionary.ts: which hashes there may be. */
  filter: 'bytes',
  /** The first word of each bucket, where its keys begin; one more than buckets. */
  bucketWords: 'packed',
  bucketOffsets: 'packed',
  /** A byte of each word's hash, and the bytes of its key. */
  fingerprints: 'bytes',
  keyLengths: 'bytes',
  keys: 'bytes',
  /** See trie.ts. */
  nodeEdges: 'packed',
  nodePayloads: 'packed',
  edgeWords: 'packed',
  edgeTargets: 'packed',
  chainWords: 'packed',
  chainTargets: 'packed',
  /** Where the lists of each set begin in setLists; one more than sets. */
  setStarts: 'packed',
  setLists: 'packed',
  /** Where the topics of each list that is no topic's own begin in listTopics: to be evaluated when it is met. */
  listStarts: 'packed',
  listTopics: 'packed',
  /** The rules; see program.ts. */
  program: 'ints',
  /** Where the rule of each topic begins that is more than a list of its own. */
  topicRules: 'packed',
  /** See topic-ids.ts. */
  ids: 'bytes',
  wholeIds: 'packed',
  /** Least values of figures, ascending, and their words. */
  figures: 'floats',
  figureWords: 'packed',
} as const satisfies Record<string, Kind>;

interface Views {
  bytes: Uint8Array;
  packed: Packed;
  ints: Int32Array;
  floats: Float64Array;
}

export type IndexSections = { [K in keyof typeof SECTIONS]: Views[(typeof SECTIONS)[K]] };

const NAMES = Object.keys(SECTIONS) as (keyof IndexSections)[];
const FIXED_WORDS = 4;
const WORDS_PER_SECTION = 3;
const HEADER_BYTES = Math.ceil(((FIXED_WORDS + WORDS_PER_SECTION * NAMES.length) * 4) / 8) * 8;

/** The stored index is not one that this version can use; compile it anew from the pack. */
export class MentionIndexError extends Error {
  override readonly name = 'MentionIndexError';
}

const align = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** A multiplicative checksum over 32-bit words: finds damage, not malice; the store is ours. */
function checksum(words: Int32Array): number {
  let hash = 0x811c9dc5;
  for (let i = FIXED_WORDS; i < words.length; i++) {
    hash = Math.imul(hash ^ (words[i] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash | 0;
}

const isPacked = (section: Views[Kind]): section is Packed => 'width' in section;

/**
 * @param sections the parts of an index
 * @returns the index in one buffer; equal sections give equal bytes
 */
export function writeIndex(sections: IndexSections): ArrayBuffer {
  const rows = NAMES.map((name) => {
    const section = sections[name];
    const view = isPacked(section) ? section.bytes : section;
    const width = isPacked(section) ? section.width : 0;
    return { bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength), width };
  });
  let size = HEADER_BYTES;
  for (const { bytes } of rows) size += align(bytes.length);
  const buffer = new ArrayBuffer(size);
  const words = new Int32Array(buffer);
  let offset = HEADER_BYTES;
  rows.forEach(({ bytes, width }, i) => {
    words.set([offset, bytes.length, width], FIXED_WORDS + WORDS_PER_SECTION * i);
    new Uint8Array(buffer, offset, bytes.length).set(bytes);
    offset += align(bytes.length);
  });
  words.set([MAGIC, VERSION, size, checksum(words)]);
  return buffer;
}

function view(buffer: ArrayBuffer, kind: Kind, offset: number, bytes: number, width: number) {
  if (kind === 'ints') return new Int32Array(buffer, offset, bytes / 4);
  if (kind === 'floats') return new Float64Array(buffer, offset, bytes / 8);
  const plain = new Uint8Array(buffer, offset, bytes);
  return kind === 'bytes' ? plain : { bytes: plain, width };
}

/**
 * Opens an index: views on the buffer, nothing copied.
 * @throws MentionIndexError when it is damaged, cut short or of another version
 */
export function readIndex(buffer: ArrayBuffer): IndexSections {
  if (buffer.byteLength < HEADER_BYTES || buffer.byteLength % 8 !== 0) {
    throw new MentionIndexError('the mention index is cut short');
  }
  const words = new Int32Array(buffer);
  if (words[0] !== MAGIC) throw new MentionIndexError('this is not a mention index');
  if (words[1] !== VERSION) {
    throw new MentionIndexError(`the mention index has version ${words[1]}, not ${VERSION}`);
  }
  if (words[2] !== buffer.byteLength || words[3] !== checksum(words)) {
    throw new MentionIndexError('the mention index is damaged');
  }
  const sections: Partial<Record<keyof IndexSections, Views[Kind]>> = {};
  NAMES.forEach((name, i) => {
    const row = FIXED_WORDS + WORDS_PER_SECTION * i;
    const [offset = 0, bytes = 0, width = 0] = words.subarray(row, row + WORDS_PER_SECTION);
    sections[name] = view(buffer, SECTIONS[name], offset, bytes, width);
  });
  return sections as IndexSections;
}
