/** One pack's index, opened: a matcher has one or several. */

import { findWord } from './dictionary';
import type { IndexSections } from './format';
import { readIndex } from './format';
import { type KeyKinds, numberTermKey } from './keys';
import { at } from './packed';
import { readTopicId } from './topic-ids';
import { COUNT_LISTS, openTrie, type Trie } from './trie';

/** In the section `counts`: topics that are a list of their own, in the place of that list. */
export const COUNT_PLAIN_TOPICS = 6;
/** Words that are numbers or stand for figures, and how many of them begin a term. */
export const COUNT_NUMBERS = 7;
export const COUNT_NUMBERS_BEGIN = 8;

/** What `suffices` says of a list: nothing yet, or what was found when it was first met alone. */
export const UNKNOWN = 0;
export const NEVER = 1;
export const SOMETIMES = 2;

export interface Segment {
  readonly index: IndexSections;
  readonly trie: Trie;
  readonly kinds: KeyKinds;
  readonly lists: number;
  readonly plainTopics: number;
  readonly hasNumbers: boolean;
  readonly numbersBegin: boolean;
  /** For each list that is no topic's own the last block in which it was met. */
  readonly metIn: Int32Array;
  readonly blocks: { count: number };
  /** For each of them whether a rule may hold with no other list met: see {@link UNKNOWN}. */
  readonly suffices: Uint8Array;
  /** Ids of topics that were found before: reading one takes a microsecond. */
  readonly ids: Map<number, string>;
}

/**
 * @param buffer what `compileMentions` returned
 * @throws MentionIndexError when it is damaged or of another version
 */
export function openSegment(buffer: ArrayBuffer): Segment {
  const index = readIndex(buffer);
  const lists = index.counts[COUNT_LISTS] ?? 0;
  const plainTopics = index.counts[COUNT_PLAIN_TOPICS] ?? 0;
  const [mask = 0, shortestPrefix = 0, longestPrefix = 0] = index.kinds;
  return {
    index,
    trie: openTrie(index),
    kinds: { mask, shortestPrefix, longestPrefix },
    lists,
    plainTopics,
    hasNumbers: (index.counts[COUNT_NUMBERS] ?? 0) > 0,
    numbersBegin: (index.counts[COUNT_NUMBERS_BEGIN] ?? 0) > 0,
    metIn: new Int32Array(Math.max(0, lists - plainTopics)),
    blocks: { count: 0 },
    suffices: new Uint8Array(Math.max(0, lists - plainTopics)),
    ids: new Map(),
  };
}

export function topicId({ index, ids }: Segment, topic: number): string {
  let id = ids.get(topic);
  if (id === undefined) {
    id = readTopicId(index, topic);
    ids.set(topic, id);
  }
  return id;
}

/** A number stands for its value as a word, and for the figures it is large enough for. */
export function numberWords(
  { index, hasNumbers }: Segment,
  value: number,
  counts: boolean,
): readonly number[] {
  if (!hasNumbers) return [];
  const words: number[] = [];
  const word = findWord(index, numberTermKey(value));
  if (word >= 0) words.push(word);
  for (let i = 0; counts && i < index.figures.length && (index.figures[i] ?? 0) <= value; i++) {
    words.push(at(index.figureWords, i));
  }
  return words;
}

/** @param visit called with each list of a payload */
export function eachListOf(
  { index, lists }: Segment,
  payload: number,
  visit: (list: number) => void,
) {
  if (payload < lists) {
    visit(payload);
    return;
  }
  const set = payload - lists;
  const end = at(index.setStarts, set + 1);
  for (let i = at(index.setStarts, set); i < end; i++) visit(at(index.setLists, i));
}

/**
 * @param list a list that is no topic's own
 * @param visit called with each topic that is to be evaluated when the list was met
 */
export function eachTopicOf(
  { index, plainTopics }: Segment,
  list: number,
  visit: (topic: number) => void,
): void {
  const end = at(index.listStarts, list - plainTopics + 1);
  for (let i = at(index.listStarts, list - plainTopics); i < end; i++)
    visit(at(index.listTopics, i));
}

/**
 * @param topic one that is more than a list of its own
 * @returns where its rule begins in the program
 */
export const ruleOf = ({ index, plainTopics }: Segment, topic: number): number =>
  at(index.topicRules, topic - plainTopics);
