/** What a card shows of topics. */
import type { Key, RecordView, TopicView } from '../messages';
import { entriesAt } from './entries';
import type { ReaderLanguage } from './language';
import { viewPack } from './pack-view';
import { viewRecord } from './record-view';
import type { PackRow } from './schema';
import { reading, type Store } from './store';
import type { Place } from './topic-table';
import { splitKey, topicsOf, viewBrief } from './topics';

/**
 * Shows entries by where they stand. To be called inside {@link reading}.
 * @returns one view a place, in the order asked; null where no record stands
 */
export async function viewPlaces(
  store: Store,
  pack: PackRow,
  places: readonly Place[],
  language: ReaderLanguage,
): Promise<(RecordView | null)[]> {
  const found = await entriesAt(store, pack, places);
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
      const [packId, id] = splitKey(key);
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
