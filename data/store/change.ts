/**
 * What an update changes of the sidecars of a pack: of those that stand by buckets the ones whose entries changed, or
 * that looked something up which did; the others by merging. What results answers as if all had been derived anew,
 * which a test holds against random histories of packs.
 */
import type { Entry, Rule } from '../model';
import { parseLineAt } from '../sync/lines';
import { bucketOf } from './buckets';
import { changeAround } from './change-around';
import type { Chunk } from './chunk';
import { chunksIn } from './chunk-rows';
import { type ChangedEntry, consequencesOf, same, type TouchedBucket } from './consequences';
import { type Counts, countedWith, HEAD, type PackHead, type Sidecar } from './derive';
import { PLACES, placeTexts, type ReadChunks } from './finder';
import { groupsOf } from './groups';
import { LINKS, type Links, topicLinks } from './links';
import {
  compileRules,
  MENTIONS,
  MENTIONS_SINCE,
  type MentionsSince,
  mentionsSince,
  type TopicRule,
} from './mention-parts';
import { changedPlaces, type NamedPlace, type Place, type PlaceTable } from './place-table';
import type { Database, PackRow, SidecarKey } from './schema';
import { SEARCH, type SearchParts } from './search-parts';
import {
  changedTable,
  type TableChange,
  type TopicTable,
  tableChanges,
  topicsName,
} from './topic-table';
import { changedUses, USES, type Uses } from './uses';

export interface ChangedSidecars {
  readonly put: readonly Sidecar[];
  readonly gone: readonly string[];
  readonly counts: Counts;
}

/** The rules of topics that are others now. */
function changedRules(changes: readonly ChangedEntry[]): Map<string, Rule | null> {
  const rules = new Map<string, Rule | null>();
  for (const { before, after } of changes) {
    if ((after ?? before)?.kind !== 'topic') continue;
    const rule = (entry: Entry | null) => (entry?.kind === 'topic' && entry.mention) || null;
    const id = (after ?? before)?.id as string;
    if (!same(rule(before), rule(after))) rules.set(id, rule(after));
  }
  return rules;
}

/** @returns every topic that has a rule, in the order of ids */
async function allRules(buckets: number, read: ReadChunks): Promise<TopicRule[]> {
  const rules: TopicRule[] = [];
  for (const group of groupsOf(buckets)) {
    for (const chunk of await read(group)) {
      chunk.keys.forEach((key, i) => {
        if (!key.endsWith(' topic')) return;
        const topic = parseLineAt(chunk, i);
        if (topic.kind === 'topic' && topic.mention !== undefined) {
          rules.push({ id: topic.id, mention: topic.mention });
        }
      });
    }
  }
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether what stands in every document or rule is another. */
export const isOfAll = (before: PackHead, after: PackHead): boolean =>
  !same(before.name, after.name);

/**
 * @param row of the pack as it is read
 * @param touched every bucket that changes
 * @returns the sidecars to put and to delete; null where some are not there, so that all have to be derived anew
 */
export async function changeSidecars(
  db: Database,
  row: PackRow,
  head: { readonly before: PackHead; readonly after: PackHead },
  touched: ReadonlyMap<number, TouchedBucket>,
  changes: readonly ChangedEntry[],
): Promise<ChangedSidecars | null> {
  const { id, generation, buckets } = row;
  const readSidecars = async (names: readonly string[]) => {
    const rows = await db.sidecars.bulkGet(names.map((name): SidecarKey => [id, generation, name]));
    return rows.map((found) => found?.body);
  };
  const stored = chunksIn(db, [id, generation]);
  const read: ReadChunks = async (wanted) => {
    const others = wanted.filter((bucket) => !touched.has(bucket));
    const chunks = await stored(others);
    const held = new Map(others.map((bucket, i) => [bucket, chunks[i] as Chunk]));
    return wanted.map((bucket) => touched.get(bucket)?.after ?? (held.get(bucket) as Chunk));
  };

  const [places, uses, links, search, since] = (await readSidecars([
    PLACES,
    USES,
    LINKS,
    SEARCH,
    MENTIONS_SINCE,
  ])) as [
    PlaceTable | undefined,
    Uses | undefined,
    Links | undefined,
    SearchParts | undefined,
    MentionsSince | undefined,
  ];
  if (!places || !uses || !links || !search) return null;

  const put: Sidecar[] = [];
  const placesNow = changedPlaces(
    places,
    changes.flatMap(({ before, place }) => textsAt(before, place)),
    changes.flatMap(({ after, place }) => textsAt(after, place)),
  );
  const consequences = consequencesOf(changes, placesNow, uses);

  const tables = await changedTables(changes, buckets, readSidecars);
  if (!tables) return null;
  put.push(...tables);

  const around = await changeAround(
    { head: head.after, buckets, read, readSidecars, touched, changes, uses, places: placesNow },
    consequences,
    search,
  );
  if (!around) return null;
  put.push(...around.put);
  put.push(
    { name: PLACES, body: placesNow },
    { name: USES, body: changedUses(uses, around.asked) },
    {
      name: LINKS,
      body: {
        topics: changedPlaces(
          links.topics,
          changes.flatMap(({ before, place }) => (before ? topicLinks(before, place) : [])),
          changes.flatMap(({ after, place }) => (after ? topicLinks(after, place) : [])),
        ),
        quotes: changedPlaces(links.quotes, around.quotesBefore, around.quotesAfter),
      } satisfies Links,
    },
    { name: SEARCH, body: around.search },
  );

  const gone: string[] = [];
  const counts = countedWith(
    row.counts,
    changes.flatMap(({ after }) => after ?? []),
    changes.flatMap(({ before }) => before ?? []),
  );
  const rules = changedRules(changes);
  const isReadOtherwise =
    !same(head.before.terms, head.after.terms) || head.before.language !== head.after.language;
  if (isReadOtherwise || rules.size > 0) {
    const next = isReadOtherwise
      ? null
      : await mentionsSince(head.after, since ?? null, rules, counts.topic);
    if (next) put.push({ name: MENTIONS_SINCE, body: next });
    else {
      put.push({
        name: MENTIONS,
        body: await compileRules(head.after, await allRules(buckets, read)),
      });
      gone.push(MENTIONS_SINCE);
    }
  }
  if (!same(head.before, head.after)) put.push({ name: HEAD, body: head.after });
  return { put, gone, counts };
}

const textsAt = (entry: Entry | null, place: Place): NamedPlace[] =>
  entry ? placeTexts(entry).map((text) => [text, place] as const) : [];

/** @returns bodies by names, in their order */
export type ReadSidecars = (names: readonly string[]) => Promise<unknown[]>;

async function changedTables(
  changes: readonly ChangedEntry[],
  buckets: number,
  readSidecars: ReadSidecars,
): Promise<Sidecar[] | null> {
  const byBucket = new Map<number, TableChange[]>();
  for (const { before, after, place } of changes) {
    for (const change of tableChanges(before, after, place)) {
      const bucket = bucketOf(change.topic, buckets);
      const list = byBucket.get(bucket);
      if (list) list.push(change);
      else byBucket.set(bucket, [change]);
    }
  }
  const names = [...byBucket.keys()].map(topicsName);
  const tables = await readSidecars(names);
  if (tables.includes(undefined)) return null;
  return [...byBucket.values()].map((list, i) => ({
    name: names[i] as string,
    body: changedTable(tables[i] as TopicTable, list),
  }));
}
