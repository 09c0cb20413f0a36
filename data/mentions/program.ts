/**
 * Rules as integers, so that they need no parsing when the index is opened.
 *
 *     list:     0, list
 *     combined: op, flags, distance, parts, nots, givens, then the places of those in that order
 */
import type { ResolvedRule } from './rules';

export const OP_LIST = 0;
export const OP_ANY = 1;
export const OP_ALL = 2;
export const OP_NEAR = 3;

export const FLAG_PARAGRAPH = 1;
export const FLAG_ORDERED = 2;

const OPS = { any: OP_ANY, all: OP_ALL, near: OP_NEAR } as const;

/** The rules of a pack, each different one once. */
export interface Program {
  readonly code: number[];
  /** Where a rule stands already, by its code. */
  readonly places: Map<string, number>;
}

/**
 * Appends a rule, unless the same one is there.
 * @param program what it is appended to
 * @param rule the rule
 * @param listIndex the number of a list
 * @returns where the rule begins
 */
export function emitRule<P>(
  program: Program,
  rule: ResolvedRule<P>,
  listIndex: (id: string) => number,
): number {
  const code: number[] = [];
  if (rule.op === 'list') {
    code.push(OP_LIST, listIndex(rule.id));
  } else {
    const inner = [...rule.parts, ...rule.not, ...rule.given];
    const places = inner.map((part) => emitRule(program, part, listIndex));
    const flags = (rule.paragraph ? FLAG_PARAGRAPH : 0) | (rule.ordered ? FLAG_ORDERED : 0);
    code.push(OPS[rule.op], flags, rule.distance);
    code.push(rule.parts.length, rule.not.length, rule.given.length, ...places);
  }
  const key = code.join(' ');
  const known = program.places.get(key);
  if (known !== undefined) return known;
  const place = program.code.length;
  program.places.set(key, place);
  program.code.push(...code);
  return place;
}
