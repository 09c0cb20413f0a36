/** Finds mentions in a text with compiled indexes. */
import { type Evidence, evaluate, select } from './evaluate';
import { byPlace, type Find } from './find';
import { scanKnown } from './scan';
import {
  eachListOf,
  eachTopicOf,
  numberWords,
  openSegment,
  ruleOf,
  type Segment,
  topicId,
} from './segment';
import { A_NUMBER, INNER, type Known, meaningOf, ownSurfaces } from './surfaces';
import { readWords } from './tokenize';
import { goesOn, next, payloadOf, startAt } from './trie';
import { COUNTS, isJoined, readNumber, type Words } from './words';

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

/** The finds of the lists of a segment: at each word at most one, the longest; ascending. */
type Met = Map<number, Find[]>;

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

function meet(met: Met, list: number, first: number, last: number): void {
  const finds = met.get(list);
  const find = { first, last, parts: [first, last] };
  if (finds === undefined) met.set(list, [find]);
  else if (finds.at(-1)?.first !== first) finds.push(find);
  else if ((finds.at(-1)?.last ?? 0) < last) finds[finds.length - 1] = find;
}

/** Follows the patterns of a segment from a state that was reached with the known word `at`. */
function walk(
  segment: Segment,
  number: number,
  words: Words,
  mets: Met[],
  state: number,
  first: number,
  at: number,
): void {
  const { trie } = segment;
  const { ordinals } = words;
  const payload = payloadOf(trie, state);
  if (payload >= 0 && areMeant(words, first, at)) {
    while (mets.length <= number) mets.push(new Map());
    const met = mets[number] as Met;
    eachListOf(segment, payload, (list) =>
      meet(met, list, ordinals[first] as number, ordinals[at] as number),
    );
  }
  const after = at + 1;
  if (after === words.count || ordinals[after] !== (ordinals[at] as number) + 1) return;
  if (!goesOn(trie, state) || !isJoined(words, after)) return;
  for (const word of wordsAt(segment, number, words, after)) {
    const behind = next(trie, state, word);
    if (behind >= 0) walk(segment, number, words, mets, behind, first, after);
  }
}

/** Meets all lists with the words of a text. */
function meetLists(segments: readonly Segment[], words: Words): Met[] {
  const { count, meanings } = words;
  const mets: Met[] = [];
  for (let w = 0; w < count; w++) {
    if (((meanings[w] as number) & INNER) !== 0) continue;
    for (let number = 0; number < segments.length; number++) {
      const segment = segments[number] as Segment;
      for (const word of wordsAt(segment, number, words, w)) {
        const state = startAt(segment.trie, word);
        if (state >= 0) walk(segment, number, words, mets, state, w, w);
      }
    }
  }
  return mets;
}

/** The finds of each topic of a segment that are marked. */
function topicFinds(segment: Segment, met: Met, text: string): { topic: number; find: Find }[] {
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
        evidence = {
          program: segment.index.program,
          listFinds: (list) => met.get(list) ?? [],
          sentences: readWords(text).sentences,
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
export function findMentions(matcher: Matcher, text: string): SegmentMention[] {
  ownSurfaces(matcher);
  const words = scanKnown(text, matcher);
  if (words.count === 0) return [];
  const { segments } = matcher;
  const mets = meetLists(segments, words);
  if (mets.length === 0) return [];
  const found = mets.flatMap((met, segment) =>
    topicFinds(segments[segment] as Segment, met, text).map((one) => ({ segment, ...one })),
  );
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
