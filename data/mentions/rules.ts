/** From a mention rule as authors write it to the tree that is evaluated. */
import { LIMITS, type Rule, type RuleNode, type Term } from '../model';
import { type Lists, listName } from './lists';
import type { Pattern } from './patterns';
import { RuleError } from './rule-error';

/** A list of terms: its finds are the places where one of its patterns stands. */
export interface ListRule<P = Pattern> {
  readonly op: 'list';
  /** Names the list for sharing: equal ids, equal patterns. */
  readonly id: string;
  readonly patterns: readonly P[];
}

export interface CombinedRule<P = Pattern> {
  readonly op: 'any' | 'all' | 'near';
  readonly parts: readonly ResolvedRule<P>[];
  readonly not: readonly ResolvedRule<P>[];
  readonly given: readonly ResolvedRule<P>[];
  readonly paragraph: boolean;
  readonly distance: number;
  readonly ordered: boolean;
}

export type ResolvedRule<P = Pattern> = ListRule<P> | CombinedRule<P>;

/** Words that may stand between neighbouring parts when a rule does not say. */
const DEFAULT_DISTANCE = 5;
/** The parts of a near are tried in every order, 2ⁿ states a word; see evaluate.ts. */
const MAX_NEAR_PARTS = 6;

const isTerm = (rule: Rule): rule is Term =>
  typeof rule === 'string' || (!Array.isArray(rule) && 'text' in rule);

/** Whether a rule is terms and lists and nothing else, so that it is one list. */
function isFlat(rule: Rule): boolean {
  if (isTerm(rule)) return true;
  if (Array.isArray(rule)) return rule.every(isFlat);
  return rule.any?.every(isFlat) === true && !rule.not && !rule.given;
}

function addPatterns<P>(rule: Rule, lists: Lists<P>, patterns: P[]): void {
  if (isTerm(rule)) {
    const name = typeof rule === 'string' ? listName(rule) : null;
    if (name === null) lists.addTerm(rule, patterns);
    else for (const pattern of lists.named(name)) patterns.push(pattern);
    return;
  }
  for (const part of Array.isArray(rule) ? rule : (rule.any ?? [])) {
    addPatterns(part, lists, patterns);
  }
}

function listRule<P>(rule: Rule, lists: Lists<P>): ListRule<P> {
  const patterns: P[] = [];
  addPatterns(rule, lists, patterns);
  lists.count(patterns.length);
  return { op: 'list', id: JSON.stringify(rule), patterns };
}

/**
 * Checks a rule and looks its lists up.
 * @param rule a topic's `mention`
 * @param lists the pack's lists
 * @throws RuleError with the path to what is wrong
 */
export function resolveRule<P>(rule: Rule, lists: Lists<P>): ResolvedRule<P> {
  return resolve(rule, lists, [], 1);
}

type Path = readonly (string | number)[];

function resolve<P>(rule: Rule, lists: Lists<P>, path: Path, depth: number): ResolvedRule<P> {
  try {
    if (depth > LIMITS.ruleDepth) {
      throw new RuleError(
        `rules are nested more than ${LIMITS.ruleDepth} deep`,
        'move inner parts into a named list',
      );
    }
    if (isFlat(rule)) return listRule(rule, lists);
    const node: RuleNode = Array.isArray(rule) ? { any: rule } : (rule as RuleNode);
    const op = node.near ? 'near' : node.all ? 'all' : 'any';
    const parts = node[op] ?? [];
    if (parts.length === 0) {
      throw new RuleError('this rule has no parts', 'give it any: […], all: […] or near: […]');
    }
    if (op === 'near' && (parts.length < 2 || parts.length > MAX_NEAR_PARTS)) {
      throw new RuleError(
        `near takes two to ${MAX_NEAR_PARTS} parts; this has ${parts.length}`,
        parts.length < 2 ? 'near what? Add a part' : 'use all, or join parts into one list',
      );
    }
    const each = (rules: readonly Rule[] | undefined, key: string) =>
      (rules ?? []).map((part, i) => resolve(part, lists, [...path, key, i], depth + 1));
    const inner = Array.isArray(rule);
    return {
      op,
      parts: parts.map((part, i) =>
        resolve(part, lists, inner ? [...path, i] : [...path, op, i], depth + 1),
      ),
      not: each(node.not, 'not'),
      given: each(node.given, 'given'),
      paragraph: node.within === 'paragraph',
      distance: node.distance ?? DEFAULT_DISTANCE,
      ordered: node.ordered ?? false,
    };
  } catch (error) {
    if (!(error instanceof RuleError) || error.path.length > 0 || error.list !== undefined) {
      throw error;
    }
    throw new RuleError(error.message, error.mend, { path });
  }
}
