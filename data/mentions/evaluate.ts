/** Evaluates rules over the places where their lists were met. Semantics: docs/mention-rules.md. */
import { byPlace, type Find } from './find';
import { near } from './near';
import { FLAG_ORDERED, FLAG_PARAGRAPH, OP_ALL, OP_ANY, OP_LIST } from './program';
import { smallestHulls } from './smallest-hull';

/**
 * Of a part of a `near` no more finds are looked at in one scope. No sentence of prose has as many; a page
 * that is one word ten thousand times would take seconds.
 */
const MOST_FINDS = 64;

/** What rules are evaluated over. */
export interface Evidence {
  readonly program: Int32Array;
  /** The finds of a list: at each word at most one, ascending. */
  readonly listFinds: (list: number) => readonly Find[];
  /** The sentence of each word. */
  readonly sentences: Int32Array;
  /** What rules have found already, by their place: many rules share parts. */
  readonly done: Map<number, readonly Find[]>;
}

/**
 * The finds of a rule.
 * @param at where the rule begins in the program
 * @param evidence the text, as far as rules see it
 * @returns in order of place
 */
export function evaluate(at: number, evidence: Evidence): readonly Find[] {
  const { program, done } = evidence;
  if (program[at] === OP_LIST) return evidence.listFinds(program[at + 1] ?? 0);
  let finds = done.get(at);
  if (finds === undefined) {
    finds = combine(at, evidence);
    done.set(at, finds);
  }
  return finds;
}

/**
 * Whether a rule may hold, by the lists alone that were met; asked first, since it costs next to nothing.
 * @param at where the rule begins in the program
 * @param metIn for each list, less `offset`, the last block in which it was met
 * @param block the number of this one
 */
export function mayHold(
  at: number,
  program: Int32Array,
  metIn: Int32Array,
  block: number,
  offset: number,
): boolean {
  const op = program[at] as number;
  if (op === OP_LIST) return metIn[(program[at + 1] as number) - offset] === block;
  const parts = program[at + 3] as number;
  const givens = parts + (program[at + 4] as number);
  const end = givens + (program[at + 5] as number);
  for (let i = givens; i < end; i++) {
    if (!mayHold(program[at + 6 + i] as number, program, metIn, block, offset)) return false;
  }
  const isAny = op === OP_ANY;
  for (let i = 0; i < parts; i++) {
    if (mayHold(program[at + 6 + i] as number, program, metIn, block, offset) === isAny)
      return isAny;
  }
  return !isAny;
}

function combine(at: number, evidence: Evidence): Find[] {
  const { program, sentences } = evidence;
  const op = program[at];
  const flags = program[at + 1] ?? 0;
  const distance = program[at + 2] ?? 0;
  const counts = [program[at + 3] ?? 0, program[at + 4] ?? 0, program[at + 5] ?? 0];
  const [parts, nots, givens] = counts.map((count, i) => {
    const from = at + 6 + counts.slice(0, i).reduce((a, b) => a + b, 0);
    return [...program.subarray(from, from + count)];
  }) as [number[], number[], number[]];
  if (!givens.every((given) => evaluate(given, evidence).length > 0)) return [];

  const paragraph = (flags & FLAG_PARAGRAPH) !== 0;
  /** The scope a find lies in, or -1 when it reaches over several. */
  const scopeOf = (find: Find) => {
    if (paragraph) return 0;
    const sentence = sentences[find.first] ?? 0;
    return sentence === sentences[find.last] ? sentence : -1;
  };
  const excluded = nots.flatMap((not) => evaluate(not, evidence));

  if (op === OP_ANY) {
    const barred = new Set(excluded.map(scopeOf));
    const union = parts.flatMap((part) => evaluate(part, evidence)).sort(byPlace);
    return union.filter((find, i) => {
      const before = union[i - 1];
      if (before !== undefined && byPlace(before, find) === 0) return false;
      if (barred.size === 0) return true;
      if (paragraph) return !barred.has(0);
      for (let w = find.first; w <= find.last; w++) if (barred.has(sentences[w] ?? 0)) return false;
      return true;
    });
  }

  const scopes = new Map<number, Find[][]>();
  parts.forEach((part, i) => {
    for (const find of evaluate(part, evidence)) {
      const scope = scopeOf(find);
      if (scope < 0) continue;
      const finds = scopes.get(scope) ?? parts.map(() => []);
      finds[i]?.push(find);
      scopes.set(scope, finds);
    }
  });
  const found: Find[] = [];
  for (const [scope, finds] of [...scopes].sort(([a], [b]) => a - b)) {
    if (finds.some((of) => of.length === 0)) continue;
    if (op === OP_ALL) {
      if (excluded.some((find) => scopeOf(find) === scope)) continue;
      found.push(...smallestHulls(finds));
    } else {
      const here = excluded.filter(
        (find) =>
          paragraph ||
          ((sentences[find.first] ?? 0) <= scope && scope <= (sentences[find.last] ?? 0)),
      );
      const some = finds.map((of) => of.slice(0, MOST_FINDS));
      found.push(...near(some, distance, (flags & FLAG_ORDERED) !== 0, here));
    }
  }
  return found;
}

/**
 * The finds of a topic that are marked: leftmost first, longest first, none with a word that
 * another one has.
 * @param finds in any order
 */
export function select(finds: readonly Find[]): Find[] {
  const taken = new Set<number>();
  return [...finds].sort(byPlace).filter((find) => {
    const words: number[] = [];
    for (let i = 0; i < find.parts.length; i += 2) {
      for (let w = find.parts[i] ?? 0; w <= (find.parts[i + 1] ?? 0); w++) words.push(w);
    }
    if (words.some((word) => taken.has(word))) return false;
    for (const word of words) taken.add(word);
    return true;
  });
}
