/** Finds mentions in a text with compiled indexes. */
import { type Evidence, evaluate, select } from './evaluate';
import { byPlace, type Find } from './find';
import {
  eachListOf,
  eachTopicOf,
  numberWords,
  openSegment,
  ruleOf,
  type Segment,
  topicId,
} from './segment';
import { A_NUMBER, meaningOf, NOTHING, readMeanings } from './surfaces';
import { COUNTS, isJoined, readNumber, scanWords, settle, type Words } from './tokenize';
import { goesOn, next, payloadOf, startAt } from './trie';

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
export interface Matcher {
  readonly segments: readonly Segment[];
}

/**
 * Opens compiled indexes. Nothing is parsed or copied; the buffers must not change afterwards.
 * @param buffers what `compileMentions` returned, for one pack each
 * @throws MentionIndexError when one is damaged or of another version: compile it anew
 */
export function openMentions(...buffers: readonly ArrayBuffer[]): Matcher {
  return { segments: buffers.map(openSegment) };
}

/** The finds of the lists of a segment: at each word at most one, the longest; ascending. */
type Met = Map<number, Find[]>;

/** The block that is being looked at; one at a time, so that nothing is made for a block without finds. */
interface Block {
  readonly segments: readonly Segment[];
  readonly words: Words;
  readonly values: Uint16Array;
  /** By segment; empty until something is met. */
  readonly mets: Met[];
}

/** The words of a segment that a word of the text may be. */
function wordsAt({ segments, words, values }: Block, w: number, segment: number) {
  const value = values[w] as number;
  if (value !== A_NUMBER) return meaningOf(value).words[segment] as readonly number[];
  const counts = (readNumber(words, w) & COUNTS) !== 0;
  return numberWords(segments[segment] as Segment, words.values[w] as number, counts);
}

/** Whether the words from first to last are what the hashes took them for. */
function areMeant({ words, values }: Block, first: number, last: number): boolean {
  const { text, starts, ends } = words;
  for (let w = first; w <= last; w++) {
    const value = values[w] as number;
    if (value === A_NUMBER) continue;
    const { surface } = meaningOf(value);
    const start = starts[w] as number;
    if (surface.length !== (ends[w] as number) - start || !text.startsWith(surface, start)) {
      return false;
    }
  }
  return true;
}

function meet(met: Met, list: number, first: number, last: number): void {
  const finds = met.get(list);
  const find = { first, last, parts: [first, last] };
  if (finds === undefined) met.set(list, [find]);
  else if (finds.at(-1)?.first !== first) finds.push(find);
  else if ((finds.at(-1)?.last ?? 0) < last) finds[finds.length - 1] = find;
}

/** Follows the patterns of a segment from a state that was reached with the word `at`. */
function walk(block: Block, segment: number, state: number, first: number, at: number): void {
  const { segments, words, values, mets } = block;
  const opened = segments[segment] as Segment;
  const payload = payloadOf(opened.trie, state);
  if (payload >= 0 && areMeant(block, first, at)) {
    while (mets.length <= segment) mets.push(new Map());
    const met = mets[segment] as Met;
    eachListOf(opened, payload, (list) => meet(met, list, first, at));
  }
  const after = at + 1;
  if (after === words.count || values[after] === NOTHING || !goesOn(opened.trie, state)) return;
  if (!isJoined(words, after)) return;
  for (const word of wordsAt(block, after, segment)) {
    const behind = next(opened.trie, state, word);
    if (behind >= 0) walk(block, segment, behind, first, after);
  }
}

/** Meets all lists with the words of a text. */
function meetLists(segments: readonly Segment[], words: Words): Met[] {
  const { values, begins, count } = readMeanings(segments, words);
  const mets: Met[] = [];
  if (count === 0) return mets;
  const block: Block = { segments, words, values, mets };
  for (let i = 0; i < count; i++) {
    const w = begins[i] as number;
    for (let segment = 0; segment < segments.length; segment++) {
      for (const word of wordsAt(block, w, segment)) {
        const state = startAt((segments[segment] as Segment).trie, word);
        if (state >= 0) walk(block, segment, state, w, w);
      }
    }
  }
  return mets;
}

/** The finds of each topic of a segment that are marked. */
function topicFinds(segment: Segment, met: Met, words: Words): { topic: number; find: Find }[] {
  const topics = new Set<number>();
  for (const list of met.keys()) eachTopicOf(segment, list, (topic) => topics.add(topic));
  let evidence: Evidence | null = null;
  const found: { topic: number; find: Find }[] = [];
  for (const topic of topics) {
    const rule = ruleOf(segment, topic);
    let finds: readonly Find[] = [];
    if (rule < 0) {
      finds = met.get(topic) ?? [];
    } else {
      if (evidence === null) {
        settle(words);
        evidence = {
          program: segment.index.program,
          listFinds: (list) => met.get(list) ?? [],
          sentences: words.sentences,
          done: new Map(),
        };
      }
      finds = evaluate(rule, evidence);
    }
    for (const find of finds.length > 1 ? select(finds) : finds) found.push({ topic, find });
  }
  return found;
}

/**
 * Finds the mentions in one block of text.
 * @param matcher opened indexes
 * @param text one block: rules never look across blocks
 * @returns in order of place; offsets are UTF-16 offsets into `text` as it stands
 */
export function findMentions({ segments }: Matcher, text: string): SegmentMention[] {
  const words = scanWords(text);
  const mets = meetLists(segments, words);
  if (mets.length === 0) return [];
  const found = mets.flatMap((met, segment) =>
    met.size === 0
      ? []
      : topicFinds(segments[segment] as Segment, met, words).map((one) => ({ segment, ...one })),
  );
  found.sort((a, b) => byPlace(a.find, b.find) || a.segment - b.segment || a.topic - b.topic);
  return found.map(({ segment, topic, find }) => ({
    segment,
    topic: topicId(segments[segment] as Segment, topic),
    parts: ranges(find, words),
  }));
}

/** What a find paints, in offsets. Parts that run on as one phrase are painted as one. */
function ranges({ parts }: Find, words: Words): [number, number][] {
  const { starts, ends } = words;
  const painted: [number, number][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const first = parts[i] ?? 0;
    const start = starts[first] ?? 0;
    const end = ends[parts[i + 1] ?? first] ?? start;
    const before = painted.at(-1);
    const runsOn = first === (parts[i - 1] ?? -1) + 1 && isJoined(words, first);
    if (before !== undefined && runsOn) before[1] = end;
    else painted.push([start, end]);
  }
  return painted;
}
