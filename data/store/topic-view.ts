/** What a card shows of topics. */
import type { Key, RecordView, TopicView } from '../messages';
import { entriesAt, type PlacedEntry } from './entries';
import type { ReaderLanguage } from './language';
import { nameRecords, type ShownEntry } from './naming';
import { compareRecords, type RecordOrder, recordOrder } from './order';
import { viewPack } from './pack-view';
import { viewRecord } from './record-view';
import { countAll, readLinks, type StoredTopic, topicInAll } from './same-topics';
import type { SceneAsking } from './scene';
import type { PackRow } from './schema';
import { reading, type Store } from './store';
import { topicsOf, viewBrief } from './topics';

/** Who asks, and what for. */
export interface ViewAsking {
  /** The addresses by which the asking page may be a source, see `addressesOf`. */
  readonly page: readonly string[];
  /** What the phrase stands in. */
  readonly sentence: string | null;
  /** Whether to tell what is new since the reader last saw the topic. */
  readonly news: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Records of one view. A large topic has some hundreds; more than these nobody reads, and a message must end. */
export const MAX_RECORDS = 2000;

/** @returns views of entries of one pack; null where no record stands */
export async function viewEntries(
  store: Store,
  pack: PackRow,
  entries: readonly (PlacedEntry | null)[],
  language: ReaderLanguage,
  asking: SceneAsking,
): Promise<(RecordView | null)[]> {
  const about = entries.flatMap((one) => (one && 'about' in one.entry ? one.entry.about : []));
  const topics = await topicsOf(store, pack, about);
  return entries.map(
    (one) => one && viewRecord(one.entry, { ...one, pack, topics, language, asking }),
  );
}

/** A record in the line of several packs. */
interface Placed extends ShownEntry {
  readonly order: RecordOrder;
}

/** The records of one topic of one pack, the latest ones where there are too many. */
async function placeRecords(
  store: Store,
  { pack, topic }: StoredTopic,
  language: ReaderLanguage,
  asking: SceneAsking,
): Promise<Placed[]> {
  const entries = await entriesAt(store, pack, topic.places.slice(-MAX_RECORDS));
  const views = await viewEntries(store, pack, entries, language, asking);
  return views.flatMap((view, i) => {
    const one = entries[i];
    return view && one ? [{ ...one, pack, view, order: recordOrder(one.entry) }] : [];
  });
}

async function viewTopic(
  store: Store,
  topics: readonly [StoredTopic, ...StoredTopic[]],
  language: ReaderLanguage,
  { page, sentence, news, now }: ViewAsking,
): Promise<TopicView> {
  const [own, ...others] = topics;
  const keys = topics.map(({ key }) => key);
  const seen = news ? (await store.db.seen.bulkGet(keys)).filter((row) => row !== undefined) : [];
  const placed: Placed[] = [];
  for (const one of topics)
    placed.push(...(await placeRecords(store, one, language, { page, seen })));
  // Those of one topic stand in order already.
  if (others.length > 0) placed.sort((a, b) => compareRecords(a.order, b.order));
  const all = topics.reduce((sum, { topic }) => sum + topic.places.length, 0);
  const shown = placed.slice(-MAX_RECORDS);
  return {
    ...viewBrief(own.pack, own.id, own.topic, language.locale),
    counts: countAll(topics),
    topics: keys,
    packs: [
      viewPack(own.pack, language, now),
      ...others.map(({ pack }) => viewPack(pack, language, now)),
    ],
    records: shown.map(({ view }) => view),
    omitted: all - shown.length,
    named: sentence === null ? null : nameRecords(sentence, shown),
  };
}

/**
 * @param keys `pack#id` of topics
 * @returns their views in the order asked; topics that are not stored are left out, and those that are the same
 *   as one before are in its view
 */
export function viewTopics(
  store: Store,
  keys: readonly Key[],
  language: ReaderLanguage,
  asking: ViewAsking,
): Promise<TopicView[]> {
  return reading(store, async () => {
    const packs = await readLinks(store);
    const views: TopicView[] = [];
    for (const key of keys) {
      if (views.some(({ topics }) => topics.includes(key))) continue;
      const topics = await topicInAll(store, packs, key);
      if (topics) views.push(await viewTopic(store, topics, language, asking));
    }
    return views;
  });
}
