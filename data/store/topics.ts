/** Topics of the stored packs by name: what lists and cards need to know of them before their records. */
import type { Key, TopicBrief } from '../messages';
import { bucketOf } from './buckets';
import { pickText, type ReaderLanguage } from './language';
import type { PackRow } from './schema';
import { reading, type Store, sidecars } from './store';
import { findTopic, type Topic, type TopicTable, topicsName } from './topic-table';

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

/** A topic's pack and its id there; empty where the key is none. */
export function splitKey(key: Key): readonly [pack: string, id: string] {
  const [pack = '', id = ''] = key.split('#');
  return [pack, id];
}

/**
 * @param keys of topics
 * @returns those that are stored, by key, each pack's for itself
 */
export function viewBriefs(
  store: Store,
  keys: readonly Key[],
  { locale }: Pick<ReaderLanguage, 'locale'>,
): Promise<ReadonlyMap<Key, TopicBrief>> {
  const byPack = new Map<string, Set<string>>();
  for (const key of keys) {
    const [packId, id] = splitKey(key);
    byPack.set(packId, (byPack.get(packId) ?? new Set()).add(id));
  }
  return reading(store, async () => {
    const rows = await store.db.packs.bulkGet([...byPack.keys()]);
    const briefs = new Map<Key, TopicBrief>();
    for (const row of rows) {
      if (!row) continue;
      for (const [id, topic] of await topicsOf(store, row, byPack.get(row.id) ?? [])) {
        const brief = viewBrief(row, id, topic, locale);
        briefs.set(brief.key, brief);
      }
    }
    return briefs;
  });
}
