/** What an update changes of what stands around buckets, of what they quote and of what finds them by search. */
import { type Entry, isRecord, type Source } from '../model';
import { pacer } from '../slices';
import type { ReadSidecars } from './change';
import { type Chunk, type SlottedEntry, slottedIn } from './chunk';
import type { ChangedEntry, Consequences, TouchedBucket } from './consequences';
import type { PackHead, Sidecar } from './derive';
import { type Finder, openFinder, type ReadChunks } from './finder';
import { inGroups } from './groups';
import { quoteLinks } from './links';
import type { NamedPlace, Place, PlaceTable } from './place-table';
import { buildParts, isDocument, referredBy, type SearchParts, withDead } from './search-parts';
import { type StoredSurroundings, surround, surroundingsName } from './surroundings';
import { type UseKey, type Uses, usersOf } from './uses';

/** @returns whether an entry is searched by one of these */
function isFoundBy(entry: Entry, keys: ReadonlySet<UseKey>): boolean {
  if (!('about' in entry)) return false;
  if (entry.about.some((id) => keys.has(`topic ${id}`))) return true;
  return (
    isRecord(entry) &&
    ((entry.by ?? []).some((id) => keys.has(`actor ${id}`)) ||
      entry.sources.some(({ source }) => keys.has(`source ${source}`)))
  );
}

/** What is needed to tell what stands around buckets now, and who is found by what. */
export interface Changing {
  readonly head: PackHead;
  readonly buckets: number;
  readonly read: ReadChunks;
  readonly readSidecars: ReadSidecars;
  readonly touched: ReadonlyMap<number, TouchedBucket>;
  readonly changes: readonly ChangedEntry[];
  readonly uses: Uses;
  readonly places: PlaceTable;
}

export interface Around {
  readonly put: readonly Sidecar[];
  readonly asked: ReadonlyMap<number, ReadonlySet<UseKey>>;
  readonly quotesBefore: readonly NamedPlace[];
  readonly quotesAfter: readonly NamedPlace[];
  readonly search: SearchParts;
}

/** A bucket of which something is derived anew. */
interface Bucket {
  readonly bucket: number;
  /** All its entries; only those that changed where the rest does not matter. */
  readonly entries: readonly SlottedEntry[];
  /** To be indexed again, and looked at for what they quote. */
  readonly documents: readonly {
    readonly before: Entry | null;
    readonly now: SlottedEntry | null;
    readonly place: Place;
  }[];
  readonly isAnew: boolean;
}

/** @returns null where what stood around a bucket is not there */
export async function changeAround(
  { head, buckets, read, readSidecars, touched, changes, uses, places }: Changing,
  { keys, named, anew }: Consequences,
  search: SearchParts,
): Promise<Around | null> {
  const breathe = pacer();
  const foundBy = new Set([...keys].filter((key) => /^(?:actor|source|topic) /.test(key)));
  const referring = new Set([...foundBy].flatMap((key) => usersOf(uses, key)));
  const byBucket = new Map<number, ChangedEntry[]>();
  for (const change of changes) {
    const own = byBucket.get(change.place.bucket);
    if (own) own.push(change);
    else byBucket.set(change.place.bucket, [change]);
  }
  const sourcesBefore = new Map(
    changes.flatMap(({ before, after }): [string, Source | null][] => {
      const source = before?.kind === 'source' ? before : after?.kind === 'source' ? after : null;
      return source ? [[source.id, before?.kind === 'source' ? before : null]] : [];
    }),
  );
  const put: Sidecar[] = [];
  const asked = new Map<number, ReadonlySet<UseKey>>();
  const quotesBefore: NamedPlace[] = [];
  const quotesAfter: NamedPlace[] = [];
  const dead: Place[] = [];
  const parts = buildParts(head.name, search.next, async (part) => {
    put.push(part);
  });
  const all = [...new Set([...anew, ...referring, ...byBucket.keys()])].sort((a, b) => a - b);
  for (const group of inGroups(all)) {
    const [chunks, bodies] = await Promise.all([
      read(group),
      readSidecars(group.map(surroundingsName)),
    ]);
    if (bodies.includes(undefined)) return null;
    const resident = new Map([...touched].map(([bucket, { after }]) => [bucket, after]));
    for (const [i, bucket] of group.entries()) resident.set(bucket, chunks[i] as Chunk);
    const finder = openFinder(read, buckets, places, resident);
    for (const body of bodies) finder.know(body as StoredSurroundings, (key) => keys.has(key));
    let left: Bucket[] = [];
    for (const [i, bucket] of group.entries()) {
      await breathe();
      const isAnew = anew.has(bucket);
      const own = byBucket.get(bucket) ?? [];
      const isWhole = isAnew || referring.has(bucket);
      const entries = isWhole ? slottedIn(chunks[i] as Chunk) : [];
      if (isAnew) knowInbound(finder, entries, bodies[i] as StoredSurroundings, named);
      const changed = new Set(own.map(({ place }) => place.slot));
      left.push({
        bucket,
        isAnew,
        entries,
        documents: [
          ...own.map(({ before, after, place }) => ({
            before,
            place,
            now: after && { entry: after, slot: place.slot, key: '' },
          })),
          ...entries
            .filter(({ entry, slot }) => !changed.has(slot) && isFoundBy(entry, foundBy))
            .map((now) => ({ before: now.entry, now, place: { bucket, slot: now.slot } })),
        ],
      });
    }
    while (left.length > 0) {
      const missing: Bucket[] = [];
      for (const one of left) {
        await breathe();
        const { bucket, entries, documents, isAnew } = one;
        finder.begin();
        const around = isAnew
          ? surround(
              entries.map(({ entry }) => entry),
              finder,
            )
          : null;
        const askedFor = finder.asked;
        const now = documents.flatMap((one) => one.now ?? []);
        const referred = referredBy(
          now.map(({ entry }) => entry),
          finder,
          head.name,
        );
        const before = documents.flatMap((each) =>
          each.before
            ? quoteLinks(each.before, each.place, (source) =>
                sourcesBefore.has(source)
                  ? (sourcesBefore.get(source) ?? null)
                  : finder.source(source),
              )
            : [],
        );
        const after = now.flatMap(({ entry, slot }) =>
          quoteLinks(entry, { bucket, slot }, finder.source),
        );
        if (finder.isMissing) {
          missing.push(one);
          continue;
        }
        if (around) {
          put.push({ name: surroundingsName(bucket), body: around });
          asked.set(bucket, askedFor);
        }
        quotesBefore.push(...before);
        quotesAfter.push(...after);
        for (const each of documents) if (isDocument(each.before)) dead.push(each.place);
        await parts.add(bucket, now, referred);
      }
      if (missing.length > 0) await finder.fetch();
      left = missing;
    }
  }
  return {
    put,
    asked,
    quotesBefore,
    quotesAfter,
    search: await parts.finish(withDead(search, dead)),
  };
}

/** What others say of a bucket's records is known where nothing of it changed. */
function knowInbound(
  finder: Finder,
  entries: readonly SlottedEntry[],
  { inbound }: StoredSurroundings,
  named: ReadonlySet<string>,
): void {
  for (const { entry } of entries) {
    if (!isRecord(entry) || named.has(entry.id)) continue;
    finder.knowInbound(entry.id, inbound.get(entry.id) ?? []);
  }
}
