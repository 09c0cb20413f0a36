/**
 * The memory of what the reader has seen: by topic, a digest of each record as it stood when it was shown. It holds
 * no page and no time but the last, names topics of stored packs only, and goes when the reader says so.
 */
import type { Key } from '../messages';
import { entriesAt } from './entries';
import { digestOf } from './news';
import { readLinks, type StoredTopic, topicInAll } from './same-topics';
import { keyOf } from './scene';
import type { SeenRow } from './schema';
import { reading, type Store } from './store';
import { MAX_RECORDS } from './topic-view';

/** Some months of reading. Of more, those seen longest ago are forgotten, and begin as never opened. */
const MAX_TOPICS = 4000;

/** The records and tombstones of a topic as they stand. */
async function digestsOf(store: Store, { pack, topic }: StoredTopic): Promise<Map<Key, number>> {
  const entries = await entriesAt(store, pack, topic.places.slice(-MAX_RECORDS));
  return new Map(
    entries.flatMap((one) =>
      one ? [[keyOf(pack, one.entry.id), digestOf(one.entry)] as const] : [],
    ),
  );
}

/**
 * Remembers the records of topics as they stand, and of what is the same in other packs: they are seen in one view.
 * @param at milliseconds since 1970 UTC
 */
export async function rememberSeen(
  store: Store,
  topics: readonly Key[],
  at: number,
): Promise<void> {
  const rows = await reading(store, async () => {
    const packs = await readLinks(store);
    const seen = new Map<Key, SeenRow>();
    for (const key of topics) {
      for (const one of (await topicInAll(store, packs, key)) ?? []) {
        if (seen.has(one.key)) continue;
        seen.set(one.key, { topic: one.key, at, records: await digestsOf(store, one) });
      }
    }
    return [...seen.values()];
  });
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
