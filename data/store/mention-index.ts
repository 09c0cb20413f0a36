/**
 * The mention indexes of all stored packs, opened as one matcher. Each rests as a Blob in its pack's
 * `mentions` sidecar (docs/adr/0007), one of the topics whose rules changed since beside it (see mention-parts.ts); its
 * `links` are read with it.
 */
import { findMentions, type Matcher, openMentions, type SegmentMention } from '../mentions/matcher';
import { LINKS, type Links } from './links';
import { MENTIONS, MENTIONS_SINCE, type MentionsSince } from './mention-parts';
import type { PackRow, SidecarKey } from './schema';
import { DamagedSidecar, inOneRead, isSameState, opened, type Store } from './store';

/** One index of a pack, as a segment of the matcher. */
interface Segment {
  /** Which pack's. */
  readonly pack: number;
  /** Topics of which it knows rules of before. */
  readonly changed: ReadonlySet<string>;
}

/** The packs as they were when their indexes were read. */
export interface OpenIndex {
  readonly rows: readonly PackRow[];
  readonly matcher: Matcher;
  readonly segments: readonly Segment[];
  /** Of each pack. */
  readonly links: readonly Links[];
}

interface Part {
  readonly row: PackRow;
  readonly links: Links;
  readonly buffer: ArrayBuffer;
  readonly since: { readonly changed: ReadonlySet<string>; readonly buffer: ArrayBuffer | null };
}

interface Opened extends OpenIndex {
  readonly parts: readonly Part[];
}

/** @returns whether these are all the packs there are, each in the same state */
export const areSameStates = (a: readonly PackRow[], b: readonly PackRow[]): boolean =>
  a.length === b.length && a.every((row, i) => isSameState(row, b[i]));

/** @returns what is in memory, which may be older than what is stored */
export function indexInMemory({ memory }: Store): OpenIndex | null {
  return (memory.get(MENTIONS)?.value as Opened | undefined) ?? null;
}

const loading = new WeakMap<Store, Promise<OpenIndex>>();

/**
 * Reads the indexes and opens them, once for all who ask meanwhile; those of packs that did not
 * change since are taken from memory.
 * @throws {DamagedSidecar} when one is missing or cannot be opened
 */
export function loadIndex(store: Store): Promise<OpenIndex> {
  const begun = loading.get(store);
  if (begun) return begun;
  const load = readIndexes(store).finally(() => loading.delete(store));
  loading.set(store, load);
  return load;
}

async function readIndexes(store: Store): Promise<OpenIndex> {
  const known = (store.memory.get(MENTIONS)?.value as Opened | undefined)?.parts ?? [];
  const stored = await inOneRead(store, async () => {
    const rows = await store.db.packs.toArray();
    return Promise.all(
      rows.map(async (row) => {
        const part = known.find((one) => isSameState(one.row, row));
        if (part) return part;
        const [mentions, since, links] = await store.db.sidecars.bulkGet(
          [MENTIONS, MENTIONS_SINCE, LINKS].map(
            (name): SidecarKey => [row.id, row.generation, name],
          ),
        );
        if (!links) throw new DamagedSidecar(row, LINKS);
        return {
          row,
          body: mentions?.body,
          since: since?.body as MentionsSince | undefined,
          links: links.body as Links,
        };
      }),
    );
  });
  // After the transaction: it would not wait for a Blob.
  const parts = await Promise.all(
    stored.map(async (one) => ('buffer' in one ? one : readPart(one))),
  );
  const index: Opened = {
    rows: parts.map(({ row }) => row),
    segments: parts.flatMap(segmentsOf),
    links: parts.map(({ links }) => links),
    parts,
    matcher: openParts(parts),
  };
  store.memory.set(MENTIONS, { rows: index.rows, value: index });
  return index;
}

interface StoredPart {
  readonly row: PackRow;
  readonly links: Links;
  readonly body: unknown;
  readonly since: MentionsSince | undefined;
}

async function readPart({ row, links, body, since }: StoredPart): Promise<Part> {
  if (!(body instanceof Blob)) throw new DamagedSidecar(row, MENTIONS);
  try {
    const [buffer, newer] = await Promise.all([body.arrayBuffer(), since?.index?.arrayBuffer()]);
    const changed = new Set(since?.changed);
    return { row, links, buffer, since: { changed, buffer: newer ?? null } };
  } catch (error) {
    throw new DamagedSidecar(row, MENTIONS, error);
  }
}

const NONE: ReadonlySet<string> = new Set();

const segmentsOf = ({ since }: Part, pack: number): Segment[] => [
  { pack, changed: since.changed },
  ...(since.buffer ? [{ pack, changed: NONE }] : []),
];

const buffersOf = ({ buffer, since }: Part): ArrayBuffer[] =>
  since.buffer ? [buffer, since.buffer] : [buffer];

function openParts(parts: readonly Part[]): Matcher {
  try {
    return openMentions(...parts.flatMap(buffersOf));
  } catch (error) {
    // Which one it is shows when each is opened alone.
    for (const part of parts) {
      opened(part.row, MENTIONS, () => openMentions(...buffersOf(part)));
    }
    throw error;
  }
}

/** A place where a rule of a pack's topic holds. */
export interface PackMention extends Omit<SegmentMention, 'segment'> {
  /** Which of the index's packs. */
  readonly pack: number;
}

const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** In page order, of those that begin together the longest first; where they paint the same, by pack and topic. */
function byPlace(a: PackMention, b: PackMention): number {
  const [aStart = 0] = a.parts[0] ?? [];
  const [bStart = 0] = b.parts[0] ?? [];
  const [, aEnd = 0] = a.parts.at(-1) ?? [];
  const [, bEnd = 0] = b.parts.at(-1) ?? [];
  return (
    aStart - bStart ||
    bEnd - aEnd ||
    compare(a.parts.join(), b.parts.join()) ||
    a.pack - b.pack ||
    compare(a.topic, b.topic)
  );
}

/** @returns the mentions in one block of text, as `findMentions` does; of each topic by its rule of today */
export function findInIndex({ matcher, segments }: OpenIndex, text: string): PackMention[] {
  const found = findMentions(matcher, text).flatMap(({ segment, topic, parts }): PackMention[] => {
    const of = segments[segment];
    return !of || of.changed.has(topic) ? [] : [{ pack: of.pack, topic, parts }];
  });
  // Which index a topic is in is no reason to stand before or after another.
  return found.length > 1 ? found.sort(byPlace) : found;
}
