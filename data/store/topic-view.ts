/** What a card shows of topics. */
import type { Key, RecordView, TopicBrief, TopicView } from '../messages';
import { pickText, type ReaderLanguage } from './language';
import { viewPack } from './pack-view';
import { viewRecord } from './record-view';
import type { ChunkRow, PackRow } from './schema';
import { DamagedSidecar, reading, type Store, sidecar } from './store';
import { type Surroundings, surroundingsName } from './surroundings';
import { findTopic, type Place, type TopicTable, topicCounts, topicPlaces } from './topic-table';

export const topicTable = (store: Store, row: PackRow): Promise<TopicTable> =>
  sidecar(store, row, 'topics', (body) => body as TopicTable);

/** @param at the topic's row in its table */
export function viewBrief(
  pack: PackRow,
  table: TopicTable,
  at: number,
  { locale }: ReaderLanguage,
): TopicBrief {
  return {
    key: `${pack.id}#${table.ids[at] ?? ''}`,
    name: pickText(table.names[at] ?? '', locale, pack.language).text,
    counts: topicCounts(table, at),
  };
}

/**
 * Shows entries by where they stand, with one read of chunk and surroundings a bucket. To be called
 * inside {@link reading}.
 * @returns one view a place, in the order asked; null where no record stands
 */
export async function viewPlaces(
  store: Store,
  pack: PackRow,
  topics: TopicTable,
  places: readonly Place[],
  language: ReaderLanguage,
): Promise<(RecordView | null)[]> {
  const buckets = [...new Set(places.map(({ bucket }) => bucket))];
  const [chunks, sidecars] = await Promise.all([
    store.db.chunks.bulkGet(buckets.map((bucket) => [pack.id, pack.generation, bucket])),
    store.db.sidecars.bulkGet(
      buckets.map((bucket) => [pack.id, pack.generation, surroundingsName(bucket)]),
    ),
  ]);
  const byBucket = new Map<number, { chunk: ChunkRow | undefined; surroundings: Surroundings }>();
  buckets.forEach((bucket, i) => {
    const stored = sidecars[i];
    if (!stored) throw new DamagedSidecar(pack, surroundingsName(bucket));
    byBucket.set(bucket, { chunk: chunks[i], surroundings: stored.body as Surroundings });
  });
  return places.map(({ bucket, slot }) => {
    const found = byBucket.get(bucket);
    const entry = found?.chunk?.entries[slot];
    if (!found || !entry) return null;
    return viewRecord(entry, { pack, topics, surroundings: found.surroundings, language });
  });
}

/**
 * @param keys `pack#id` of topics
 * @returns their views in the order asked; topics that are not stored are left out
 */
export function viewTopics(
  store: Store,
  keys: readonly Key[],
  language: ReaderLanguage,
): Promise<TopicView[]> {
  return reading(store, async () => {
    const views: TopicView[] = [];
    for (const key of keys) {
      const [packId = '', id = ''] = key.split('#');
      const pack = await store.db.packs.get(packId);
      if (!pack) continue;
      const table = await topicTable(store, pack);
      const at = findTopic(table, id);
      if (at < 0) continue;
      const places = topicPlaces(table, at);
      const records = await viewPlaces(store, pack, table, places, language);
      views.push({
        ...viewBrief(pack, table, at, language),
        pack: viewPack(pack, language.locale),
        records: records.filter((record) => record !== null),
      });
    }
    return views;
  });
}
