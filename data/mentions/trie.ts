/**
 * The trie of all patterns, over numbers of words.
 *
 * A state is one number. Below the count of payloads it is a leaf and the payload itself, so that most
 * edges need no node; then come chains, states with one way on and no payload, which are that way and
 * nothing else; then nodes, the first of them those of the words that begin a term. A payload is the
 * number of a list, or, from the count of lists on, of a set of lists.
 */
import { COUNT_STARTERS } from './dictionary';
import type { IndexSections } from './format';
import { at, countOf } from './packed';

/** Places in the section `counts`; see dictionary.ts for those before. */
export const COUNT_LISTS = 4;
export const COUNT_PAYLOADS = 5;

/** Nodes with fewer edges are searched one by one. */
const FEW = 8;

export interface Trie {
  readonly index: IndexSections;
  readonly payloads: number;
  /** The state of the first node. */
  readonly nodes: number;
  readonly starters: number;
}

export function openTrie(index: IndexSections): Trie {
  const payloads = index.counts[COUNT_PAYLOADS] ?? 0;
  return {
    index,
    payloads,
    nodes: payloads + countOf(index.chainWords),
    starters: index.counts[COUNT_STARTERS] ?? 0,
  };
}

/** @returns the state behind the first word of a pattern, or -1 when none begins with it */
export const startAt = ({ nodes, starters }: Trie, word: number): number =>
  word < starters ? nodes + word : -1;

/** @returns the payload of a state, or -1 */
export function payloadOf({ index, payloads, nodes }: Trie, state: number): number {
  if (state < payloads) return state;
  return state < nodes ? -1 : at(index.nodePayloads, state - nodes) - 1;
}

/** @returns whether any pattern goes on from a state */
export function goesOn({ index, payloads, nodes }: Trie, state: number): boolean {
  if (state < nodes) return state >= payloads;
  const node = state - nodes;
  return at(index.nodeEdges, node) < at(index.nodeEdges, node + 1);
}

/** @returns the state behind a state and a word, or -1 */
export function next({ index, payloads, nodes }: Trie, state: number, word: number): number {
  if (state < payloads) return -1;
  if (state < nodes) {
    const chain = state - payloads;
    return at(index.chainWords, chain) === word ? at(index.chainTargets, chain) : -1;
  }
  const { nodeEdges, edgeWords, edgeTargets } = index;
  let from = at(nodeEdges, state - nodes);
  let to = at(nodeEdges, state - nodes + 1);
  while (to - from > FEW) {
    const middle = (from + to) >>> 1;
    if (at(edgeWords, middle) <= word) from = middle;
    else to = middle;
  }
  for (; from < to; from++) if (at(edgeWords, from) === word) return at(edgeTargets, from);
  return -1;
}
