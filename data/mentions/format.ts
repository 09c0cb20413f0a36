/**
 * The compiled index at rest: one ArrayBuffer of typed arrays, opened without parsing.
 *
 *     int32 magic, version, bytes in all, checksum of what follows, then for each section
 *     its offset in bytes and its length in elements, then the sections, each on 8 bytes.
 */

const MAGIC = 0x4d4e524f; // "ORNM", read as little-endian
/** Raise with every change to the format, to folding, to inflection or to the program of rules. */
const VERSION = 1;

/** The sections in order, each with the type of its elements. */
const SECTIONS = {
  /** KeyKinds: mask, shortest prefix, longest prefix. */
  kinds: Int32Array,
  /** Hash table of words: id + 1, or 0; open addressing, size a power of two. */
  wordSlots: Int32Array,
  /** Where each word's key begins in wordUnits; one more than there are words. */
  wordStarts: Int32Array,
  /** The keys, as UTF-16. */
  wordUnits: Uint16Array,
  /** Least values of figures, ascending; their word ids follow those of wordStarts. */
  figures: Float64Array,
  /** Hash table of the trie: node, word, next node; node -1 where empty. */
  edges: Int32Array,
  /** Where each node's lists begin in nodeLists; one more than there are nodes. */
  nodeStarts: Int32Array,
  nodeLists: Int32Array,
  /** Where each list's topics begin in listTopics: topics to evaluate when the list is met. */
  listStarts: Int32Array,
  listTopics: Int32Array,
  /** The rules; see program.ts. */
  program: Int32Array,
  /** Where each topic's rule begins in program. */
  topicRules: Int32Array,
  /** Where each topic's id begins in topicUnits; one more than there are topics. */
  topicStarts: Int32Array,
  topicUnits: Uint16Array,
} as const;

type SectionTypes = typeof SECTIONS;
export type IndexSections = { [K in keyof SectionTypes]: InstanceType<SectionTypes[K]> };

const NAMES = Object.keys(SECTIONS) as (keyof IndexSections)[];
const FIXED_WORDS = 4;
const HEADER_BYTES = Math.ceil(((FIXED_WORDS + 2 * NAMES.length) * 4) / 8) * 8;

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

/**
 * @param sections the parts of an index
 * @returns the index in one buffer; equal sections give equal bytes
 */
export function writeIndex(sections: IndexSections): ArrayBuffer {
  let bytes = HEADER_BYTES;
  for (const name of NAMES) bytes += align(sections[name].byteLength);
  const buffer = new ArrayBuffer(bytes);
  const words = new Int32Array(buffer);
  let offset = HEADER_BYTES;
  NAMES.forEach((name, i) => {
    const section = sections[name];
    words[FIXED_WORDS + 2 * i] = offset;
    words[FIXED_WORDS + 2 * i + 1] = section.length;
    new Uint8Array(buffer, offset, section.byteLength).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    );
    offset += align(section.byteLength);
  });
  words.set([MAGIC, VERSION, bytes, checksum(words)]);
  return buffer;
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
  const sections: Partial<Record<keyof IndexSections, IndexSections[keyof IndexSections]>> = {};
  NAMES.forEach((name, i) => {
    const offset = words[FIXED_WORDS + 2 * i] ?? 0;
    sections[name] = new SECTIONS[name](buffer, offset, words[FIXED_WORDS + 2 * i + 1] ?? 0);
  });
  return sections as IndexSections;
}
