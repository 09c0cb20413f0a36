/**
 * The mention indexes of all stored packs, opened as one matcher. Each rests as a Blob in its pack's
 * `mentions` sidecar (docs/adr/0007); its `links` are read with it.
 */
import { type Matcher, openMentions } from '../mentions/matcher';
import { LINKS, type Links } from './links';
import type { PackRow, SidecarKey } from './schema';
import { DamagedSidecar, inOneRead, isSameState, opened, type Store } from './store';

export const MENTIONS = 'mentions';

/** The packs as they were when their indexes were read; a mention's segment counts in their order. */
export interface OpenIndex {
  readonly rows: readonly PackRow[];
  readonly matcher: Matcher;
  /** Of each pack. */
  readonly links: readonly Links[];
}

interface Part {
  readonly row: PackRow;
  readonly links: Links;
  readonly buffer: ArrayBuffer;
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
        const [mentions, links] = await store.db.sidecars.bulkGet(
          [MENTIONS, LINKS].map((name): SidecarKey => [row.id, row.generation, name]),
        );
        if (!links) throw new DamagedSidecar(row, LINKS);
        return { row, body: mentions?.body, links: links.body as Links };
      }),
    );
  });
  // After the transaction: it would not wait for a Blob.
  const parts = await Promise.all(
    stored.map(async (one) => ('buffer' in one ? one : readPart(one.row, one.links, one.body))),
  );
  const index: Opened = {
    rows: parts.map(({ row }) => row),
    links: parts.map(({ links }) => links),
    parts,
    matcher: openParts(parts),
  };
  store.memory.set(MENTIONS, { rows: index.rows, value: index });
  return index;
}

async function readPart(row: PackRow, links: Links, body: unknown): Promise<Part> {
  if (!(body instanceof Blob)) throw new DamagedSidecar(row, MENTIONS);
  try {
    return { row, links, buffer: await body.arrayBuffer() };
  } catch (error) {
    throw new DamagedSidecar(row, MENTIONS, error);
  }
}

function openParts(parts: readonly Part[]): Matcher {
  try {
    return openMentions(...parts.map(({ buffer }) => buffer));
  } catch (error) {
    // Which one it is shows when each is opened alone.
    for (const { row, buffer } of parts) opened(row, MENTIONS, () => openMentions(buffer));
    throw error;
  }
}
