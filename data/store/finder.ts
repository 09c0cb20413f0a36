/**
 * Looks up what entries of some buckets refer to, wherever it stands. Answers come from memory at once or not at all:
 * what is not at hand is noted, fetched with one read a bucket for all that was noted, and asked for again. So whoever
 * asks is plain code, and a bucket is read for what it is asked for and not parsed for the rest.
 */
import {
  type Actor,
  type Entry,
  isRecord,
  type LocalText,
  type RecordEntry,
  type RelationType,
  type Source,
} from '../model';
import { keyOf } from '../sync/state';
import { bucketOf } from './buckets';
import { type Chunk, entryAt, lineOfKey } from './chunk';
import { compareRecords, placingDate, recordOrder } from './order';
import { lookUpPlaces, type Place, type PlaceTable } from './place-table';
import { type OtherRecord, outbound, type StoredSurroundings } from './surroundings';
import type { UseKey } from './uses';

/** Reads chunks of the state that is looked at, in the order asked. */
export type ReadChunks = (buckets: readonly number[]) => Promise<readonly Chunk[]>;

/** One relation of another record to one. */
export interface Inbound {
  readonly type: RelationType;
  readonly record: string;
}

/** What leads from ids to entries whose bucket the id does not tell; in the table of `places`. */
export const PLACES = 'places';
export const placeText = {
  record: (id: string) => `record ${id}`,
  /** Records that state a relation to one. */
  names: (id: string) => `names ${id}`,
  /** Actors that belong to one. */
  member: (id: string) => `member ${id}`,
} as const;

/** @returns the texts by which an entry is in the table of places */
export function placeTexts(entry: Entry): string[] {
  if (entry.kind === 'actor') return entry.of === undefined ? [] : [placeText.member(entry.of)];
  if (!isRecord(entry)) return [];
  const named = new Set(outbound(entry).map(({ record }) => record));
  return [placeText.record(entry.id), ...[...named].map(placeText.names)];
}

/** References of other packs lead nowhere here. */
const isOurs = (id: string) => !id.includes('#');

const decoder = new TextDecoder();
const parsed = <E extends Entry>(line: Uint8Array) => JSON.parse(decoder.decode(line)) as E;

type Named = 'actor' | 'source' | 'topic';

/** Lines of actors and sources and names of topics that were met anyway, as many as there is room for. */
export interface MetLines {
  readonly lines: ReadonlyMap<string, Uint8Array>;
  readonly names: ReadonlyMap<string, LocalText>;
  /** There is none that is not among them. */
  readonly all: boolean;
}

const NOTHING_MET: MetLines = { lines: new Map(), names: new Map(), all: false };

export interface Finder {
  /** Begins what follows: of that the two below tell. */
  begin(): void;
  /** All that was looked up. */
  readonly asked: ReadonlySet<UseKey>;
  /** Something was asked for that is not at hand: it has to be fetched, and all asked for again. */
  readonly isMissing: boolean;
  actor(id: string): Actor | null;
  source(id: string): Source | null;
  topicName(id: string): LocalText | null;
  other(id: string): OtherRecord | null;
  record(id: string): RecordEntry | null;
  /** In date order. */
  inbound(id: string): readonly Inbound[];
  /** In the order of their ids. */
  members(id: string): readonly string[];
  /** The line of an actor, source or record that was found. */
  line(key: string): Uint8Array;
  /** Takes over what was found before and is not among the changed. */
  know(row: StoredSurroundings, isChanged: (key: UseKey) => boolean): void;
  knowInbound(id: string, inbound: readonly Inbound[]): void;
  /** Fetches what is missing. */
  fetch(): Promise<void>;
}

/** Chunks read at once: some megabytes. */
const CHUNKS_A_READ = 64;

/**
 * @param resident chunks that are in memory
 */
export function openFinder(
  read: ReadChunks,
  buckets: number,
  places: PlaceTable,
  resident: ReadonlyMap<number, Chunk>,
  met: MetLines = NOTHING_MET,
): Finder {
  /** By key; null where there is none. */
  const lines = new Map<string, Uint8Array | null>();
  const entries = new Map<string, Entry>();
  const others = new Map<string, OtherRecord>();
  const topicNames = new Map<string, LocalText | null>();
  const inbound = new Map<string, readonly Inbound[]>();
  /** By bucket and slot. */
  const standing = new Map<string, Entry | null>();
  const missingKeys = new Map<number, Set<string>>();
  const missingSlots = new Map<number, Set<number>>();
  let asked = new Set<UseKey>();
  let isMissing = false;

  function note<T>(missing: Map<number, Set<T>>, bucket: number, what: T): void {
    isMissing = true;
    const set = missing.get(bucket);
    if (set) set.add(what);
    else missing.set(bucket, new Set([what]));
  }

  /** @returns undefined where it is not at hand */
  function namedLine(kind: Named, id: string): Uint8Array | null | undefined {
    const key = keyOf({ kind, id });
    const known = lines.get(key) ?? met.lines.get(key);
    if (known !== undefined) return known;
    if (lines.has(key) || met.all) return null;
    const bucket = bucketOf(id, buckets);
    const chunk = resident.get(bucket);
    if (!chunk) {
      note(missingKeys, bucket, key);
      return undefined;
    }
    const line = lineOfKey(chunk, key);
    lines.set(key, line);
    return line;
  }

  function named<E extends Entry>(kind: Named, id: string): E | null {
    asked.add(`${kind} ${id}`);
    if (!isOurs(id)) return null;
    const key = keyOf({ kind, id });
    const known = entries.get(key);
    if (known) return known as E;
    const line = namedLine(kind, id);
    if (!line) return null;
    const entry = parsed<E>(line);
    entries.set(key, entry);
    return entry;
  }

  /** What stands at places; not all of it where something is missing. */
  function at(found: readonly Place[]): { entry: Entry; place: Place }[] {
    return found.flatMap((place) => {
      const { bucket, slot } = place;
      const name = `${bucket} ${slot}`;
      let entry = standing.get(name);
      if (entry === undefined) {
        const chunk = resident.get(bucket);
        if (!chunk) {
          note(missingSlots, bucket, slot);
          return [];
        }
        entry = entryAt(chunk, slot);
        standing.set(name, entry);
      }
      return entry ? [{ entry, place }] : [];
    });
  }

  const byBucket = (a: { place: Place }, b: { place: Place }) =>
    a.place.bucket - b.place.bucket || a.place.slot - b.place.slot;

  function record(id: string): RecordEntry | null {
    asked.add(`record ${id}`);
    if (!isOurs(id)) return null;
    const key = keyOf({ kind: 'claim', id });
    const known = entries.get(key);
    if (known) return known as RecordEntry;
    const line = lines.get(key);
    const found = line
      ? parsed(line)
      : at(lookUpPlaces(places, placeText.record(id)))
          .filter(({ entry }) => entry.id === id && isRecord(entry))
          // A state may have one id in two buckets; whichever it is, it has to be the same one each time.
          .sort(byBucket)[0]?.entry;
    if (!found || !isRecord(found)) return null;
    entries.set(key, found);
    return found;
  }

  const finder: Finder = {
    begin() {
      asked = new Set();
      isMissing = false;
    },
    get asked() {
      return asked;
    },
    get isMissing() {
      return isMissing;
    },
    actor: (id) => named<{ kind: 'actor' } & Actor>('actor', id),
    source: (id) => named<{ kind: 'source' } & Source>('source', id),
    record,

    topicName(id) {
      asked.add(`topic ${id}`);
      if (!isOurs(id)) return null;
      const known = topicNames.get(id) ?? met.names.get(id);
      if (known !== undefined) return known;
      const topic = named<Extract<Entry, { kind: 'topic' }>>('topic', id);
      return topic?.name ?? null;
    },

    other(id) {
      asked.add(`record ${id}`);
      const known = others.get(id);
      if (known) return known;
      const found = record(id);
      return found && { by: found.by ?? [], date: placingDate(found) };
    },

    inbound(id) {
      const known = inbound.get(id);
      if (known) return known;
      return at(lookUpPlaces(places, placeText.names(id)))
        .flatMap(({ entry }) => (isRecord(entry) ? [{ entry, order: recordOrder(entry) }] : []))
        .sort((a, b) => compareRecords(a.order, b.order))
        .flatMap(({ entry }) =>
          outbound(entry)
            .filter((relation) => relation.record === id)
            .map(({ type }) => ({ type, record: entry.id })),
        );
    },

    members(id) {
      asked.add(`members ${id}`);
      return at(lookUpPlaces(places, placeText.member(id)))
        .flatMap(({ entry }) => (entry.kind === 'actor' && entry.of === id ? [entry.id] : []))
        .sort();
    },

    line(key) {
      const line = lines.get(key) ?? met.lines.get(key);
      if (line) return line;
      // Found by its place, and its bucket is in memory or was.
      const entry = entries.get(key);
      if (!entry) throw new Error(`no line of ${key} was looked up`);
      return new TextEncoder().encode(`${JSON.stringify(entry)}\n`);
    },

    know(row, isChanged) {
      row.lines.keys.forEach((key, i) => {
        const [id = '', kind = ''] = key.split(' ');
        if (isChanged(`${kind} ${id}` as UseKey)) return;
        lines.set(key, row.lines.bytes.subarray(row.lines.ends[i - 1] ?? 0, row.lines.ends[i]));
      });
      for (const [id, other] of row.others) if (!isChanged(`record ${id}`)) others.set(id, other);
      for (const [id, name] of row.topics) if (!isChanged(`topic ${id}`)) topicNames.set(id, name);
    },

    knowInbound(id, known) {
      inbound.set(id, known);
    },

    async fetch() {
      const wanted = [...new Set([...missingKeys.keys(), ...missingSlots.keys()])].sort(
        (a, b) => a - b,
      );
      for (let i = 0; i < wanted.length; i += CHUNKS_A_READ) {
        const some = wanted.slice(i, i + CHUNKS_A_READ);
        const chunks = await read(some);
        some.forEach((bucket, n) => {
          const chunk = chunks[n];
          if (!chunk) return;
          for (const key of missingKeys.get(bucket) ?? []) {
            // A copy: a view would keep the whole chunk in memory.
            lines.set(key, lineOfKey(chunk, key)?.slice() ?? null);
          }
          for (const slot of missingSlots.get(bucket) ?? []) {
            standing.set(`${bucket} ${slot}`, entryAt(chunk, slot));
          }
        });
      }
      missingKeys.clear();
      missingSlots.clear();
    },
  };
  return finder;
}
