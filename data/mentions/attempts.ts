/**
 * How near each alternative of a rule comes to holding in a block, sentence by sentence.
 *
 * Nothing of the semantics is repeated here. Why a rule whose parts are all there does not hold is
 * found by asking the engine again with a limit taken away: it was that limit if the rule holds then.
 */
import { chosenFinds, foundAt, type Proof, prove } from './explain';
import type { Find } from './find';
import { type Lookalike, openLookalikes } from './lookalike';
import type { Gap, Present } from './near-miss';
import type { CombinedRule } from './rules';
import type { Trace, TracedBlock, TracedCombined, TracedList, TracedRule } from './trace';

/** A stretch of words that a rule is looked for in, both ends included. */
interface Scope {
  readonly first: number;
  readonly last: number;
}

export interface Attempt {
  /** An alternative of the rule: no `any`. */
  readonly rule: TracedRule;
  readonly scope: Scope;
  /** The lists that stand there. */
  readonly present: readonly Present[];
  /** None: it holds. */
  readonly gaps: readonly Gap[];
  /** How much is wrong: of lists that are not there about 1 each, less for all else. */
  readonly cost: number;
}

const within = ({ first, last }: Scope) => {
  return (find: Find) => find.first >= first && find.last <= last;
};

const touches = (a: Scope, b: Scope) => a.first <= b.last && b.first <= a.last;

/** The lists of a proof, in the order of the rule. */
function leaves({ rule, found, parts }: Proof): Present[] {
  return rule.op === 'list' ? [{ rule, found }] : parts.flatMap(leaves);
}

/** An excluding term, a `given` or a limit is mended in one place, and most of the rule held. */
function costOf(gap: Gap): number {
  switch (gap.kind) {
    case 'missing':
      return gap.lookalike !== null ? 0.7 : gap.elsewhere !== null ? 0.8 : 1;
    case 'excluded':
      return 0.3;
    case 'order':
      return 0.4;
    case 'distance':
      // Twenty words too many are as good as another sentence.
      return Math.min(0.8, 0.3 + (gap.words - gap.rule.rule.distance) / 40);
    case 'given':
      return 0.5;
    case 'fit':
      return 0.6;
  }
}

const costs = (gaps: readonly Gap[]) => gaps.reduce((sum, gap) => sum + costOf(gap), 0);

/** An `any` and its parts may ask for the same. */
function distinct(gaps: readonly Gap[]): Gap[] {
  const keyOf = (gap: Gap) =>
    `${gap.kind} ${gap.kind === 'excluded' ? gap.by.rule.rule.id : JSON.stringify(gap.rule.path)}`;
  return [...new Map(gaps.map((gap) => [keyOf(gap), gap])).values()];
}

const nearer = (a: Attempt, b: Attempt) => a.cost - b.cost || b.present.length - a.present.length;

function sentencesOf({ words }: TracedBlock): Scope[] {
  const sentences = new Map<number, { first: number; last: number }>();
  words.forEach(({ sentence }, w) => {
    const known = sentences.get(sentence);
    if (known) known.last = w;
    else sentences.set(sentence, { first: w, last: w });
  });
  return [...sentences.values()];
}

/**
 * @param trace the pack
 * @param block where its rules are looked for
 * @returns of a rule, each alternative in each scope that it looks in
 */
export function openAttempts(trace: Trace, block: TracedBlock): (rule: TracedRule) => Attempt[] {
  const whole: Scope = { first: 0, last: block.words.length - 1 };
  const sentences = sentencesOf(block);
  const lookalike = openLookalikes(trace, block);
  const sentenceOf = (w: number) => block.words[w]?.sentence ?? 0;
  const scopeOf = (rule: TracedCombined, scope: Scope) => (rule.rule.paragraph ? whole : scope);

  function of(rule: TracedRule, scope: Scope): Attempt[] {
    if (rule.op === 'list') return [ofList(rule, scope)];
    if (rule.op === 'any') {
      return rule.parts
        .flatMap((part) => of(part, scope))
        .map((attempt) => throughAny(rule, attempt));
    }
    const scopes = rule.rule.paragraph
      ? [scope]
      : sentences.filter((sentence) => touches(sentence, scope));
    return scopes.map((own) => ofParts(rule, own));
  }

  function ofList(rule: TracedList, scope: Scope): Attempt {
    const find = block.finds(rule.rule).find(within(scope));
    if (find === undefined) return missing(rule, scope, lookalike(rule, scope));
    const present = [{ rule, found: foundAt(rule, find, block) }];
    return { rule, scope, present, gaps: [], cost: 0 };
  }

  function missing(rule: TracedRule, scope: Scope, similar: Lookalike | null): Attempt {
    const elsewhere = block
      .finds(rule.rule)
      .map((find) => ({
        found: foundAt(rule, find, block),
        sentences:
          find.first > scope.last
            ? sentenceOf(find.first) - sentenceOf(scope.last)
            : sentenceOf(find.last) - sentenceOf(scope.first),
      }))
      .sort((a, b) => Math.abs(a.sentences) - Math.abs(b.sentences));
    const gap: Gap = {
      kind: 'missing',
      rule,
      elsewhere: elsewhere[0] ?? null,
      lookalike: similar,
    };
    return { rule, scope, present: [], gaps: [gap], cost: costOf(gap) };
  }

  /** An alternative of an `any`, as far as the `any` itself lets it through. */
  function throughAny(rule: TracedCombined, attempt: Attempt): Attempt {
    const { scope } = attempt;
    if (attempt.cost === 0 && block.finds(rule.rule).some(within(scope))) return attempt;
    const own = [...givenMissing(rule), ...excluded(rule, scopeOf(rule, scope))];
    const gaps = distinct([...attempt.gaps, ...own]);
    return { ...attempt, gaps, cost: costs(gaps) };
  }

  /** An `all` or `near` in one scope. */
  function ofParts(rule: TracedCombined, scope: Scope): Attempt {
    const find = block.finds(rule.rule).find(within(scope));
    if (find !== undefined) {
      const present = leaves(prove(rule, find, block));
      return { rule, scope, present, gaps: [], cost: 0 };
    }
    const parts = rule.parts.map((part) => nearestOf(part, scope));
    const present = parts.flatMap((part) => part.present);
    if (parts.every(({ cost }) => cost === 0)) {
      return limited(rule, scope) ?? { rule, scope, present, ...wrong([{ kind: 'fit', rule }]) };
    }
    const gaps = distinct([
      ...parts.flatMap((part) => part.gaps),
      ...givenMissing(rule),
      // What stands around a near is known only once it is found.
      ...(rule.op === 'all' ? excluded(rule, scope) : []),
    ]);
    return { rule, scope, present, ...wrong(gaps) };
  }

  const wrong = (gaps: readonly Gap[]) => ({ gaps, cost: costs(gaps) });

  /** Of all alternatives the nearest; where nothing of any is there, that the rule is missing. */
  function nearestOf(rule: TracedRule, scope: Scope): Attempt {
    const attempts = of(rule, scope).sort(nearer);
    const [first] = attempts;
    if (first !== undefined && (rule.op === 'list' || first.present.length > 0)) return first;
    const similar = attempts
      .flatMap(({ gaps }) => gaps)
      .flatMap((gap) => (gap.kind === 'missing' && gap.lookalike ? [gap.lookalike] : []));
    return missing(rule, scope, similar[0] ?? null);
  }

  function givenMissing(rule: TracedCombined): Gap[] {
    return rule.given
      .filter((given) => block.finds(given.rule).length === 0)
      .map((given) => ({ kind: 'given', rule: given, gaps: nearestOf(given, whole).gaps }));
  }

  function excluded(rule: TracedCombined, scope: Scope): Gap[] {
    const inScope = rule.op === 'near' ? (find: Find) => touches(find, scope) : within(scope);
    return rule.not.flatMap((not) =>
      block
        .finds(not.rule)
        .filter(inScope)
        .slice(0, 1)
        .flatMap((find) => leaves(prove(not, find, block)).slice(0, 1))
        .map((by): Gap => ({ kind: 'excluded', rule, by })),
    );
  }

  /** The parts are all there: which limits must go for the rule to hold? Null: none helps. */
  function limited(rule: TracedCombined, scope: Scope): Attempt | null {
    const own = rule.rule;
    /** From the one that its author would mend first. */
    const all: ((relaxed: CombinedRule) => CombinedRule)[] = [
      (relaxed) => ({ ...relaxed, given: [] }),
      (relaxed) => ({ ...relaxed, not: [] }),
      (relaxed) => ({ ...relaxed, ordered: false }),
      (relaxed) => ({ ...relaxed, distance: leastDistance(relaxed, scope) }),
    ];
    const limits = rule.op === 'near' ? all : all.slice(0, 2);
    const sets = Array.from({ length: 2 ** limits.length }, (_, bits) =>
      limits.filter((_, i) => (bits & (2 ** i)) !== 0),
    ).sort((a, b) => a.length - b.length);
    for (const set of sets) {
      const relaxed = set.reduce((rule, limit) => limit(rule), own);
      const find = block.finds(relaxed).find(within(scope));
      if (find === undefined) continue;
      const row = chosenFinds(relaxed, find, block).flatMap((chosen, i) => {
        const part = rule.parts[i];
        return part ? [{ ...chosen, part, found: foundAt(part, chosen, block) }] : [];
      });
      const present = row.flatMap(({ part, ...chosen }) => leaves(prove(part, chosen, block)));
      row.sort((a, b) => a.first - b.first);
      const around = { first: find.first - own.distance, last: find.last + own.distance };
      const far = row.flatMap((after, i): Gap[] => {
        const before = row[i - 1];
        const words = before ? after.first - before.last - 1 : 0;
        if (before === undefined || words <= own.distance) return [];
        return [{ kind: 'distance', rule, before: before.found, after: after.found, words }];
      });
      const gaps: Gap[] = [
        ...(relaxed.given === own.given ? [] : givenMissing(rule)),
        ...(relaxed.not === own.not ? [] : excluded(rule, rule.op === 'near' ? around : scope)),
        ...(relaxed.ordered === own.ordered
          ? []
          : [{ kind: 'order' as const, rule, order: row.map(({ found }) => found) }]),
        ...(rule.op === 'near' ? far : []),
      ];
      return { rule, scope, present, ...wrong(gaps) };
    }
    return null;
  }

  /** The least distance with which a `near` holds in a scope, or one that is too long for it. */
  function leastDistance(rule: CombinedRule, scope: Scope): number {
    const longest = scope.last - scope.first + 1;
    for (let distance = rule.distance + 1; distance < longest; distance++) {
      if (block.finds({ ...rule, distance }).some(within(scope))) return distance;
    }
    return longest;
  }

  return (rule) => of(rule, whole);
}
