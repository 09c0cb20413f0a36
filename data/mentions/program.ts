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

/**
 * Appends a rule.
 * @param program what it is appended to
 * @param rule the rule
 * @param listIndex the number of a list
 * @returns where the rule begins
 */
export function emitRule(
  program: number[],
  rule: ResolvedRule,
  listIndex: (id: string) => number,
): number {
  if (rule.op === 'list') return program.push(OP_LIST, listIndex(rule.id)) - 2;
  const places = [...rule.parts, ...rule.not, ...rule.given].map((part) =>
    emitRule(program, part, listIndex),
  );
  const flags = (rule.paragraph ? FLAG_PARAGRAPH : 0) | (rule.ordered ? FLAG_ORDERED : 0);
  const at = program.length;
  program.push(OPS[rule.op], flags, rule.distance);
  program.push(rule.parts.length, rule.not.length, rule.given.length, ...places);
  return at;
}
