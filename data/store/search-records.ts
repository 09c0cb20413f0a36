/** Search over the records of every stored pack. */
import type { RecordView, SearchAnswer, SearchFacets, SearchHit } from '../messages';
import { KINDS } from '../search/kinds';
import { type FacetCounts, type Hit, lookUp } from '../search/look-up';
import { marksIn } from '../search/marks';
import { chosenIn } from '../search/narrow';
import { markedWords, parseQuery } from '../search/parse';
import { actorNames } from './actor-names';
import { entriesAt } from './entries';
import { pickText, type ReaderLanguage } from './language';
import type { SceneAsking } from './scene';
import type { PackRow } from './schema';
import { type SegmentOfPack, searchSegments } from './search-segments';
import { reading, type Store } from './store';
import { viewEntries } from './topic-view';

/** A search is asked from no page, and opens no topic. */
const NOBODY: SceneAsking = { page: [], seen: [] };

/** Choices of a facet that are shown. */
const MAX_CHOICES = 8;

const segmentOf = ({ segment }: Hit) => segment as SegmentOfPack;

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

/** @returns the records of hits, by hit; one that cannot be read has none */
async function readHits(
  store: Store,
  hits: readonly Hit[],
  words: readonly string[],
  language: ReaderLanguage,
): Promise<Map<Hit, SearchHit>> {
  const read = new Map<Hit, SearchHit>();
  for (const pack of new Set(hits.map((hit) => segmentOf(hit).row))) {
    const own = hits.filter((hit) => segmentOf(hit).row === pack);
    const places = own.map(({ segment: { index }, document }) => ({
      bucket: index.buckets[document] as number,
      slot: index.slots[document] as number,
    }));
    const entries = await entriesAt(store, pack, places);
    const records = await viewEntries(store, pack, entries, language, NOBODY);
    records.forEach((record, i) => {
      const at = own[i];
      if (at && record) read.set(at, hitOf(record, words));
    });
  }
  return read;
}

async function facetsOf(
  store: Store,
  counts: FacetCounts,
  rows: readonly PackRow[],
  language: ReaderLanguage,
): Promise<SearchFacets> {
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const speakers = counts.speakers.slice(0, MAX_CHOICES);
  const names = await actorNames(store, rows, speakers, language);
  return {
    kinds: Object.fromEntries(
      KINDS.map((kind, i) => [kind, counts.kinds[i] ?? 0]),
    ) as SearchFacets['kinds'],
    speakers: speakers.map(({ id, count }, i) => ({ id, name: names[i] ?? id, count })),
    packs: [...counts.packs]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_CHOICES)
      .flatMap(([id, count]) => {
        const row = rowOf(id);
        return row
          ? [{ id, name: pickText(row.name, language.locale, row.language).text, count }]
          : [];
      }),
    years: [...counts.years].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, count })),
  };
}

/**
 * @param text as typed, see data/search/parse.ts
 * @param limit how many hits to show
 * @returns the hits by relevance, then newest first
 */
export function searchRecords(
  store: Store,
  text: string,
  limit: number,
  language: ReaderLanguage,
): Promise<SearchAnswer> {
  const query = parseQuery(text);
  const words = markedWords(query);
  return reading(store, async () => {
    const segments = await searchSegments(store);
    const rows = [...new Set(segments.map(({ row }) => row))];
    const found = lookUp(segments, query, limit);
    const nearest = found.without.map(({ nearest }) => nearest);
    const marked = [...words, ...found.slips.flatMap(({ read }) => read ?? [])];
    const read = await readHits(store, [...found.hits, ...nearest], marked, language);
    return {
      query: text,
      total: found.total,
      hits: found.hits.flatMap((hit) => read.get(hit) ?? []),
      facets: await facetsOf(store, found.facets, rows, language),
      chosen: chosenIn(query),
      slips: found.slips.map(({ part, read: meant }) => ({ typed: part.typed, read: meant })),
      without: found.without.flatMap(({ condition, total, nearest }) => {
        const hit = read.get(nearest);
        const [part] = condition.parts;
        if (!hit || !part) return [];
        return [
          {
            facet: condition.facet,
            typed: condition.parts.map(({ typed }) => typed).join(' '),
            query: without(text, condition.parts),
            total,
            nearest: hit,
          },
        ];
      }),
    };
  });
}

/** @returns a query without some of its parts */
function without(text: string, parts: readonly { readonly start: number; readonly end: number }[]) {
  let rest = text;
  for (const { start, end } of parts.toReversed())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.trim().replace(/\s+/g, ' ');
}
