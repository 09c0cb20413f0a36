/** Search over the records of every stored pack. */
import type { RecordView, SearchAnswer, SearchHit } from '../messages';
import { openSearchIndex } from '../search/index-file';
import { type Found, lookUp, marksIn, queryWords } from '../search/query';
import { entriesAt } from './entries';
import type { ReaderLanguage } from './language';
import type { SceneAsking } from './scene';
import type { PackRow } from './schema';
import { deadIn, openSearchParts, placeNumber, SEARCH, type SearchPart } from './search-parts';
import { reading, type Store, sidecar, sidecars } from './store';
import { viewEntries } from './topic-view';

const newestFirst = (a: number, b: number) =>
  b === a ? 0 : !Number.isFinite(a) ? 1 : !Number.isFinite(b) ? -1 : b - a;

/** A search is asked from no page, and opens no topic. */
const NOBODY: SceneAsking = { page: [], seen: [] };

function hitOf(record: RecordView, words: readonly string[]): SearchHit {
  const publisher = record.sources[0]?.publisher ?? [];
  return {
    record,
    marks: marksIn(record.text.text, words),
    around: [...record.about, publisher]
      .flat()
      .map((text) => ({ text, marks: marksIn(text, words) })),
  };
}

/**
 * @param query as typed; every word must begin a word of a record
 * @param limit how many hits to show
 * @returns the hits by relevance, then newest first
 */
export function searchRecords(
  store: Store,
  query: string,
  limit: number,
  language: ReaderLanguage,
): Promise<SearchAnswer> {
  const words = queryWords(query);
  return reading(store, async () => {
    let total = 0;
    const best: { pack: PackRow; found: Found }[] = [];
    for (const pack of await store.db.packs.toArray()) {
      const manifest = await sidecar(store, pack, SEARCH, openSearchParts);
      const names = manifest.parts.map(({ name }) => name);
      const indexes = await sidecars(store, pack, names, openSearchIndex);
      indexes.forEach((index, i) => {
        const dead = deadIn(manifest, manifest.parts[i] as SearchPart);
        const answer = lookUp(index, words, limit, (bucket, slot) =>
          dead.has(placeNumber({ bucket, slot })),
        );
        total += answer.total;
        best.push(...answer.found.map((found) => ({ pack, found })));
      });
    }
    best.sort((a, b) => b.found.score - a.found.score || newestFirst(a.found.date, b.found.date));
    best.length = Math.min(best.length, limit);
    const hits = new Map<Found, SearchHit>();
    for (const pack of new Set(best.map((one) => one.pack))) {
      const found = best.filter((one) => one.pack === pack).map((one) => one.found);
      const entries = await entriesAt(store, pack, found);
      const records = await viewEntries(store, pack, entries, language, NOBODY);
      records.forEach((record, i) => {
        const at = found[i];
        if (at && record) hits.set(at, hitOf(record, words));
      });
    }
    return { query, total, hits: best.flatMap(({ found }) => hits.get(found) ?? []) };
  });
}
