/**
 * The memory of what the reader has seen: by topic, a digest of each record as it stood when it was shown. It holds
 * no page and no time but the last, names topics of stored packs only, and goes when the reader says so.
 */
import { hashText } from '../mentions/hash';
import type { Key } from '../messages';
import type { Entry } from '../model';
import { entriesAt } from './entries';
import type { SeenRow } from './schema';
import { reading, type Store } from './store';
import { splitKey, topicsOf } from './topics';

/** Some months of reading. Of more, those seen longest ago are forgotten, and begin as never opened. */
const MAX_TOPICS = 4000;

/** How a record differs from when its topic was last seen. */
export type News = 'new' | 'changed' | null;

/**
 * A digest of an entry in all its languages, so that another language changes nothing; nor does which topics it is
 * about, which is not shown with it. A change that gives the same digest, one in 4,000 million, is not told.
 */
export const digestOf = (entry: Entry): number =>
  hashText(JSON.stringify('about' in entry ? { ...entry, about: null } : entry));

/**
 * @param seen what was remembered of the topics that a view shows; empty where none was opened before
 * @returns how a record differs from then
 */
export function newsOf(seen: readonly SeenRow[], record: Key, entry: Entry): News {
  if (seen.length === 0) return null;
  const before = seen.map(({ records }) => records.get(record)).find((each) => each !== undefined);
  if (before === undefined) return 'new';
  return before === digestOf(entry) ? null : 'changed';
}

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
