/** Lays out the trie of trie.ts from patterns. */
import type { IndexSections } from './format';
import { filled, type Growing, growing, push } from './growing';
import { pack } from './packed';

/** Patterns end to end: pattern p has the words from starts[p] to starts[p + 1]. */
export interface Patterns {
  readonly starts: Int32Array;
  /** Numbers of words, final: those that begin a term are the lowest. */
  readonly words: Int32Array;
  readonly starters: number;
  readonly wordCount: number;
}

/** Which pattern is in which list; lists ascending. */
export interface Entries {
  readonly patterns: Int32Array;
  readonly lists: Int32Array;
}

export type TrieSections = Pick<
  IndexSections,
  | 'nodeEdges'
  | 'nodePayloads'
  | 'edgeWords'
  | 'edgeTargets'
  | 'chainWords'
  | 'chainTargets'
  | 'setStarts'
  | 'setLists'
>;

/** Work between two yields: some milliseconds. */
const SLICE = 20_000;

/** What a target is until all are counted. */
const LEAF = 0;
const CHAIN = 1;
const NODE = 2;

/**
 * The entries in the order of their patterns' words, a pattern before those that go on from it, equal
 * ones by list. A radix sort from the last word to the first: shorter entries join when their length is
 * reached, before the longer ones.
 */
function* inOrder(entries: Entries, patterns: Patterns): Generator<void, Int32Array> {
  const { starts, words, wordCount } = patterns;
  const count = entries.patterns.length;
  const firsts = new Int32Array(count);
  const lengths = new Int32Array(count);
  let longest = 0;
  for (let entry = 0; entry < count; entry++) {
    const pattern = entries.patterns[entry] as number;
    const first = starts[pattern] as number;
    const length = (starts[pattern + 1] as number) - first;
    firsts[entry] = first;
    lengths[entry] = length;
    longest = Math.max(longest, length);
  }
  const byLength = Array.from({ length: longest + 1 }, () => growing());
  for (let entry = 0; entry < count; entry++) {
    push(byLength[lengths[entry] as number] as Growing, entry);
  }
  yield;
  let sorted = new Int32Array(0);
  for (let depth = longest - 1; depth >= 0; depth--) {
    const joining = filled(byLength[depth + 1] as Growing);
    const before = new Int32Array(joining.length + sorted.length);
    before.set(joining);
    before.set(sorted, joining.length);
    const keys = new Int32Array(before.length);
    for (let i = 0; i < before.length; i++) {
      keys[i] = words[(firsts[before[i] as number] as number) + depth] as number;
    }
    // Few entries are sorted by comparing: a pass over all words would cost more.
    if (before.length < wordCount >>> 4) {
      const places = Array.from(before, (_, i) => i);
      places.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
      sorted = Int32Array.from(places, (place) => before[place] as number);
    } else {
      const free = new Int32Array(wordCount + 1);
      for (let i = 0; i < before.length; i++) {
        const word = keys[i] as number;
        free[word + 1] = (free[word + 1] as number) + 1;
      }
      for (let word = 0; word < wordCount; word++) {
        free[word + 1] = (free[word + 1] as number) + (free[word] as number);
      }
      yield;
      sorted = new Int32Array(before.length);
      for (let i = 0; i < before.length; i++) {
        const word = keys[i] as number;
        sorted[free[word] as number] = before[i] as number;
        free[word] = (free[word] as number) + 1;
      }
    }
    yield;
  }
  return sorted;
}

/**
 * @param entries the patterns of all lists
 * @param patterns their words
 * @param lists how many lists there are
 * @returns the sections, and how many payloads there are
 */
export function* buildTrie(
  entries: Entries,
  patterns: Patterns,
  lists: number,
): Generator<void, { sections: TrieSections; payloads: number }> {
  const { starts, words, starters } = patterns;
  const order = yield* inOrder(entries, patterns);
  const sets = new Map<string, number>();
  const setStarts = growing();
  const setLists = growing();
  push(setStarts, 0);

  // In order of place, since what is read together then lies together.
  const firsts = new Int32Array(order.length);
  const lengths = new Int32Array(order.length);
  const listsOf = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) {
    const entry = order[place] as number;
    const pattern = entries.patterns[entry] as number;
    const first = starts[pattern] as number;
    firsts[place] = first;
    lengths[place] = (starts[pattern + 1] as number) - first;
    listsOf[place] = entries.lists[entry] as number;
  }
  yield;
  const wordAt = (place: number, depth: number) =>
    words[(firsts[place] as number) + depth] as number;
  const endsAt = (place: number, depth: number) => lengths[place] === depth;
  const listAt = (place: number) => listsOf[place] as number;

  /** The payload of the entries from `from` to `to`, which have the same words. */
  function payload(from: number, to: number): number {
    const first = listAt(from);
    if (to === from + 1) return first;
    const all = [first];
    for (let place = from + 1; place < to; place++) {
      if (listAt(place) !== all.at(-1)) all.push(listAt(place));
    }
    if (all.length === 1) return first;
    const key = all.join(' ');
    const known = sets.get(key);
    if (known !== undefined) return known;
    const set = lists + sets.size;
    sets.set(key, set);
    for (const list of all) push(setLists, list);
    push(setStarts, setLists.length);
    return set;
  }

  const nodeEdges = growing();
  const nodePayloads = growing();
  const edgeWords = growing();
  const edgeTargets = growing();
  const chainWords = growing();
  const chainTargets = growing();
  // Nodes still to be laid out: the entries that go through each, and how many words they share.
  const waitingFrom = growing();
  const waitingTo = growing();
  const waitingDepth = growing();

  /** Behind the words that begin at a place, where those that share `depth` words end. */
  function sameUntil(from: number, to: number, depth: number): number {
    const word = wordAt(from, depth);
    let end = from + 1;
    while (end < to && wordAt(end, depth) === word) end++;
    return end;
  }

  /** Where the entries with exactly `depth` words end. */
  function endingUntil(from: number, to: number, depth: number): number {
    let end = from;
    while (end < to && endsAt(end, depth)) end++;
    return end;
  }

  /** The target for entries that share `depth` words. */
  function target(from: number, to: number, depth: number): number {
    const ending = endingUntil(from, to, depth);
    if (ending === to) return (payload(from, to) << 2) | LEAF;
    if (ending === from && sameUntil(from, to, depth) === to) {
      const chain = chainWords.length;
      push(chainWords, wordAt(from, depth));
      push(chainTargets, 0);
      chainTargets.values[chain] = target(from, to, depth + 1);
      return (chain << 2) | CHAIN;
    }
    push(waitingFrom, from);
    push(waitingTo, to);
    push(waitingDepth, depth);
    return ((waitingFrom.length - 1) << 2) | NODE;
  }

  let place = 0;
  for (let word = 0; word < starters; word++) {
    const from = place;
    while (place < order.length && wordAt(place, 0) === word) place++;
    push(waitingFrom, from);
    push(waitingTo, place);
    push(waitingDepth, 1);
  }
  yield;
  let work = 0;
  for (let node = 0; node < waitingFrom.length; node++) {
    const from = waitingFrom.values[node] as number;
    const to = waitingTo.values[node] as number;
    const depth = waitingDepth.values[node] as number;
    push(nodeEdges, edgeWords.length);
    const ending = endingUntil(from, to, depth);
    push(nodePayloads, ending === from ? 0 : payload(from, ending) + 1);
    for (let start = ending; start < to; ) {
      const end = sameUntil(start, to, depth);
      push(edgeWords, wordAt(start, depth));
      push(edgeTargets, target(start, end, depth + 1));
      start = end;
    }
    work += to - from;
    if (work > SLICE) {
      work = 0;
      yield;
    }
  }
  push(nodeEdges, edgeWords.length);

  const payloads = lists + sets.size;
  const firstOf = [0, payloads, payloads + chainWords.length];
  const settle = (targets: Growing) =>
    pack(filled(targets).map((code) => (firstOf[code & 3] as number) + (code >>> 2)));
  yield;
  const sections: TrieSections = {
    nodeEdges: pack(filled(nodeEdges)),
    nodePayloads: pack(filled(nodePayloads)),
    edgeWords: pack(filled(edgeWords)),
    edgeTargets: settle(edgeTargets),
    chainWords: pack(filled(chainWords)),
    chainTargets: settle(chainTargets),
    setStarts: pack(filled(setStarts)),
    setLists: pack(filled(setLists)),
  };
  return { sections, payloads };
}
