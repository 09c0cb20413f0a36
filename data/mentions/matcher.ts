/** Finds mentions in a text with a compiled index. */
import { type Evidence, evaluate, select } from './evaluate';
import { byPlace, type Find } from './find';
import { type IndexSections, readIndex } from './format';
import { hashEdge, hashText } from './hash';
import { type KeyKinds, numberTermKey, textKeys } from './keys';
import { COUNTS, DOTTED, JOINED, readWords, type Words } from './tokenize';

/** A place in a text where a topic's rule holds. */
export interface Mention {
  readonly topic: string;
  /** What is marked: half-open ranges of UTF-16 offsets, ascending, without overlap. */
  readonly parts: readonly (readonly [start: number, end: number])[];
}

/** An opened index. */
export interface Matcher {
  readonly index: IndexSections;
  readonly kinds: KeyKinds;
  /** The word ids that a surface may stand for, for surfaces met before. */
  readonly known: Map<string, readonly number[]>;
}

/** Surfaces remembered; a language's everyday words are some ten thousand. */
const MAX_KNOWN = 1 << 15;
/** No term has a longer word. */
const LONGEST_WORD = 200;

const NONE: readonly number[] = [];

/**
 * Opens a compiled index. Nothing is parsed or copied; the buffer must not change afterwards.
 * @param buffer what `compileMentions` returned
 * @throws MentionIndexError when it is damaged or of another version: compile it anew
 */
export function openMentions(buffer: ArrayBuffer): Matcher {
  const index = readIndex(buffer);
  const [mask = 0, shortestPrefix = 0, longestPrefix = 0] = index.kinds;
  return { index, kinds: { mask, shortestPrefix, longestPrefix }, known: new Map() };
}

/** The id of a word by its key, compared in full, or -1. */
function wordId({ wordSlots, wordStarts, wordUnits }: IndexSections, key: string): number {
  const mask = wordSlots.length - 1;
  for (let slot = hashText(key) & mask; ; slot = (slot + 1) & mask) {
    const id = (wordSlots[slot] ?? 0) - 1;
    if (id < 0) return -1;
    const start = wordStarts[id] ?? 0;
    if ((wordStarts[id + 1] ?? 0) - start !== key.length) continue;
    let i = 0;
    while (i < key.length && wordUnits[start + i] === key.charCodeAt(i)) i++;
    if (i === key.length) return id;
  }
}

function nextNode({ edges }: IndexSections, node: number, word: number): number {
  const mask = edges.length / 3 - 1;
  for (let slot = hashEdge(node, word) & mask; ; slot = (slot + 1) & mask) {
    const found = edges[slot * 3] ?? -1;
    if (found === -1) return -1;
    if (found === node && edges[slot * 3 + 1] === word) return edges[slot * 3 + 2] ?? -1;
  }
}

function idsOf(matcher: Matcher, surface: string, flags: number): readonly number[] {
  if (surface.length > LONGEST_WORD) return NONE;
  const known = matcher.known.get(surface);
  if (known !== undefined) return known;
  const ids: number[] = [];
  for (const key of textKeys(surface, flags, matcher.kinds)) {
    const id = wordId(matcher.index, key);
    if (id >= 0 && !ids.includes(id)) ids.push(id);
  }
  if (matcher.known.size >= MAX_KNOWN) matcher.known.clear();
  const kept = ids.length === 0 ? NONE : ids;
  matcher.known.set(surface, kept);
  return kept;
}

/** A number stands for its value as a word, and for the figures it is large enough for. */
function numberIds({ index }: Matcher, value: number, counts: boolean): readonly number[] {
  const ids: number[] = [];
  const word = wordId(index, numberTermKey(value));
  if (word >= 0) ids.push(word);
  const words = index.wordStarts.length - 1;
  for (let i = 0; counts && i < index.figures.length && (index.figures[i] ?? 0) <= value; i++) {
    ids.push(words + i);
  }
  return ids;
}

/** Meets all lists with the words of a text: at each word the longest pattern of each list. */
function meetLists(matcher: Matcher, text: string, words: Words): Map<number, Find[]> {
  const { index } = matcher;
  const ids: (readonly number[])[] = [];
  for (let w = 0; w < words.count; w++) {
    const value = words.values[w] ?? Number.NaN;
    const flags = words.flags[w] ?? 0;
    ids.push(
      Number.isNaN(value)
        ? idsOf(matcher, text.slice(words.starts[w], words.ends[w]), flags & DOTTED)
        : numberIds(matcher, value, (flags & COUNTS) !== 0),
    );
  }
  const met = new Map<number, Find[]>();
  const meet = (list: number, first: number, last: number) => {
    const finds = met.get(list);
    const find = { first, last, parts: [first, last] };
    if (finds === undefined) met.set(list, [find]);
    else if (finds.at(-1)?.first !== first) finds.push(find);
    else if ((finds.at(-1)?.last ?? 0) < last) finds[finds.length - 1] = find;
  };
  const walk = (node: number, first: number, at: number) => {
    for (const id of ids[at] ?? NONE) {
      const next = nextNode(index, node, id);
      if (next < 0) continue;
      const end = index.nodeStarts[next + 1] ?? 0;
      for (let i = index.nodeStarts[next] ?? 0; i < end; i++) {
        meet(index.nodeLists[i] ?? 0, first, at);
      }
      if (at + 1 < words.count && ((words.flags[at + 1] ?? 0) & JOINED) !== 0) {
        walk(next, first, at + 1);
      }
    }
  };
  for (let w = 0; w < words.count; w++) if (ids[w] !== NONE) walk(0, w, w);
  return met;
}

function topicId({ topicStarts, topicUnits }: IndexSections, topic: number): string {
  return String.fromCharCode(
    ...topicUnits.subarray(topicStarts[topic] ?? 0, topicStarts[topic + 1] ?? 0),
  );
}

/**
 * Finds the mentions in one block of text.
 * @param matcher an opened index
 * @param text one block: rules never look across blocks
 * @returns in order of place; offsets are UTF-16 offsets into `text` as it stands
 */
export function findMentions(matcher: Matcher, text: string): Mention[] {
  const { index } = matcher;
  const words = readWords(text);
  const met = meetLists(matcher, text, words);
  if (met.size === 0) return [];
  const topics = new Set<number>();
  for (const list of met.keys()) {
    const end = index.listStarts[list + 1] ?? 0;
    for (let i = index.listStarts[list] ?? 0; i < end; i++) topics.add(index.listTopics[i] ?? 0);
  }
  const evidence: Evidence = {
    program: index.program,
    listFinds: (list) => met.get(list) ?? [],
    sentences: words.sentences,
    done: new Map(),
  };
  const found: { topic: number; find: Find }[] = [];
  for (const topic of topics) {
    const finds = select(evaluate(index.topicRules[topic] ?? 0, evidence));
    for (const find of finds) found.push({ topic, find });
  }
  found.sort((a, b) => byPlace(a.find, b.find) || a.topic - b.topic);
  return found.map(({ topic, find }) => ({
    topic: topicId(index, topic),
    parts: ranges(find, words),
  }));
}

/** What a find paints, in offsets. Parts that run on as one phrase are painted as one. */
function ranges({ parts }: Find, { starts, ends, flags }: Words): [number, number][] {
  const painted: [number, number][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const first = parts[i] ?? 0;
    const start = starts[first] ?? 0;
    const end = ends[parts[i + 1] ?? first] ?? start;
    const before = painted.at(-1);
    const runsOn = first === (parts[i - 1] ?? -1) + 1 && ((flags[first] ?? 0) & JOINED) !== 0;
    if (before !== undefined && runsOn) before[1] = end;
    else painted.push([start, end]);
  }
  return painted;
}
