/** `near`: combinations of one find of each part, each close to the next. */
import { byPlace, type Find } from './find';
import { joinParts } from './smallest-hull';

/** A chain of finds so far, the best of those that hold the same parts and end in the same find. */
interface Chain {
  /** Its first word. */
  readonly first: number;
  /** For each part its find, as far as chosen. */
  readonly chosen: readonly (Find | undefined)[];
}

/** A later beginning is better; then, part by part as written, the leftmost and longest find. */
function better(a: Chain, b: Chain | undefined): boolean {
  if (b === undefined || a.first !== b.first) return b === undefined || a.first > b.first;
  for (let part = 0; part < a.chosen.length; part++) {
    const [x, y] = [a.chosen[part], b.chosen[part]];
    if (x === undefined || y === undefined) continue;
    const order = byPlace(x, y);
    if (order !== 0) return order < 0;
  }
  return false;
}

/**
 * Finds the combinations from left to right: that which ends first, of those the shortest; then the
 * next one behind it.
 *
 * Chains are grown find by find. Of all chains that hold the same parts and end in the same find,
 * whatever follows is the same, so only the best is kept: 2ᵖ states for p parts, not pᵖ orders.
 * @param finds for each part its finds within one scope, none empty
 * @param distance how many words may stand between neighbours
 * @param ordered parts follow each other as written
 * @param excluded finds that may not touch the hull widened by `distance`
 */
export function near(
  finds: readonly (readonly Find[])[],
  distance: number,
  ordered: boolean,
  excluded: readonly Find[],
): Find[] {
  const items = finds
    .flatMap((of, part) => of.map((find) => ({ part, find })))
    .sort((a, b) => a.find.first - b.find.first);
  const longest = Math.max(...items.map(({ find }) => find.last - find.first));
  const full = 2 ** finds.length - 1;
  /** How many sets of parts hold a given part. */
  const masks = ordered ? 1 : 2 ** (finds.length - 1);
  const chains: Map<number, Chain>[] = [];
  const complete: { chain: Chain; last: number }[] = [];
  items.forEach(({ part, find }, i) => {
    const bit = 2 ** part;
    const here = new Map<number, Chain>();
    if (!ordered || part === 0) {
      const chosen = finds.map((_, p) => (p === part ? find : undefined));
      here.set(bit, { first: find.first, chosen });
    }
    let latest = Number.NEGATIVE_INFINITY;
    for (let j = i - 1; j >= 0; j--) {
      const before = items[j]?.find;
      if (before === undefined || before.first < find.first - distance - 1 - longest) break;
      // A chain begins no later than its last find: further back there is nothing better.
      if (before.first < latest) break;
      if (before.last >= find.first || find.first - before.last - 1 > distance) continue;
      for (const [mask, chain] of chains[j] ?? []) {
        if ((mask & bit) !== 0 || (ordered && mask !== bit - 1)) continue;
        // This find is common to both, so the chains before it decide.
        if (!better(chain, here.get(mask | bit))) continue;
        here.set(mask | bit, { first: chain.first, chosen: chain.chosen.with(part, find) });
        if (here.size === masks) latest = Math.min(...[...here.values()].map((c) => c.first));
      }
    }
    chains.push(here);
    const chain = here.get(full);
    if (chain !== undefined) complete.push({ chain, last: find.last });
  });

  const allowed = complete.filter(
    ({ chain, last }) =>
      !excluded.some(
        (find) => find.last >= chain.first - distance && find.first <= last + distance,
      ),
  );
  allowed.sort((a, b) => a.last - b.last || (better(a.chain, b.chain) ? -1 : 1));
  const found: Find[] = [];
  let from = 0;
  for (const { chain, last } of allowed) {
    if (chain.first < from) continue;
    const chosen = chain.chosen.filter((find) => find !== undefined);
    found.push({ first: chain.first, last, parts: joinParts(chosen) });
    from = last + 1;
  }
  return found;
}
