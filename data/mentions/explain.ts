/**
 * Why a text mentions a topic: for each mention the rules that held, down to the terms.
 *
 * The mentions are those of `findMentions`. Which finds make up a mention follows
 * docs/mention-rules.md, §4: the engine keeps where a rule held, not how.
 */
import { select } from './evaluate';
import { byPlace, type Find } from './find';
import type { Mention } from './matcher';
import type { Trace, TracedBlock, TracedCombined, TracedRule, WrittenTerm } from './trace';

/** A place in a block, in UTF-16 offsets. */
export interface Found {
  /** The hull, half-open. */
  readonly start: number;
  readonly end: number;
  /** What of it is marked, ascending. */
  readonly parts: Mention['parts'];
  /** For a list: the terms that stand here, in the order of the list. */
  readonly terms: readonly WrittenTerm[];
}

/** A rule as it held: with what it found and, of its parts, those that made it hold. */
export interface Proof {
  readonly rule: TracedRule;
  readonly found: Found;
  /** For `any` the one part that was found here; for `all` and `near` each of them. */
  readonly parts: readonly Proof[];
  /** The first find of each `given`. */
  readonly given: readonly Proof[];
}

export interface ExplainedMention extends Mention {
  readonly proof: Proof;
}

/** What a find paints, in offsets. Parts that run on as one phrase are painted as one. */
function painted({ parts }: Find, { words }: TracedBlock): [number, number][] {
  const ranges: [number, number][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const first = parts[i] ?? 0;
    const start = words[first]?.start ?? 0;
    const end = words[parts[i + 1] ?? first]?.end ?? start;
    const before = ranges.at(-1);
    const runsOn = first === (parts[i - 1] ?? -1) + 1 && words[first]?.joined === true;
    if (before !== undefined && runsOn) before[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

/** @returns a find of a rule in offsets */
export function foundAt(rule: TracedRule, find: Find, block: TracedBlock): Found {
  return {
    start: block.words[find.first]?.start ?? 0,
    end: block.words[find.last]?.end ?? 0,
    parts: painted(find, block),
    terms: rule.op === 'list' ? block.written(rule, find) : [],
  };
}

const inside = ({ first, last }: Find) => {
  return (find: Find) => find.first >= first && find.last <= last;
};

/** The choice of §4 for `near`: the first combination, part by part, that fits the hull. */
function chosenOfNear(
  finds: readonly (readonly Find[])[],
  hull: Find,
  distance: number,
  ordered: boolean,
): Find[] | null {
  const chosen: Find[] = [];
  const fits = () => {
    const row = ordered ? chosen : [...chosen].sort((a, b) => a.first - b.first);
    const close = row.every((find, i) => {
      const between = find.first - (row[i - 1]?.last ?? find.first - 1) - 1;
      return between >= 0 && between <= distance;
    });
    return close && row[0]?.first === hull.first && row.at(-1)?.last === hull.last;
  };
  const choose = (part: number): boolean => {
    if (part === finds.length) return fits();
    for (const find of finds[part] ?? []) {
      if (chosen.some((other) => find.first <= other.last && other.first <= find.last)) continue;
      chosen.push(find);
      if (choose(part + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return choose(0) ? chosen : null;
}

/**
 * The finds of its parts that a find of an `all` or `near` is made of, part by part.
 * @param rule the rule, perhaps with other limits than its author gave it
 * @param find one of its finds
 */
export function chosenFinds(
  { op, parts, distance, ordered }: TracedCombined['rule'],
  find: Find,
  block: TracedBlock,
): Find[] {
  const finds = parts.map((part) => block.finds(part).filter(inside(find)));
  const chosen = op === 'near' ? chosenOfNear(finds, find, distance, ordered) : null;
  return chosen ?? finds.flatMap((of) => of.slice(0, 1));
}

/**
 * @param rule a rule of the pack
 * @param find one of its finds in the block
 */
export function prove(rule: TracedRule, find: Find, block: TracedBlock): Proof {
  const found = foundAt(rule, find, block);
  if (rule.op === 'list') return { rule, found, parts: [], given: [] };
  const given = rule.given.flatMap((part) =>
    block
      .finds(part.rule)
      .slice(0, 1)
      .map((first) => prove(part, first, block)),
  );
  if (rule.op === 'any') {
    const parts = rule.parts.flatMap((part) =>
      block
        .finds(part.rule)
        .filter((other) => byPlace(other, find) === 0)
        .map((same) => prove(part, same, block)),
    );
    return { rule, found, parts: parts.slice(0, 1), given };
  }
  const chosen = chosenFinds(rule.rule, find, block);
  const parts = rule.parts.flatMap((part, i) => {
    const own = chosen[i];
    return own === undefined ? [] : [prove(part, own, block)];
  });
  return { rule, found, parts, given };
}

/**
 * The mentions of a block, each with how it came about.
 * @param trace the pack, opened with `openTrace`
 * @param block what `trace.read` made of the text
 * @returns the mentions that `findMentions` finds, in order of place, then of the pack's topics
 */
export function explainMentions(trace: Trace, block: TracedBlock): ExplainedMention[] {
  return trace.topics
    .flatMap(({ id, rule }) =>
      select(block.finds(rule.rule)).map((find) => ({ topic: id, rule, find })),
    )
    .sort((a, b) => byPlace(a.find, b.find))
    .map(({ topic, rule, find }) => {
      const proof = prove(rule, find, block);
      return { topic, parts: proof.found.parts, proof };
    });
}
