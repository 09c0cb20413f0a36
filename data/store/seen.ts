/**
 * The memory of what the reader has seen: by topic, a digest of each record as it stood when it was shown. It holds
 * no page and no time but the last, names topics of stored packs only, and goes when the reader says so.
 */
import type { Key } from '../messages';
import { entriesAt } from './entries';
import { digestOf } from './news';
import type { SeenRow } from './schema';
import { reading, type Store } from './store';
import { splitKey, topicsOf } from './topics';

/** Some months of reading. Of more, those seen longest ago are forgotten, and begin as never opened. */
const MAX_TOPICS = 4000;

/** The records and tombstones of a topic as they stand; null where it is not stored. */
function digestsOf(store: Store, topic: Key): Promise<Map<Key, number> | null> {
  const [packId, id] = splitKey(topic);
  return reading(store, async () => {
    const pack = await store.db.packs.get(packId);
    const found = pack && (await topicsOf(store, pack, [id])).get(id);
    if (!found) return null;
    const entries = await entriesAt(store, pack, found.places);
    return new Map(
      entries.flatMap((one) =>
        one ? [[`${packId}#${one.entry.id}`, digestOf(one.entry)] as const] : [],
      ),
    );
  });
}

/**
 * Remembers the records of topics as they stand.
 * @param at milliseconds since 1970 UTC
 */
export async function rememberSeen(
  store: Store,
  topics: readonly Key[],
  at: number,
): Promise<void> {
  const rows: SeenRow[] = [];
  for (const topic of new Set(topics)) {
    const records = await digestsOf(store, topic);
    if (records) rows.push({ topic, at, records });
  }
  const { seen } = store.db;
  await store.db.transaction('rw', seen, async () => {
    await seen.bulkPut(rows);
    const over = (await seen.count()) - MAX_TOPICS;
    if (over > 0) await seen.orderBy('at').limit(over).delete();
  });
}

/** Forgets all of it. */
export async function clearSeen({ db }: Store): Promise<void> {
  await db.seen.clear();
}
