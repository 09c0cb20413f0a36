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
import { A_NUMBER, meaningOf, NOTHING, valuesOf } from './surfaces';
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

/** The value of each word of the text at hand. */
let values = new Uint16Array(1024);

/** The finds of the lists of a segment: at each word at most one, the longest; ascending. */
type Met = Map<number, Find[]>;

/** The words of a segment that a word of the text may be. */
function wordsAt(words: Words, w: number, segment: number, segments: readonly Segment[]): number[] {
  const value = values[w] as number;
  if (value === NOTHING) return [];
  if (value === A_NUMBER) {
    const counts = (readNumber(words, w) & COUNTS) !== 0;
    return numberWords(segments[segment] as Segment, words.values[w] as number, counts);
  }
  const all = meaningOf(value).words;
  const own: number[] = [];
  for (let i = 0; i < all.length; i += 2) {
    if (all[i] === segment) own.push(all[i + 1] as number);
  }
  return own;
}

/** Whether the words from first to last are what the hashes took them for. */
function areMeant({ text, starts, ends }: Words, first: number, last: number): boolean {
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

/** Meets all lists with the words of a text. */
function meetLists(segments: readonly Segment[], words: Words): Met[] {
  const { count } = words;
  if (values.length < count) values = new Uint16Array(2 * count);
  valuesOf(segments, words, values);
  const mets: Met[] = segments.map(() => new Map());

  function walk(segment: number, state: number, first: number, at: number): void {
    const { trie } = segments[segment] as Segment;
    const payload = payloadOf(trie, state);
    if (payload >= 0 && areMeant(words, first, at)) {
      const met = mets[segment] as Met;
      eachListOf(segments[segment] as Segment, payload, (list) => meet(met, list, first, at));
    }
    const after = at + 1;
    if (after === count || values[after] === NOTHING || !goesOn(trie, state)) return;
    if (!isJoined(words, after)) return;
    for (const word of wordsAt(words, after, segment, segments)) {
      const behind = next(trie, state, word);
      if (behind >= 0) walk(segment, behind, first, after);
    }
  }

  for (let w = 0; w < count; w++) {
    const value = values[w] as number;
    if (value === NOTHING || (value !== A_NUMBER && !meaningOf(value).begins)) continue;
    for (let segment = 0; segment < segments.length; segment++) {
      for (const word of wordsAt(words, w, segment, segments)) {
        const state = startAt((segments[segment] as Segment).trie, word);
        if (state >= 0) walk(segment, state, w, w);
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
