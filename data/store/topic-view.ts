/** What a card shows of topics. */
import type { Key, RecordView, TopicBrief, TopicView } from '../messages';
import { bucketOf } from './buckets';
import { pickText, type ReaderLanguage } from './language';
import { viewPack } from './pack-view';
import { viewRecord } from './record-view';
import type { ChunkRow, PackRow } from './schema';
import { DamagedSidecar, reading, type Store, sidecars } from './store';
import { type Surroundings, surroundingsName } from './surroundings';
import { findTopic, type Place, type Topic, type TopicTable, topicsName } from './topic-table';

/**
 * Looks topics up, with one read for all that are not in memory.
 * @param ids of the pack's topics
 * @returns those that the pack has, by id
 */
export async function topicsOf(
  store: Store,
  pack: PackRow,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Topic>> {
  const buckets = new Map([...ids].map((id) => [id, bucketOf(id, pack.buckets)]));
  const names = [...new Set(buckets.values())].map(topicsName);
  const tables = await sidecars(store, pack, names, (body) => body as TopicTable);
  const byName = new Map(names.map((name, i) => [name, tables[i]]));
  return new Map(
    [...buckets].flatMap(([id, bucket]) => {
      const table = byName.get(topicsName(bucket));
      const topic = table && findTopic(table, id);
      return topic ? [[id, topic] as const] : [];
    }),
  );
}

export function viewBrief(
  pack: PackRow,
  id: string,
  { name, counts }: Topic,
  locale: string,
): TopicBrief {
  return { key: `${pack.id}#${id}`, name: pickText(name, locale, pack.language).text, counts };
}

/**
 * Shows entries by where they stand, with one read of chunk and surroundings a bucket. To be called
 * inside {@link reading}.
 * @returns one view a place, in the order asked; null where no record stands
 */
export async function viewPlaces(
  store: Store,
  pack: PackRow,
  places: readonly Place[],
  language: ReaderLanguage,
): Promise<(RecordView | null)[]> {
  const buckets = [...new Set(places.map(({ bucket }) => bucket))];
  const [chunks, stored] = await Promise.all([
    store.db.chunks.bulkGet(buckets.map((bucket) => [pack.id, pack.generation, bucket])),
    store.db.sidecars.bulkGet(
      buckets.map((bucket) => [pack.id, pack.generation, surroundingsName(bucket)]),
    ),
  ]);
  const byBucket = new Map<number, { chunk: ChunkRow | undefined; surroundings: Surroundings }>();
  buckets.forEach((bucket, i) => {
    const row = stored[i];
    if (!row) throw new DamagedSidecar(pack, surroundingsName(bucket));
    byBucket.set(bucket, { chunk: chunks[i], surroundings: row.body as Surroundings });
  });
  const found = places.map(({ bucket, slot }) => {
    const at = byBucket.get(bucket);
    const entry = at?.chunk?.entries[slot];
    return at && entry ? { entry, surroundings: at.surroundings } : null;
  });
  const about = found.flatMap((one) => (one && 'about' in one.entry ? one.entry.about : []));
  const topics = await topicsOf(store, pack, about);
  return found.map((one) => one && viewRecord(one.entry, { ...one, pack, topics, language }));
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
      const topic = (await topicsOf(store, pack, [id])).get(id);
      if (!topic) continue;
      const records = await viewPlaces(store, pack, topic.places, language);
      views.push({
        ...viewBrief(pack, id, topic, language.locale),
        packs: [viewPack(pack, language.locale)],
        records: records.filter((record) => record !== null),
        named: null,
      });
    }
    return views;
  });
}
