/** From a pack's terms and rules to the index that the matcher opens. */
import type { Rule, Term } from '../model';
import { buildTrie } from './build-trie';
import { layOutWords } from './dictionary';
import { type IndexSections, writeIndex } from './format';
import { filled, type Growing, growing, push } from './growing';
import { isNumberTermKey, kindsOf } from './keys';
import { createLexicon, type Lexicon } from './lexicon';
import { checkSize, type Lists, openLists } from './lists';
import { pack as packed } from './packed';
import { FIGURE } from './patterns';
import { emitRule, type Program } from './program';
import { RuleError } from './rule-error';
import { type ListRule, type ResolvedRule, resolveRule } from './rules';
import { writeTopicIds } from './topic-ids';

/** What of a pack decides its mentions. */
export interface MentionSource {
  readonly language: string;
  readonly terms: Readonly<Record<string, readonly Term[]>>;
  readonly topics: readonly { readonly id: string; readonly mention?: Rule | undefined }[];
}

type List = ListRule<number>;
type Resolved = ResolvedRule<number>;

interface Topic {
  readonly id: string;
  readonly rule: Resolved;
}

/** Topics resolved between two yields: a millisecond or two. */
const SLICE = 250;

function eachList(rule: Resolved, visit: (list: List) => void): void {
  if (rule.op === 'list') visit(rule);
  else for (const part of [...rule.parts, ...rule.not, ...rule.given]) eachList(part, visit);
}

/** The lists of which one must be met for a rule to hold; the rarest choice, by size. */
function triggers(rule: Resolved): List[] {
  if (rule.op === 'list') return [rule];
  const parts = rule.parts.map(triggers);
  if (rule.op === 'any') return parts.flat();
  const size = (lists: List[]) => lists.reduce((sum, list) => sum + list.patterns.length, 0);
  return parts.reduce((rarest, part) => (size(part) < size(rarest) ? part : rarest));
}

/** The lists of a pack while it is compiled. */
interface Compiling {
  readonly lexicon: Lexicon;
  /** Topics that are a list of their own; their lists have the same numbers. */
  readonly plain: string[];
  /** Which pattern is in which list, lists ascending. */
  readonly patterns: Growing;
  readonly lists: Growing;
  readonly others: Topic[];
}

/**
 * A rule that is terms and nothing else. A gazetteer has a million of them, so nothing is made for one.
 */
function ownTerms(rule: Rule): readonly Term[] | null {
  const rules = Array.isArray(rule) ? rule : [rule];
  for (const one of rules) {
    if (typeof one === 'string' ? one.startsWith('$') : !('text' in one)) return null;
  }
  return rules as readonly Term[];
}

/** Looks all rules up. */
function* resolveTopics(source: MentionSource): Generator<void, Compiling> {
  checkSize(source.terms);
  const lexicon = createLexicon();
  const lists = openLists(source.terms, source.language, lexicon);
  // Also the lists that no rule uses: an error in one is an error of the pack.
  for (const name of Object.keys(source.terms)) {
    lists.named(name);
    yield;
  }
  const compiling: Compiling = {
    lexicon,
    plain: [],
    patterns: growing(),
    lists: growing(),
    others: [],
  };
  const found: number[] = [];
  let resolved = 0;
  for (const { id, mention } of source.topics) {
    if (mention === undefined) continue;
    if (++resolved % SLICE === 0) yield;
    try {
      const terms = ownTerms(mention);
      if (terms === null || terms.length === 0) {
        compiling.others.push({ id, rule: resolveRule(mention, lists) });
        continue;
      }
      found.length = 0;
      terms.forEach((term, i) => {
        addTerm(lists, term, found, Array.isArray(mention) ? [i] : []);
      });
      lists.count(found.length);
      for (const pattern of found) {
        push(compiling.patterns, pattern);
        push(compiling.lists, compiling.plain.length);
      }
      compiling.plain.push(id);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const { message, mend, path, list } = error;
      throw new RuleError(message, mend, { topic: id, path, ...(list && { list }) });
    }
  }
  return compiling;
}

function addTerm(lists: Lists<number>, term: Term, found: number[], path: readonly number[]): void {
  try {
    lists.addTerm(term, found);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new RuleError(error.message, error.mend, { path });
  }
}

/**
 * Numbers lists and topics. A topic that is a list which no other rule names comes first, in the same
 * place as its list, and needs neither a program nor a row that says which topic the list is of.
 */
function numberLists({ plain, patterns, lists, others }: Compiling) {
  const uses = new Map<string, number>();
  for (const { rule } of others) {
    eachList(rule, ({ id }) => uses.set(id, (uses.get(id) ?? 0) + 1));
  }
  const combined: Topic[] = [];
  let count = plain.length;
  const add = (list: List) => {
    for (const pattern of list.patterns) {
      push(patterns, pattern);
      push(lists, count);
    }
    return count++;
  };
  for (const topic of others) {
    const { id, rule } = topic;
    if (rule.op !== 'list' || uses.get(rule.id) !== 1) combined.push(topic);
    else {
      plain.push(id);
      add(rule);
    }
  }
  const numbers = new Map<string, number>();
  for (const { rule } of combined) {
    eachList(rule, (list) => {
      if (!numbers.has(list.id)) numbers.set(list.id, add(list));
    });
  }
  return { plain, combined, count, listIndex: (id: string) => numbers.get(id) ?? 0 };
}

/** The rules of combined topics, and which of them wait for which list. */
function emitRules({
  plain,
  combined,
  count,
  listIndex,
}: ReturnType<typeof numberLists>): Pick<
  IndexSections,
  'program' | 'topicRules' | 'listStarts' | 'listTopics'
> {
  const program: Program = { code: [], places: new Map() };
  const waiting: number[][] = Array.from({ length: count - plain.length }, () => []);
  const topicRules = combined.map(({ rule }, i) => {
    for (const list of new Set(triggers(rule))) {
      waiting[listIndex(list.id) - plain.length]?.push(plain.length + i);
    }
    return emitRule(program, rule, listIndex);
  });
  const starts = new Int32Array(waiting.length + 1);
  waiting.forEach((topics, i) => {
    starts[i + 1] = (starts[i] ?? 0) + topics.length;
  });
  return {
    program: Int32Array.from(program.code),
    topicRules: packed(topicRules),
    listStarts: packed(starts),
    listTopics: packed(waiting.flat()),
  };
}

const isNumberKey = (key: string) => isNumberTermKey(key) || key.startsWith(FIGURE);

/** Words that stand for any figure from a least value on. */
function figuresAmong(keys: readonly string[], numbers: Int32Array) {
  const found: { least: number; word: number }[] = [];
  keys.forEach((key, word) => {
    if (!key.startsWith(FIGURE)) return;
    found.push({ least: Number(key.slice(FIGURE.length)), word: numbers[word] ?? 0 });
  });
  found.sort((a, b) => a.least - b.least);
  return {
    figures: Float64Array.from(found, ({ least }) => least),
    figureWords: packed(found.map(({ word }) => word)),
  };
}

/**
 * Compiles the mention rules of a pack, a slice of some milliseconds at a time.
 * @param source its language, named lists of terms, and topics with their rules
 * @yields between two slices
 * @returns the index, to be stored and opened with `openMentions`; equal packs give equal bytes
 * @throws RuleError naming the topic or list, the place in it and what to do
 */
export function* compileInSlices(source: MentionSource): Generator<void, ArrayBuffer> {
  const compiling = yield* resolveTopics(source);
  const { lexicon } = compiling;
  const numbered = numberLists(compiling);
  const { plain, combined, count } = numbered;
  yield;
  const rules = emitRules(numbered);
  yield;
  const { words, starts } = lexicon.patterns();
  const entries = { patterns: filled(compiling.patterns), lists: filled(compiling.lists) };
  const isStarter = new Uint8Array(lexicon.keys.length);
  for (const pattern of entries.patterns) isStarter[words[starts[pattern] ?? 0] ?? 0] = 1;
  const dictionary = yield* layOutWords(lexicon.keys, lexicon.hashes(), isStarter);
  const { numbers, starters, starterBuckets, otherBuckets } = dictionary;
  yield;
  yield;
  for (let i = 0; i < words.length; i++) words[i] = numbers[words[i] as number] as number;
  const { sections, payloads } = yield* buildTrie(
    entries,
    { words, starts, starters, wordCount: numbers.length },
    count,
  );
  const numberWords: number[] = [];
  lexicon.keys.forEach((key, word) => {
    if (isNumberKey(key)) numberWords.push(word);
  });
  const kinds = kindsOf(lexicon.keys.filter((key) => !key.startsWith(FIGURE)));
  yield;
  return writeIndex({
    ...dictionary.sections,
    ...sections,
    ...rules,
    ...figuresAmong(lexicon.keys, numbers),
    ...writeTopicIds([...plain, ...combined.map(({ id }) => id)]),
    kinds: Int32Array.of(kinds.mask, kinds.shortestPrefix, kinds.longestPrefix),
    counts: Int32Array.of(
      numbers.length,
      starters,
      starterBuckets,
      otherBuckets,
      count,
      payloads,
      plain.length,
      numberWords.length,
      numberWords.filter((word) => isStarter[word] === 1).length,
    ),
  });
}

/** {@link compileInSlices}, all at once. */
export function compileMentions(source: MentionSource): ArrayBuffer {
  const slices = compileInSlices(source);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
