/** What people type, over an invented pack and the first one: against a search without an index, and against what they mean. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { lookUp } from '../../../data/search/look-up';
import { parseQuery } from '../../../data/search/parse';
import { entries as firstPack } from '../packs/pack';
import { bruteForce } from './brute-force';
import { QUERIES as INVENTED, invented } from './invented-pack';
import { QUERIES as FIRST } from './queries-first-pack';
import { segmentOf } from './segment-of';

const SHARE = 0.95;

async function asked(entries: readonly Entry[], lines: string, pack: string, name: string) {
  const segment = await segmentOf(entries, { pack, name });
  const search = bruteForce(entries, segment.pack);
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [query = '', meant = ''] = line.split('=>').map((part) => part.trim());
      const { total, hits } = lookUp([segment], parseQuery(query), 1000);
      const found = hits.map(({ document, score }) => ({
        id: entries[segment.index.slots[document] ?? -1]?.id ?? '',
        score,
      }));
      return { query, meant, total, found, expected: search(query) };
    });
}

const all = [
  ...(await asked(invented, INVENTED, 'harbour', 'Harbour works')),
  ...(await asked(firstPack, FIRST, 'dprk-russia-2024', 'North Korea and Russia, 2024')),
];

describe(`the first result of ${all.length} written queries`, () => {
  it('is the one that a search without an index gives', () => {
    // Of equals either may be first.
    const wrong = all.filter(({ found, expected }) => {
      const best = expected.filter(({ score }) => score === expected[0]?.score).map(({ id }) => id);
      return found.length === 0 ? best.length > 0 : !best.includes(found[0]?.id ?? '');
    });
    const share = 1 - wrong.length / all.length;
    console.log(
      `first result as without an index: ${(100 * share).toFixed(1)} % of ${all.length} queries`,
    );
    for (const { query, found, expected } of wrong)
      console.log(query, found.slice(0, 2), expected.slice(0, 2));
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(share).toBeGreaterThanOrEqual(SHARE);
  });

  it('is the one that is meant', () => {
    const meant = all.filter((one) => one.meant !== '');
    const wrong = meant.filter(({ meant, found }) => found[0]?.id !== meant);
    const share = 1 - wrong.length / meant.length;
    console.log(`first result as meant: ${(100 * share).toFixed(1)} % of ${meant.length} queries`);
    for (const { query, meant, found } of wrong) console.log(query, '=>', meant, found.slice(0, 3));
    expect(share).toBeGreaterThanOrEqual(SHARE);
  });

  it('stands among the same records with the same scores', () => {
    const sorted = (list: readonly { id: string; score: number }[]) =>
      list.map(({ id, score }) => `${id} ${score}`).toSorted();
    const wrong = all.filter(
      ({ found, expected }) => sorted(found).join() !== sorted(expected).join(),
    );
    for (const { query, found, expected } of wrong.slice(0, 8)) {
      const own = new Set(sorted(expected));
      const others = new Set(sorted(found));
      console.log(
        query,
        [...others].filter((one) => !own.has(one)).slice(0, 4),
        [...own].filter((one) => !others.has(one)).slice(0, 4),
      );
    }
    expect(wrong.map(({ query }) => query)).toEqual([]);
  });
});
