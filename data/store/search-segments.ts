/** The search indexes of all stored packs, opened. A part never changes, so that an update costs the part that it adds. */

import { foldWords } from '../mentions/tokenize';
import { textsOf } from '../search/fields';
import { openSearchIndex, type SearchIndex } from '../search/index-file';
import type { Segment } from '../search/segments';
import { areSameStates } from './mention-index';
import type { PackRow, SidecarKey } from './schema';
import { deadIn, placeNumber, SEARCH, type SearchPart, type SearchParts } from './search-parts';
import { DamagedSidecar, opened, type Store } from './store';

export interface SegmentOfPack extends Segment {
  readonly row: PackRow;
}

interface Opened {
  readonly segments: readonly SegmentOfPack[];
  /** By pack, generation and name. */
  readonly parts: ReadonlyMap<string, SearchIndex>;
}

const MEMORY = 'search segments';

function hiddenIn(index: SearchIndex, parts: SearchParts, part: SearchPart): Uint8Array | null {
  const dead = deadIn(parts, part);
  if (dead.size === 0) return null;
  return Uint8Array.from({ length: index.documents }, (_, i) => {
    const place = { bucket: index.buckets[i] as number, slot: index.slots[i] as number };
    return dead.has(placeNumber(place)) ? 1 : 0;
  });
}

const packWords = ({ id, name, publisher }: PackRow): string[] => [
  ...new Set(
    [id, ...textsOf(name), publisher].flatMap((text) => foldWords(text).map(({ word }) => word)),
  ),
];

/** The keys of what is to be read of some packs. */
const keysFor = (row: PackRow, names: readonly string[]): SidecarKey[] =>
  names.map((name): SidecarKey => [row.id, row.generation, name]);

/**
 * To be called in one transaction with the reading of what is found.
 * @throws {DamagedSidecar} when one is missing or cannot be opened
 */
export async function searchSegments(store: Store): Promise<readonly SegmentOfPack[]> {
  const { db, memory } = store;
  const rows = await db.packs.toArray();
  const known = memory.get(MEMORY) as { rows: readonly PackRow[]; value: Opened } | undefined;
  if (known && areSameStates(known.rows, rows)) return known.value.segments;

  const manifests = await db.sidecars.bulkGet(rows.flatMap((row) => keysFor(row, [SEARCH])));
  const wanted = rows.flatMap((row, i) => {
    const manifest = manifests[i]?.body as SearchParts | undefined;
    if (!manifest?.parts) throw new DamagedSidecar(row, SEARCH);
    return manifest.parts.map((part) => ({ row, manifest, part }));
  });
  const nameOf = ({ row, part }: (typeof wanted)[number]) =>
    `${row.id}/${row.generation}/${part.name}`;
  const missing = wanted.filter((one) => !known?.value.parts.has(nameOf(one)));
  const bodies = await db.sidecars.bulkGet(
    missing.flatMap(({ row, part }) => keysFor(row, [part.name])),
  );
  const read = new Map(missing.map((one, i) => [nameOf(one), bodies[i]?.body]));
  const parts = new Map<string, SearchIndex>();
  const segments = wanted.map((one): SegmentOfPack => {
    const { row, manifest, part } = one;
    const name = nameOf(one);
    const index =
      known?.value.parts.get(name) ?? opened(row, part.name, () => openSearchIndex(read.get(name)));
    parts.set(name, index);
    const pack = { id: row.id, words: packWords(row) };
    return { row, index, pack, hidden: hiddenIn(index, manifest, part) };
  });
  memory.set(MEMORY, { rows, value: { segments, parts } satisfies Opened });
  return segments;
}
