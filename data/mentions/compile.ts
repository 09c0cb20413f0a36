/** From a pack's terms and rules to the index that the matcher opens. */
import type { Rule, Term } from '../model';
import { type IndexSections, writeIndex } from './format';
import { hashEdge, hashText, tableSize } from './hash';
import { kindsOf } from './keys';
import { checkSize, openLists } from './lists';
import { FIGURE } from './patterns';
import { emitRule, type Program } from './program';
import { RuleError } from './rule-error';
import { type ListRule, type ResolvedRule, resolveRule } from './rules';

/** What of a pack decides its mentions. */
export interface MentionSource {
  readonly language: string;
  readonly terms: Readonly<Record<string, readonly Term[]>>;
  readonly topics: readonly { readonly id: string; readonly mention?: Rule | undefined }[];
}

function eachList(rule: ResolvedRule, visit: (list: ListRule) => void): void {
  if (rule.op === 'list') visit(rule);
  else for (const part of [...rule.parts, ...rule.not, ...rule.given]) eachList(part, visit);
}

/** The lists of which one must be met for a rule to hold; the rarest choice, by size. */
function triggers(rule: ResolvedRule): ListRule[] {
  if (rule.op === 'list') return [rule];
  const parts = rule.parts.map(triggers);
  if (rule.op === 'any') return parts.flat();
  const size = (lists: ListRule[]) => lists.reduce((sum, list) => sum + list.patterns.length, 0);
  return parts.reduce((rarest, part) => (size(part) < size(rarest) ? part : rarest));
}

/** Rows of numbers, laid end to end, and where each begins. */
function flatten(rows: readonly (readonly number[])[]) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.length;
  });
  const all = new Int32Array(starts[rows.length] ?? 0);
  rows.forEach((row, i) => {
    all.set(row, starts[i]);
  });
  return [starts, all] as const;
}

function flattenTexts(texts: readonly string[]) {
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = (starts[i] ?? 0) + text.length;
  });
  const units = new Uint16Array(starts[texts.length] ?? 0);
  texts.forEach((text, row) => {
    const start = starts[row] ?? 0;
    for (let i = 0; i < text.length; i++) units[start + i] = text.charCodeAt(i);
  });
  return [starts, units] as const;
}

function wordTable(words: readonly string[]) {
  const slots = new Int32Array(tableSize(words.length));
  words.forEach((word, id) => {
    let slot = hashText(word) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  });
  return slots;
}

function edgeTable(edges: readonly (readonly [node: number, word: number, next: number])[]) {
  const size = tableSize(edges.length);
  const table = new Int32Array(size * 3).fill(-1);
  for (const edge of edges) {
    let slot = hashEdge(edge[0], edge[1]) & (size - 1);
    while (table[slot * 3] !== -1) slot = (slot + 1) & (size - 1);
    table.set(edge, slot * 3);
  }
  return table;
}

/** Numbers the words of all lists: words first, then figures by their least value. */
function numberWords(lists: readonly ListRule[]) {
  const words = new Map<string, number>();
  const figures = new Set<number>();
  for (const { patterns } of lists) {
    for (const word of patterns.flat()) {
      if (word.startsWith(FIGURE)) figures.add(Number(word.slice(FIGURE.length)));
      else if (!words.has(word)) words.set(word, words.size);
    }
  }
  const leasts = [...figures].sort((a, b) => a - b);
  const idOf = (word: string) =>
    word.startsWith(FIGURE)
      ? words.size + leasts.indexOf(Number(word.slice(FIGURE.length)))
      : (words.get(word) ?? -1);
  return { words: [...words.keys()], leasts, idOf };
}

/** The trie of all patterns, and the lists that end at each of its nodes. */
function buildTrie(lists: readonly ListRule[], idOf: (word: string) => number) {
  const next: Map<number, number>[] = [new Map()];
  const ends: number[][] = [[]];
  lists.forEach(({ patterns }, list) => {
    for (const pattern of patterns) {
      let node = 0;
      for (const word of pattern) {
        const id = idOf(word);
        let child = next[node]?.get(id);
        if (child === undefined) {
          child = next.push(new Map()) - 1;
          ends.push([]);
          next[node]?.set(id, child);
        }
        node = child;
      }
      const here = ends[node];
      if (here?.at(-1) !== list) here?.push(list);
    }
  });
  const edges = next.flatMap((children, node) =>
    [...children].map(([word, child]) => [node, word, child] as const),
  );
  return { edges, ends };
}

/**
 * Compiles the mention rules of a pack.
 * @param pack its language, named lists of terms, and topics with their rules
 * @returns the index, to be stored and opened with `openMentions`; equal packs give equal bytes
 * @throws RuleError naming the topic or list, the place in it and what to do
 */
export function compileMentions(pack: MentionSource): ArrayBuffer {
  checkSize(pack.terms);
  const named = openLists(pack.terms, pack.language);
  // Also the lists that no rule uses: an error in one is an error of the pack.
  for (const name of Object.keys(pack.terms)) named.named(name);
  const lists: ListRule[] = [];
  const listNumbers = new Map<string, number>();
  const listTopics: number[][] = [];
  const topics: { id: string; rule: ResolvedRule }[] = [];
  for (const { id, mention } of pack.topics) {
    if (mention === undefined) continue;
    try {
      topics.push({ id, rule: resolveRule(mention, named) });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const { message, mend, path, list } = error;
      throw new RuleError(message, mend, { topic: id, path, ...(list && { list }) });
    }
  }
  for (const { rule } of topics) {
    eachList(rule, (list) => {
      if (listNumbers.has(list.id)) return;
      listNumbers.set(list.id, lists.push(list) - 1);
      listTopics.push([]);
    });
  }
  const listIndex = (id: string) => listNumbers.get(id) ?? 0;
  const program: Program = { code: [], places: new Map() };
  const topicRules = topics.map(({ rule }, topic) => {
    for (const list of new Set(triggers(rule))) {
      const waiting = listTopics[listIndex(list.id)];
      if (waiting?.at(-1) !== topic) waiting?.push(topic);
    }
    return emitRule(program, rule, listIndex);
  });
  const { words, leasts, idOf } = numberWords(lists);
  const { edges, ends } = buildTrie(lists, idOf);
  const kinds = kindsOf(words);
  const [wordStarts, wordUnits] = flattenTexts(words);
  const [nodeStarts, nodeLists] = flatten(ends);
  const [listStarts, allListTopics] = flatten(listTopics);
  const [topicStarts, topicUnits] = flattenTexts(topics.map(({ id }) => id));
  const sections: IndexSections = {
    kinds: Int32Array.of(kinds.mask, kinds.shortestPrefix, kinds.longestPrefix),
    wordSlots: wordTable(words),
    wordStarts,
    wordUnits,
    figures: Float64Array.from(leasts),
    edges: edgeTable(edges),
    nodeStarts,
    nodeLists,
    listStarts,
    listTopics: allListTopics,
    program: Int32Array.from(program.code),
    topicRules: Int32Array.from(topicRules),
    topicStarts,
    topicUnits,
  };
  return writeIndex(sections);
}
