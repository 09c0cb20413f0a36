/**
 * Why a rule holds: the lists' finds in a block with the terms, as written, that met there.
 *
 * For the author's tools. Nothing here is indexed or packed: it is slow, and says more than the
 * matcher can. The only file of theirs that knows how terms and words meet; what combined rules make
 * of it is evaluated by the engine's own code.
 */
import type { Rule, Term } from '../model';
import type { MentionSource } from './compile';
import { evaluate } from './evaluate';
import { byPlace, type Find } from './find';
import { kindsOf, numberTermKey, textKeys } from './keys';
import { listName, openLists } from './lists';
import { expand, FIGURE, type Pattern } from './patterns';
import { emitRule, type Program } from './program';
import { type CombinedRule, type ListRule, type ResolvedRule, resolveRule } from './rules';
import { readWords } from './tokenize';
import { COUNTS, DOTTED, JOINED } from './words';

/** Steps from the top of the pack to a value: `['topics', 2, 'mention', 'any', 0]`. */
type Path = readonly (string | number)[];

/** One surface that a term of a list stands for, and where the term is written. */
export interface WrittenTerm {
  readonly term: Term;
  /** The alternative of the term: "North Korea" of "{North|South} Korea". */
  readonly surface: string;
  /** The named list that it is in, without "$"; null for a term in the rule itself. */
  readonly list: string | null;
  readonly path: Path;
}

export interface TracedList {
  readonly op: 'list';
  /** As its author wrote it: a term, a `$name`, or several of them. */
  readonly authored: Rule;
  readonly path: Path;
  readonly rule: ListRule;
}

export interface TracedCombined {
  readonly op: CombinedRule['op'];
  readonly path: Path;
  readonly rule: CombinedRule;
  readonly parts: readonly TracedRule[];
  readonly not: readonly TracedRule[];
  readonly given: readonly TracedRule[];
}

/** A rule as it is evaluated, with where it was written. */
export type TracedRule = TracedList | TracedCombined;

export interface TracedWord {
  /** UTF-16 offsets into the block, half-open. */
  readonly start: number;
  readonly end: number;
  /** From 0. */
  readonly sentence: number;
  /** A term may go on from the word before. */
  readonly joined: boolean;
}

/** A block as rules see it. */
export interface TracedBlock {
  readonly text: string;
  readonly words: readonly TracedWord[];
  /**
   * @param rule a rule of the pack, or one made of its lists
   * @returns its finds, in order of place
   */
  finds(rule: ResolvedRule): readonly Find[];
  /** The terms of a list that stand where it has a find, in the order of the list. */
  written(list: TracedList, find: Find): readonly WrittenTerm[];
}

export interface Trace {
  /** Those with a rule, in the order of the pack. */
  readonly topics: readonly { readonly id: string; readonly rule: TracedRule }[];
  /** All surfaces of a list, in the order of the list. */
  surfaces(list: TracedList): readonly WrittenTerm[];
  /** @param text one block */
  read(text: string): TracedBlock;
}

/** As in the matcher: a longer word is met by nothing. */
const LONGEST_WORD = 200;

const isTerm = (rule: Rule): rule is Term =>
  typeof rule === 'string' || (!Array.isArray(rule) && 'text' in rule);

function traceRule(authored: Rule, rule: ResolvedRule, path: Path): TracedRule {
  if (rule.op === 'list') return { op: 'list', authored, path, rule };
  const node = Array.isArray(authored) || isTerm(authored) ? null : authored;
  const each = (rules: readonly ResolvedRule[], own: readonly Rule[], at: Path) =>
    rules.map((part, i) => traceRule(own[i] ?? [], part, [...at, i]));
  const parts = node === null ? (authored as Rule[]) : (node[rule.op] ?? []);
  return {
    op: rule.op,
    path,
    rule,
    parts: each(rule.parts, parts, node === null ? path : [...path, rule.op]),
    not: each(rule.not, node?.not ?? [], [...path, 'not']),
    given: each(rule.given, node?.given ?? [], [...path, 'given']),
  };
}

/** The lists of a rule, those of its `not` and `given` included. */
export function* listsIn(rule: TracedRule): Generator<TracedList> {
  if (rule.op === 'list') yield rule;
  else for (const part of [...rule.parts, ...rule.not, ...rule.given]) yield* listsIn(part);
}

/** A pattern of a list: `surface` is its place among the list's surfaces. */
interface Entry {
  readonly list: number;
  readonly surface: number;
  readonly pattern: Pattern;
}

/** What stands at one word for one list: the longest surfaces. */
interface Meeting {
  last: number;
  surfaces: number[];
}

/**
 * @param pack its language, named lists of terms, and topics with their rules
 * @throws RuleError where `compileMentions` does
 */
export function openTrace(pack: MentionSource): Trace {
  const lists = openLists(pack.terms, pack.language);
  const topics = pack.topics.flatMap(({ id, mention }, i) =>
    mention === undefined
      ? []
      : [{ id, rule: traceRule(mention, resolveRule(mention, lists), ['topics', i, 'mention']) }],
  );

  function writtenIn(rule: Rule, path: Path, list: string | null): WrittenTerm[] {
    if (isTerm(rule)) {
      const name = typeof rule === 'string' ? listName(rule) : null;
      if (name !== null) {
        const terms = pack.terms[name] ?? [];
        return terms.flatMap((term, i) => writtenIn(term, ['terms', name, i], name));
      }
      const text = typeof rule === 'string' ? rule : rule.text;
      return expand(text).map((surface) => ({ term: rule, surface, list, path }));
    }
    const [parts, at] = Array.isArray(rule) ? [rule, path] : [rule.any ?? [], [...path, 'any']];
    return parts.flatMap((part, i) => writtenIn(part, [...at, i], list));
  }
  const known = new Map<TracedList, readonly WrittenTerm[]>();
  const surfaces = (list: TracedList) => {
    const written = known.get(list) ?? writtenIn(list.authored, list.path, null);
    known.set(list, written);
    return written;
  };

  const numbers = new Map<string, number>();
  const byFirstWord = new Map<string, Entry[]>();
  const allPatterns: Pattern[] = [];
  for (const list of topics.flatMap(({ rule }) => [...listsIn(rule)])) {
    if (numbers.has(list.rule.id)) continue;
    const number = numbers.size;
    numbers.set(list.rule.id, number);
    surfaces(list).forEach(({ term, surface }, i) => {
      const options = typeof term === 'string' ? {} : term;
      for (const pattern of lists.term({ ...options, text: surface })) {
        allPatterns.push(pattern);
        const first = pattern[0] ?? '';
        const entries = byFirstWord.get(first) ?? [];
        entries.push({ list: number, surface: i, pattern });
        byFirstWord.set(first, entries);
      }
    });
  }
  const kinds = kindsOf(allPatterns.flat().filter((word) => !word.startsWith(FIGURE)));
  const figures = [...byFirstWord.keys()].filter((word) => word.startsWith(FIGURE));
  const leastOf = (figure: string) => Number(figure.slice(FIGURE.length));
  const listNumber = (id: string) => numbers.get(id) ?? -1;
  const program: Program = { code: [], places: new Map() };
  let code = new Int32Array();
  const places = new WeakMap<ResolvedRule, number>();
  const placeOf = (rule: ResolvedRule) => {
    const place = places.get(rule) ?? emitRule(program, rule, listNumber);
    places.set(rule, place);
    if (code.length < program.code.length) code = Int32Array.from(program.code);
    return place;
  };

  function read(text: string): TracedBlock {
    const read = readWords(text);
    const words: TracedWord[] = [];
    /** The keys that each word has. */
    const keys: Set<string>[] = [];
    /** What each word counts, if it is a figure. */
    const counted: number[] = [];
    for (let w = 0; w < read.count; w++) {
      const [start = 0, end = 0] = [read.starts[w], read.ends[w]];
      const flags = read.flags[w] ?? 0;
      const value = read.values[w] ?? Number.NaN;
      const joined = (flags & JOINED) !== 0;
      words.push({ start, end, sentence: read.sentences[w] ?? 0, joined });
      counted.push((flags & COUNTS) !== 0 ? value : Number.NaN);
      if (!Number.isNaN(value)) keys.push(new Set([numberTermKey(value)]));
      else if (end - start > LONGEST_WORD) keys.push(new Set());
      else keys.push(new Set(textKeys(text.slice(start, end), flags & DOTTED, kinds)));
    }
    const meets = (word: string, w: number) =>
      word.startsWith(FIGURE)
        ? (counted[w] ?? Number.NaN) >= leastOf(word)
        : keys[w]?.has(word) === true;

    const meetings: Map<number, Meeting>[] = [...numbers].map(() => new Map());
    words.forEach((_, first) => {
      const begins = [...(keys[first] ?? []), ...figures.filter((figure) => meets(figure, first))];
      for (const { list, surface, pattern } of begins.flatMap(
        (key) => byFirstWord.get(key) ?? [],
      )) {
        const last = first + pattern.length - 1;
        const stands = pattern.every(
          (word, i) => meets(word, first + i) && (i === 0 || words[first + i]?.joined === true),
        );
        if (!stands) continue;
        const met = meetings[list]?.get(first);
        if (met === undefined || met.last < last) {
          meetings[list]?.set(first, { last, surfaces: [surface] });
        } else if (met.last === last) met.surfaces.push(surface);
      }
    });
    const listFinds = meetings.map((met) =>
      [...met].map(([first, { last }]): Find => ({ first, last, parts: [first, last] })),
    );

    const sentences = Int32Array.from(words, ({ sentence }) => sentence);
    const done = new Map<number, readonly Find[]>();
    return {
      text,
      words,
      finds(rule) {
        const at = placeOf(rule);
        const listFindsOf = (list: number) => listFinds[list] ?? [];
        const evidence = { program: code, listFinds: listFindsOf, sentences, done };
        return [...evaluate(at, evidence)].sort(byPlace);
      },
      written(list, { first, last }) {
        const met = meetings[listNumber(list.rule.id)]?.get(first);
        if (met === undefined || met.last !== last) return [];
        const all = surfaces(list);
        return [...met.surfaces].sort((a, b) => a - b).flatMap((i) => all[i] ?? []);
      },
    };
  }

  return { topics, surfaces, read };
}
