/**
 * From a pack's chunks to the sidecars that are derived from them, some buckets at a time: memory holds those, and of
 * the rest a few numbers an entry.
 */
import {
  type Entry,
  type LocalText,
  type Pack,
  RECORD_KINDS,
  SECTIONS,
  type Section,
} from '../model';
import { pacer } from '../slices';
import { bucketOf } from './buckets';
import { type Chunk, type SlottedEntry, slottedIn } from './chunk';
import { type MetLines, openFinder, PLACES, placeTexts, type ReadChunks } from './finder';
import { groupsOf } from './groups';
import { LINKS, quoteLinks, topicLinks } from './links';
import { compileRules, MENTIONS, type TopicRule } from './mention-parts';
import { type PlaceTable, placeRows } from './place-table';
import type { PackRow, SidecarRow } from './schema';
import { buildParts, NO_PARTS, referredBy, SEARCH } from './search-parts';
import { surround, surroundingsName } from './surroundings';
import { changedTable, NO_TOPICS, type TableChange, tableChanges, topicsName } from './topic-table';
import { USES, useRows } from './uses';

/** A pack without its entries; the body of the `head` sidecar. */
export type PackHead = Omit<Pack, Section>;

export type Sidecar = Pick<SidecarRow, 'name' | 'body'>;
export type Counts = PackRow['counts'];

export const HEAD = 'head';

const sections = Object.keys(SECTIONS) as Section[];

export function headOf(pack: Pack): PackHead {
  const head: Partial<Pack> = { ...pack };
  for (const section of sections) delete head[section];
  return head as PackHead;
}

export const NO_COUNTS: Counts = { topic: 0, claim: 0, denial: 0, statement: 0, event: 0 };

/** @returns how many topics and records of each kind there are when some entries come and others go */
export function countedWith(
  counts: Counts,
  come: readonly Entry[],
  go: readonly Entry[] = [],
): Counts {
  const sum: Record<string, number> = { ...counts };
  const add = ({ kind }: Entry, by: number) => {
    if (kind === 'topic' || (RECORD_KINDS as readonly string[]).includes(kind)) {
      sum[kind] = (sum[kind] ?? 0) + by;
    }
  };
  for (const entry of come) add(entry, 1);
  for (const entry of go) add(entry, -1);
  return sum as Counts;
}

/** Bytes of lines that are kept because others will ask for them; of a larger pack they are read again. */
const MET_BYTES = 8 * 1024 * 1024;

/** What a first look at all buckets gathers. */
interface FirstLook {
  readonly counts: Counts;
  readonly places: PlaceTable;
  readonly rules: readonly TopicRule[];
  /** By bucket of the topic: of records that are at home elsewhere. */
  readonly guests: ReadonlyMap<number, readonly TableChange[]>;
  readonly met: MetLines;
}

async function lookAtAll(
  buckets: number,
  read: ReadChunks,
  breathe: () => Promise<void>,
): Promise<FirstLook> {
  let counts = NO_COUNTS;
  const places = placeRows();
  const rules: TopicRule[] = [];
  const guests = new Map<number, TableChange[]>();
  const lines = new Map<string, Uint8Array>();
  const names = new Map<string, LocalText>();
  let room = MET_BYTES;
  const meet = (chunk: Chunk, i: number, entry: Entry) => {
    if (room <= 0) return;
    if (entry.kind === 'topic') {
      names.set(entry.id, entry.name);
      room -= entry.id.length + JSON.stringify(entry.name).length;
    } else if (entry.kind === 'actor' || entry.kind === 'source') {
      // A copy: a view would keep the whole chunk in memory.
      const line = chunk.bytes.slice(chunk.ends[i - 1] ?? 0, chunk.ends[i]);
      lines.set(chunk.keys[i] as string, line);
      room -= line.length;
    }
  };
  for (const group of groupsOf(buckets)) {
    const chunks = await read(group);
    for (const [n, bucket] of group.entries()) {
      await breathe();
      const chunk = chunks[n] as Chunk;
      const entries = slottedIn(chunk);
      counts = countedWith(
        counts,
        entries.map(({ entry }) => entry),
      );
      entries.forEach(({ entry, slot }, i) => {
        const place = { bucket, slot };
        for (const text of placeTexts(entry)) places.add(text, place);
        if (entry.kind === 'topic' && entry.mention !== undefined) {
          rules.push({ id: entry.id, mention: entry.mention });
        }
        meet(chunk, i, entry);
        if (!('about' in entry) || entry.about.length < 2) return;
        for (const change of tableChanges(null, entry, place)) {
          const home = bucketOf(change.topic, buckets);
          if (home === bucket) continue;
          const list = guests.get(home);
          if (list) list.push(change);
          else guests.set(home, [change]);
        }
      });
    }
  }
  rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { counts, places: places.table(), rules, guests, met: { lines, names, all: room > 0 } };
}

/**
 * Derives every sidecar of a generation.
 * @param read reads its chunks
 * @param put stores sidecars; each is handed over once
 */
export async function deriveAll(
  head: PackHead,
  buckets: number,
  read: ReadChunks,
  put: (sidecars: readonly Sidecar[]) => Promise<void>,
): Promise<Counts> {
  const breathe = pacer();
  const { counts, places, rules, guests, met } = await lookAtAll(buckets, read, breathe);
  const uses = useRows();
  const topicPlaces = placeRows();
  const quotePlaces = placeRows();
  const search = buildParts(head.name, 0, (part) => put([part]));
  for (const group of groupsOf(buckets)) {
    const chunks = await read(group);
    const resident = new Map(group.map((bucket, i) => [bucket, chunks[i] as Chunk]));
    const finder = openFinder(read, buckets, places, resident, met);
    let left = group.map((bucket, i) => ({ bucket, entries: slottedIn(chunks[i] as Chunk) }));
    while (left.length > 0) {
      const missing: typeof left = [];
      const done: Sidecar[] = [];
      for (const one of left) {
        await breathe();
        const { bucket, entries } = one;
        finder.begin();
        const row = surround(
          entries.map(({ entry }) => entry),
          finder,
        );
        if (finder.isMissing) {
          missing.push(one);
          continue;
        }
        uses.add(bucket, finder.asked);
        done.push(
          { name: surroundingsName(bucket), body: row },
          { name: topicsName(bucket), body: tableOf(one, buckets, guests.get(bucket) ?? []) },
        );
        for (const { entry, slot } of entries) {
          const place = { bucket, slot };
          for (const [name] of topicLinks(entry, place)) topicPlaces.add(name, place);
          for (const [name] of quoteLinks(entry, place, finder.source))
            quotePlaces.add(name, place);
        }
        const own = entries.map(({ entry }) => entry);
        await search.add(bucket, entries, referredBy(own, finder, head.name));
      }
      if (done.length > 0) await put(done);
      if (missing.length > 0) await finder.fetch();
      left = missing;
    }
  }
  await put([
    { name: HEAD, body: head },
    { name: MENTIONS, body: await compileRules(head, rules) },
    { name: LINKS, body: { topics: topicPlaces.table(), quotes: quotePlaces.table() } },
    { name: PLACES, body: places },
    { name: USES, body: uses.table() },
    { name: SEARCH, body: await search.finish(NO_PARTS) },
  ]);
  return counts;
}

interface Bucket {
  readonly bucket: number;
  readonly entries: readonly SlottedEntry[];
}

function tableOf({ bucket, entries }: Bucket, buckets: number, guests: readonly TableChange[]) {
  const own = entries.flatMap(({ entry, slot }) =>
    tableChanges(null, entry, { bucket, slot }).filter(
      ({ topic }) => bucketOf(topic, buckets) === bucket,
    ),
  );
  return changedTable(NO_TOPICS, [...own, ...guests]);
}
