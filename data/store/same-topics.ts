/** Topics of other packs that are the same as a topic of one: they share an entry of `sameAs`, or one names the other. */
import type { Key, TopicBrief } from '../messages';
import { LINKS, type Links } from './links';
import { areSameStates, indexInMemory, type OpenIndex } from './mention-index';
import { lookUpPlaces } from './place-table';
import type { PackRow } from './schema';
import { type Store, sidecar, sidecars } from './store';
import { type Topic, type TopicTable, topicOfSlot, topicsName } from './topic-table';
import { splitKey, topicsOf } from './topics';

/** A topic where it is stored. */
export interface StoredTopic {
  readonly key: Key;
  readonly id: string;
  readonly pack: PackRow;
  readonly topic: Topic;
}

/** Packs beside a topic's own; a card could not show more side by side. */
const MAX_OTHERS = 15;
/** Topics of one pack that share one name with a topic. A pack should have one. */
const MAX_OF_NAME = 4;

/** What an index knows of the packs, without what mentions are found with. */
export type PackLinks = Pick<OpenIndex, 'rows' | 'links'>;

/** Whether topics of these packs may be the same as others. */
export const someAreShared = ({ rows, links }: PackLinks): boolean =>
  rows.length > 1 && links.some(({ topics }) => topics.hashes.length > 0);

/**
 * Sharing is each publisher's own word and is not handed on: what is the same as one of these topics need not be the
 * same as `of`. To be called in one transaction with the read of the packs.
 * @returns topics of other packs, in the order of the packs, those that ship first; none of the topic's own pack
 */
export async function sameTopics(
  store: Store,
  packs: PackLinks,
  of: StoredTopic,
): Promise<StoredTopic[]> {
  if (!someAreShared(packs)) return [];
  const names = [...of.topic.same, of.key];
  const found: StoredTopic[] = [];
  const order = packs.rows
    .map((pack, i) => ({ pack, links: packs.links[i] }))
    .filter(({ pack }) => pack.id !== of.pack.id)
    .sort((a, b) => Number(b.pack.bundled) - Number(a.pack.bundled));
  for (const { pack, links } of order) {
    if (found.length === MAX_OTHERS || !links) break;
    const same = await sameIn(store, pack, links, names);
    if (same) found.push(same);
  }
  return found;
}

/** @returns the one topic of a pack that any of the names leads to; the first in the order of names */
async function sameIn(
  store: Store,
  pack: PackRow,
  { topics }: Links,
  names: readonly string[],
): Promise<StoredTopic | null> {
  for (const name of names) {
    const [owner, id] = splitKey(name);
    if (owner === pack.id) {
      const topic = (await topicsOf(store, pack, [id])).get(id);
      if (topic) return { key: name, id, pack, topic };
    }
    for (const { bucket, slot } of lookUpPlaces(topics, name, MAX_OF_NAME)) {
      const [table] = await sidecars(
        store,
        pack,
        [topicsName(bucket)],
        (body) => body as TopicTable,
      );
      const found = table && topicOfSlot(table, slot);
      // Another text may have the same hash.
      if (found?.topic.same.includes(name)) {
        return { key: `${pack.id}#${found.id}`, pack, ...found };
      }
    }
  }
  return null;
}

/**
 * To be called in one transaction with what it is for.
 * @returns what tells topics of all packs that are the same
 */
export async function readLinks(store: Store): Promise<PackLinks> {
  const rows = await store.db.packs.toArray();
  const known = indexInMemory(store);
  if (known && areSameStates(known.rows, rows)) return known;
  // Of a single pack none are.
  if (rows.length < 2) return { rows, links: [] };
  const open = (body: unknown) => body as Links;
  return { rows, links: await Promise.all(rows.map((row) => sidecar(store, row, LINKS, open))) };
}

/** @returns a topic, then the same in other packs; null where it is not stored */
export async function topicInAll(
  store: Store,
  packs: PackLinks,
  key: Key,
): Promise<[StoredTopic, ...StoredTopic[]] | null> {
  const [packId, id] = splitKey(key);
  const pack = packs.rows.find((row) => row.id === packId);
  const topic = pack && (await topicsOf(store, pack, [id])).get(id);
  if (!topic) return null;
  const own = { key, id, pack, topic };
  return [own, ...(await sameTopics(store, packs, own))];
}

/** @returns how many records of each kind several topics have together */
export function countAll(topics: readonly StoredTopic[]): TopicBrief['counts'] {
  const counts = { claim: 0, denial: 0, statement: 0, event: 0 };
  for (const { topic } of topics) {
    counts.claim += topic.counts.claim;
    counts.denial += topic.counts.denial;
    counts.statement += topic.counts.statement;
    counts.event += topic.counts.event;
  }
  return counts;
}
