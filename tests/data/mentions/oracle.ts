/**
 * The semantics of docs/mention-rules.md, §4 and §5, done the slow way: every combination is tried.
 * Written from that page alone; shares nothing with the engine.
 */

/** A word of a generated text: which word it is, and how it stands to the one before. */
export interface OracleWord {
  readonly word: number;
  readonly joined: boolean;
  readonly sentence: number;
}

/** A surface is a row of word numbers. */
export type OracleRule =
  | { readonly list: readonly (readonly number[])[] }
  | {
      readonly op: 'any' | 'all' | 'near';
      readonly parts: readonly OracleRule[];
      readonly not: readonly OracleRule[];
      readonly given: readonly OracleRule[];
      readonly paragraph: boolean;
      readonly distance: number;
      readonly ordered: boolean;
    };

export interface OracleFind {
  readonly hull: readonly [first: number, last: number];
  readonly parts: readonly (readonly [first: number, last: number])[];
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
}

/** Parts with a word in common become one. */
function paint(finds: readonly OracleFind[], length: number): OracleFind['parts'] {
  const ranges = finds.flatMap((find) => find.parts);
  let groups = ranges.map(([a, b]) => new Set(Array.from({ length: b - a + 1 }, (_, i) => a + i)));
  for (let round = 0; round < length; round++) {
    const next: Set<number>[] = [];
    for (const group of groups) {
      const same = next.find((other) => [...group].some((word) => other.has(word)));
      if (same) for (const word of group) same.add(word);
      else next.push(new Set(group));
    }
    groups = next;
  }
  return groups
    .map((group) => [Math.min(...group), Math.max(...group)] as const)
    .sort((a, b) => a[0] - b[0]);
}

const same = (a: OracleFind, b: OracleFind) => JSON.stringify(a) === JSON.stringify(b);

/** The order of §5. */
function place(a: OracleFind | undefined, b: OracleFind | undefined): number {
  if (!a || !b) return 0;
  if (a.hull[0] !== b.hull[0]) return a.hull[0] - b.hull[0];
  if (a.hull[1] !== b.hull[1]) return b.hull[1] - a.hull[1];
  const [x, y] = [a.parts.flat(), b.parts.flat()];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

function unique(finds: readonly OracleFind[]): OracleFind[] {
  return finds.filter((find, i) => finds.findIndex((other) => same(find, other)) === i);
}

export function oracleFinds(rule: OracleRule, words: readonly OracleWord[]): OracleFind[] {
  if ('list' in rule) {
    return words.flatMap((_, first) => {
      const lengths = rule.list
        .filter((surface) =>
          surface.every((word, i) => {
            const at = words[first + i];
            return at?.word === word && (i === 0 || at.joined);
          }),
        )
        .map((surface) => surface.length);
      if (lengths.length === 0) return [];
      const hull = [first, first + Math.max(...lengths) - 1] as const;
      return [{ hull, parts: [hull] }];
    });
  }
  const sentenceOf = (word: number) => words[word]?.sentence ?? -1;
  const finds = rule.parts.map((part) => oracleFinds(part, words));
  const nots = rule.not.flatMap((not) => oracleFinds(not, words));
  if (rule.given.some((given) => oracleFinds(given, words).length === 0)) return [];
  const scopes = rule.paragraph ? [-1] : [...new Set(words.map(({ sentence }) => sentence))];
  const within = ({ hull: [first, last] }: OracleFind, scope: number) =>
    scope === -1 || (sentenceOf(first) === scope && sentenceOf(last) === scope);

  if (rule.op === 'any') {
    return unique(finds.flat()).filter(({ hull: [first, last] }) => {
      const touched = scopes.filter((scope) =>
        words.some(
          ({ sentence }, w) => w >= first && w <= last && (scope === -1 || sentence === scope),
        ),
      );
      return !touched.some((scope) => nots.some((not) => within(not, scope)));
    });
  }

  return scopes.flatMap((scope) => {
    const inScope = finds.map((of) => of.filter((find) => within(find, scope)));
    const combinations = product(inScope).map((chosen) => ({
      chosen,
      first: Math.min(...chosen.map(({ hull }) => hull[0])),
      last: Math.max(...chosen.map(({ hull }) => hull[1])),
    }));
    /** Part by part. */
    const preferred = (a: readonly OracleFind[], b: readonly OracleFind[]) => {
      for (let i = 0; i < a.length; i++) {
        const order = place(a[i], b[i]);
        if (order !== 0) return order;
      }
      return 0;
    };
    if (rule.op === 'all') {
      if (nots.some((not) => within(not, scope))) return [];
      combinations.sort(
        (a, b) =>
          a.last - a.first - (b.last - b.first) ||
          a.first - b.first ||
          preferred(a.chosen, b.chosen),
      );
      return combinations.slice(0, 1).map(({ chosen, first, last }) => ({
        hull: [first, last] as const,
        parts: paint(chosen, words.length),
      }));
    }
    const candidates = combinations.filter(({ chosen, first, last }) => {
      const inOrder = [...chosen].sort((a, b) => a.hull[0] - b.hull[0]);
      const close = inOrder.every((find, i) => {
        const before = inOrder[i - 1];
        if (before === undefined) return true;
        const between = find.hull[0] - before.hull[1] - 1;
        return between >= 0 && between <= rule.distance;
      });
      if (!close || (rule.ordered && inOrder.some((find, i) => find !== chosen[i]))) return false;
      return !nots.some(({ hull }) => {
        for (let w = first - rule.distance; w <= last + rule.distance; w++) {
          if (w < hull[0] || w > hull[1]) continue;
          if (scope === -1 || sentenceOf(w) === scope) return true;
        }
        return false;
      });
    });
    candidates.sort(
      (a, b) => a.last - b.last || b.first - a.first || preferred(a.chosen, b.chosen),
    );
    const taken: OracleFind[] = [];
    let from = 0;
    for (const { chosen, first, last } of candidates) {
      if (first < from) continue;
      taken.push({ hull: [first, last], parts: paint(chosen, words.length) });
      from = last + 1;
    }
    return taken;
  });
}

/** §5: the mentions of a topic, as parts in numbers of words. */
export function oracleMentions(rule: OracleRule, words: readonly OracleWord[]) {
  const finds = unique(oracleFinds(rule, words)).sort(place);
  const taken = new Set<number>();
  return finds
    .filter(({ parts }) => {
      const own = parts.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i));
      if (own.some((word) => taken.has(word))) return false;
      for (const word of own) taken.add(word);
      return true;
    })
    .map(({ parts }) =>
      parts.reduce<[number, number][]>((ranges, [first, last]) => {
        const before = ranges.at(-1);
        if (before && before[1] + 1 === first && words[first]?.joined) before[1] = last;
        else ranges.push([first, last]);
        return ranges;
      }, []),
    );
}
