/**
 * Ids of topics, front-coded: each says how many bytes it shares with the one before. Every sixteenth
 * is whole, so that one is read from at most sixteen.
 *
 *     byte: shared, byte: own bytes, the own bytes
 */
import { keyBytes, LONGEST_KEY, readKey, writeKey } from './dictionary';
import { at, type Packed, pack } from './packed';

const WHOLE_EVERY = 16;

export interface TopicIds {
  readonly ids: Uint8Array;
  /** Where each whole id begins. */
  readonly wholeIds: Packed;
}

/** @param topics none longer than {@link LONGEST_KEY} bytes; ids of packs are shorter by far */
export function writeTopicIds(topics: readonly string[]): TopicIds {
  const bytes = new Uint8Array(topics.reduce((sum, id) => sum + 2 + keyBytes(id), 0));
  const wholes: number[] = [];
  let before = new Uint8Array(0);
  let end = 0;
  topics.forEach((topic, i) => {
    const own = new Uint8Array(keyBytes(topic));
    if (own.length > LONGEST_KEY) throw new RangeError(`the topic id "${topic}" is too long`);
    writeKey(topic, own, 0);
    let shared = 0;
    if (i % WHOLE_EVERY === 0) wholes.push(end);
    else while (shared < own.length && own[shared] === before[shared]) shared++;
    bytes[end++] = shared;
    bytes[end++] = own.length - shared;
    bytes.set(own.subarray(shared), end);
    end += own.length - shared;
    before = own;
  });
  return { ids: bytes.slice(0, end), wholeIds: pack(wholes) };
}

/** @returns the id of a topic by its number */
export function readTopicId({ ids, wholeIds }: TopicIds, topic: number): string {
  const buffer = new Uint8Array(LONGEST_KEY);
  let from = at(wholeIds, Math.floor(topic / WHOLE_EVERY));
  let length = 0;
  for (let n = 0; n <= topic % WHOLE_EVERY; n++) {
    const shared = ids[from] ?? 0;
    const own = ids[from + 1] ?? 0;
    buffer.set(ids.subarray(from + 2, from + 2 + own), shared);
    length = shared + own;
    from += 2 + own;
  }
  return readKey(buffer, 0, length);
}
