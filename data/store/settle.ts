/**
 * Puts search parts together that many small updates left, and makes those anew in which much is dead. Nothing that is
 * answered changes by it, so it may be left off, stopped, or done when nobody waits.
 */
import { openSearchIndex } from '../search/index-file';
import { pacer } from '../slices';
import { type Chunk, type SlottedEntry, slottedIn } from './chunk';
import { chunksIn } from './chunk-rows';
import { HEAD, type PackHead } from './derive';
import { openFinder, PLACES } from './finder';
import { ALL } from './generations';
import { inGroups } from './groups';
import { NO_PLACES, type PlaceTable } from './place-table';
import type { Database, PackRow, SidecarKey } from './schema';
import {
  type BuiltPart,
  buildParts,
  deadIn,
  placeNumber,
  referredBy,
  SEARCH,
  type SearchPart,
  type SearchParts,
} from './search-parts';
import { isSameState } from './store';
import { type StoredSurroundings, surroundingsName } from './surroundings';

/** When parts are put in order. */
export interface Disorder {
  /** Documents below which a part is small. */
  readonly small: number;
  /** So many small parts are looked up in without a wait that anybody feels. */
  readonly many: number;
  /** Dead documents that are too few to matter, and their share of all from which on they are too many. */
  readonly dead: number;
  readonly share: number;
}

const USUAL: Disorder = { small: 8192, many: 8, dead: 4096, share: 1 / 4 };

function disordered({ parts, dead }: SearchParts, limits: Disorder): readonly SearchPart[] {
  const documents = parts.reduce((sum, part) => sum + part.documents, 0);
  if (dead.buckets.length > Math.max(limits.dead, documents * limits.share)) return parts;
  const small = parts.filter((part) => part.documents < limits.small);
  return small.length > limits.many ? small : [];
}

/** @returns what is dead without those that every part was made after */
function trimmed({ parts, next, dead }: SearchParts): SearchParts {
  const from = parts.reduce((least, { since }) => Math.min(least, since), dead.buckets.length);
  return {
    next,
    parts: parts.map((part) => ({ ...part, since: part.since - from })),
    dead: { buckets: dead.buckets.slice(from), slots: dead.slots.slice(from) },
  };
}

/** @param pack its id; nothing happens where there is nothing to put in order, or somebody else changes it meanwhile */
export async function settleSearch(
  db: Database,
  pack: string,
  limits: Disorder = USUAL,
): Promise<void> {
  const row = await db.packs.get(pack);
  if (!row) return;
  const { generation } = row;
  const keyOf = (name: string): SidecarKey => [pack, generation, name];
  const all = (await db.sidecars.get(keyOf(SEARCH)))?.body as SearchParts | undefined;
  const old = all ? disordered(all, limits) : [];
  if (!all || old.length === 0) return;
  const built: BuiltPart[] = [];
  const kept = { ...all, parts: all.parts.filter((part) => !old.includes(part)) };
  const parts = await rebuilt(db, row, all, old, kept, built);
  if (!parts) return;
  await db.transaction('rw', ALL, async () => {
    const now = await db.packs.get(pack);
    if (!now || !isSameState(now, row)) return;
    await db.sidecars.bulkDelete(old.map(({ name }) => keyOf(name)));
    await db.sidecars.bulkPut(
      [...built, { name: SEARCH, body: trimmed(parts) }].map((sidecar) => ({
        pack,
        generation,
        ...sidecar,
      })),
    );
    await db.packs.put({ ...now, revision: now.revision + 1 });
  });
}

/** Indexes what is alive in some parts. */
async function rebuilt(
  db: Database,
  row: PackRow,
  all: SearchParts,
  old: readonly SearchPart[],
  kept: SearchParts,
  built: BuiltPart[],
): Promise<SearchParts | null> {
  const { id, generation } = row;
  const read = async (names: readonly string[]) => {
    const rows = await db.sidecars.bulkGet(names.map((name): SidecarKey => [id, generation, name]));
    return rows.map((found) => found?.body);
  };
  const alive = new Map<number, Set<number>>();
  for (const part of old) {
    const [body] = await read([part.name]);
    const { buckets, slots } = openSearchIndex(body);
    const dead = deadIn(all, part);
    buckets.forEach((bucket, i) => {
      const slot = slots[i] as number;
      if (dead.has(placeNumber({ bucket, slot }))) return;
      const own = alive.get(bucket);
      if (own) own.add(slot);
      else alive.set(bucket, new Set([slot]));
    });
  }
  const [head, places] = (await read([HEAD, PLACES])) as [PackHead | undefined, PlaceTable];
  if (!head) return null;
  const breathe = pacer();
  const chunksOf = chunksIn(db, [id, generation]);
  const builder = buildParts(head.name, all.next, async (part) => {
    built.push(part);
  });
  for (const group of inGroups([...alive.keys()].sort((a, b) => a - b))) {
    const [chunks, around] = await Promise.all([
      chunksOf(group),
      read(group.map(surroundingsName)),
    ]);
    if (around.includes(undefined)) return null;
    const resident = new Map(group.map((bucket, i) => [bucket, chunks[i] as Chunk]));
    const finder = openFinder(chunksOf, row.buckets, places ?? NO_PLACES, resident);
    for (const body of around) finder.know(body as StoredSurroundings, () => false);
    let left = group.map((bucket, i) => ({
      bucket,
      entries: slottedIn(chunks[i] as Chunk).filter(({ slot }) => alive.get(bucket)?.has(slot)),
    }));
    while (left.length > 0) {
      const missing: { bucket: number; entries: SlottedEntry[] }[] = [];
      for (const one of left) {
        await breathe();
        finder.begin();
        const entries = one.entries.map(({ entry }) => entry);
        const referred = referredBy(entries, finder, head.name);
        if (finder.isMissing) missing.push(one);
        else await builder.add(one.bucket, one.entries, referred);
      }
      if (missing.length > 0) await finder.fetch();
      left = missing;
    }
  }
  return builder.finish(kept);
}
