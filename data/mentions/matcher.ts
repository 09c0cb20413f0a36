/** Finds mentions in a text with compiled indexes. */
import { type Evidence, evaluate, mayHold, select } from './evaluate';
import { byPlace, type Find } from './find';
import { addMeeting, noMeetings } from './meetings';
import { scanKnown } from './scan';
import {
  eachListOf,
  eachTopicOf,
  NEVER,
  numberWords,
  openSegment,
  ruleOf,
  type Segment,
  SOMETIMES,
  topicId,
} from './segment';
import {
  A_NUMBER,
  ALONE,
  INNER,
  isDeadPair,
  type Known,
  markDeadPair,
  meaningOf,
  ownSurfaces,
} from './surfaces';
import { readWords } from './tokenize';
import { goesOn, next, payloadOf, startAt } from './trie';
import { COUNTS, isJoined, mayBeJoined, readNumber, type Words } from './words';

/** A place in a text where a topic's rule holds. */
export interface Mention {
  readonly topic: string;
  /** What is marked: half-open ranges of UTF-16 offsets, ascending, without overlap. */
  readonly parts: readonly (readonly [start: number, end: number])[];
}

export interface SegmentMention extends Mention {
  /** Which of the matcher's indexes the topic is in, from 0. */
  readonly segment: number;
}

/** Opened indexes, a segment each: their texts are read once for all. */
export type Matcher = Known;

/**
 * Opens compiled indexes. Nothing is parsed or copied; the buffers must not change afterwards.
 * @param buffers what `compileMentions` returned, for one pack each
 * @throws MentionIndexError when one is damaged or of another version: compile it anew
 */
export function openMentions(...buffers: readonly ArrayBuffer[]): Matcher {
  const segments = buffers.map(openSegment);
  return { segments, hasNumbers: segments.some(({ hasNumbers }) => hasNumbers) };
}

/** What was met in the block at hand. */
const met = noMeetings();

/** The words of a segment that a word of the text may be. */
function wordsAt(segment: Segment, number: number, words: Words, w: number): readonly number[] {
  const meaning = words.meanings[w] as number;
  if (meaning !== A_NUMBER) return meaningOf(meaning).words[number] as readonly number[];
  const counts = (readNumber(words, w) & COUNTS) !== 0;
  return numberWords(segment, words.values[w] as number, counts);
}

/** Whether the words from first to last are what the hashes took them for. */
function areMeant({ text, starts, ends, meanings }: Words, first: number, last: number): boolean {
  for (let w = first; w <= last; w++) {
    const meaning = meanings[w] as number;
    if (meaning === A_NUMBER) continue;
    const { surface } = meaningOf(meaning);
    const start = starts[w] as number;
    if (surface.length !== (ends[w] as number) - start || !text.startsWith(surface, start)) {
      return false;
    }
  }
  return true;
}

/** Follows the patterns of a segment from a state that was reached with the known word `to`. */
function walk(
  segment: Segment,
  number: number,
  words: Words,
  state: number,
  from: number,
  to: number,
): void {
  const { trie } = segment;
  const payload = payloadOf(trie, state);
  if (payload >= 0 && areMeant(words, from, to)) {
    if (payload < segment.lists) addMeeting(met, number, payload, from, to);
    else eachListOf(segment, payload, (list) => addMeeting(met, number, list, from, to));
  }
  const after = to + 1;
  if (!follows(words, to) || !goesOn(trie, state) || !isJoined(words, after)) return;
  for (const word of wordsAt(segment, number, words, after)) {
    const behind = next(trie, state, word);
    if (behind >= 0) walk(segment, number, words, behind, from, after);
  }
}

/** Whether the next known word is the next of the text, and may be of the same term. */
function follows(words: Words, w: number): boolean {
  const { ordinals, count } = words;
  const after = w + 1;
  if (after === count || ordinals[after] !== (ordinals[w] as number) + 1) return false;
  return mayBeJoined(words, after);
}

/** Follows all patterns that begin with a known word. */
function walkFrom(segments: readonly Segment[], words: Words, w: number): void {
  for (let number = 0; number < segments.length; number++) {
    const segment = segments[number] as Segment;
    for (const word of wordsAt(segment, number, words, w)) {
      const state = startAt(segment.trie, word);
      if (state >= 0) walk(segment, number, words, state, w, w);
    }
  }
}

/** Whether any pattern begins with a known word and goes on with the next. */
function beginsWith(segments: readonly Segment[], words: Words, w: number): boolean {
  return segments.some((segment, number) =>
    wordsAt(segment, number, words, w).some((word) => {
      const state = startAt(segment.trie, word);
      if (state < 0 || !goesOn(segment.trie, state)) return false;
      const after = wordsAt(segment, number, words, w + 1);
      return after.some((word) => next(segment.trie, state, word) >= 0);
    }),
  );
}

/** Meets all lists with the words of a text. */
function meetLists(segments: readonly Segment[], words: Words): void {
  const { count, meanings } = words;
  met.count = 0;
  for (let w = 0; w < count; w++) {
    const meaning = meanings[w] as number;
    if ((meaning & INNER) !== 0) continue;
    if ((meaning & ALONE) === 0) {
      if (!follows(words, w)) continue;
      const after = meanings[w + 1] as number;
      if (isDeadPair(meaning, after)) continue;
      if (after !== A_NUMBER && !beginsWith(segments, words, w)) {
        markDeadPair(meaning, after);
        continue;
      }
    }
    walkFrom(segments, words, w);
  }
}

/** A topic's find, on the way to a mention. */
interface Found {
  readonly segment: number;
  readonly topic: number;
  readonly find: Find;
}

/** Adds what of a topic's finds is marked. */
function addSelected(found: Found[], segment: number, topic: number, finds: readonly Find[]): void {
  for (const find of finds.length > 1 ? select(finds) : finds) found.push({ segment, topic, find });
}

/**
 * The topics of a segment whose rules are more than a list of their own and may hold, by the lists alone
 * that were met. Most often none: this is asked for every word that some rule knows, so it makes nothing.
 */
function candidates(number: number, segment: Segment): Set<number> | null {
  const { plainTopics, index, metIn, suffices } = segment;
  const block = ++segment.blocks.count;
  /** How many lists were met, and the last of them. */
  let different = 0;
  let only = -1;
  for (let i = 0; i < met.count; i++) {
    const list = (met.lists[i] as number) - plainTopics;
    if (met.segments[i] !== number || list < 0 || metIn[list] === block) continue;
    metIn[list] = block;
    different++;
    only = list;
  }
  if (different === 0 || (different === 1 && suffices[only] === NEVER)) return null;
  let topics: Set<number> | null = null;
  for (let i = 0; i < met.count; i++) {
    const list = met.lists[i] as number;
    if (met.segments[i] !== number || list < plainTopics) continue;
    eachTopicOf(segment, list, (topic) => {
      const rule = ruleOf(segment, topic);
      if (!mayHold(rule, index.program, metIn, block, plainTopics)) return;
      topics ??= new Set();
      topics.add(topic);
    });
  }
  if (different === 1) suffices[only] = topics === null ? NEVER : SOMETIMES;
  return topics;
}

/** Adds what is marked of topics whose rules are more than a list of their own. */
function addCombined(
  found: Found[],
  number: number,
  segment: Segment,
  topics: ReadonlySet<number>,
  lists: ReadonlyMap<number, readonly Find[]>,
  text: string,
): void {
  const evidence: Evidence = {
    program: segment.index.program,
    listFinds: (list) => lists.get(list) ?? [],
    sentences: readWords(text).sentences,
    done: new Map(),
  };
  for (const topic of topics) {
    addSelected(found, number, topic, evaluate(ruleOf(segment, topic), evidence));
  }
}

/** The finds of the lists of a segment that were met: at each word at most one, the longest. */
function listFinds(number: number, words: Words, isWanted: (list: number) => boolean) {
  const rows: { list: number; first: number; last: number }[] = [];
  for (let i = 0; i < met.count; i++) {
    const list = met.lists[i] as number;
    if (met.segments[i] !== number || !isWanted(list)) continue;
    const first = words.ordinals[met.froms[i] as number] as number;
    const last = words.ordinals[met.tos[i] as number] as number;
    rows.push({ list, first, last });
  }
  rows.sort((a, b) => a.list - b.list || a.first - b.first || b.last - a.last);
  const lists = new Map<number, Find[]>();
  for (const { list, first, last } of rows) {
    const finds = lists.get(list);
    const find = { first, last, parts: [first, last] };
    if (finds === undefined) lists.set(list, [find]);
    else if (finds.at(-1)?.first !== first) finds.push(find);
  }
  return lists;
}

/** From lists met to the finds of topics. */
function findTopics(segments: readonly Segment[], words: Words): Found[] {
  const found: Found[] = [];
  segments.forEach((segment, number) => {
    const { plainTopics } = segment;
    const topics = candidates(number, segment);
    const lists = listFinds(number, words, (list) => topics !== null || list < plainTopics);
    for (const [list, finds] of lists) {
      if (list < plainTopics) addSelected(found, number, list, finds);
    }
    if (topics !== null) addCombined(found, number, segment, topics, lists, words.text);
  });
  return found;
}

/**
 * Finds the mentions in one block of text.
 * @param matcher opened indexes
 * @param text one block: rules never look across blocks
 * @returns in order of place; offsets are UTF-16 offsets into `text` as it stands
 */
export function findMentions(matcher: Matcher, text: string): SegmentMention[] {
  ownSurfaces(matcher);
  const { segments } = matcher;
  const words = scanKnown(text, matcher);
  if (words.count === 0) return [];
  meetLists(segments, words);
  if (met.count === 0) return [];
  if (met.count === 1) {
    // Most blocks that mention anything mention one thing.
    const segment = met.segments[0] as number;
    const list = met.lists[0] as number;
    const opened = segments[segment] as Segment;
    if (list < opened.plainTopics) {
      const start = words.starts[met.froms[0] as number] as number;
      const end = words.ends[met.tos[0] as number] as number;
      return [{ segment, topic: topicId(opened, list), parts: [[start, end]] }];
    }
  }
  const found = findTopics(segments, words);
  found.sort((a, b) => byPlace(a.find, b.find) || a.segment - b.segment || a.topic - b.topic);
  return found.map(({ segment, topic, find }) => ({
    segment,
    topic: topicId(segments[segment] as Segment, topic),
    parts: ranges(find, words),
  }));
}

/** Where a word of the text is among the known ones. */
function placeOf({ ordinals, count }: Words, ordinal: number): number {
  let [from, to] = [0, count - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ordinals[middle] as number) < ordinal) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What a find paints, in offsets. Parts that run on as one phrase are painted as one. */
function ranges({ parts }: Find, words: Words): [number, number][] {
  const painted: [number, number][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const first = parts[i] as number;
    const place = placeOf(words, first);
    const start = words.starts[place] as number;
    const end = words.ends[placeOf(words, parts[i + 1] as number)] as number;
    const before = painted.at(-1);
    const runsOn = first === (parts[i - 1] ?? -1) + 1 && isJoined(words, place);
    if (before !== undefined && runsOn) before[1] = end;
    else painted.push([start, end]);
  }
  return painted;
}
