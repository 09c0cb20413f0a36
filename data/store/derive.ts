/** From a pack to the rows that hold it: its chunks, and the sidecars derived from them. */
import { compileInSlices } from '../mentions/compile';
import { type Entry, entriesOf, type Pack, SECTIONS, type Section } from '../model';
import { buildSearch } from '../search/build';
import { inSlices } from '../slices';
import { bucketCount, bucketOf, homeOf } from './buckets';
import { buildLinks, LINKS } from './links';
import type { SidecarRow } from './schema';
import { buildSurroundings, surroundingsName } from './surroundings';
import { buildTopicTables, topicsName } from './topic-table';

/** A pack without its entries; the body of the `head` sidecar. */
export type PackHead = Omit<Pack, Section>;

/** Entries by bucket. */
export type Chunks = readonly (readonly Entry[])[];

export type Sidecar = Pick<SidecarRow, 'name' | 'body'>;

/** @returns the pack's entries by bucket, those of a bucket by id, as a snapshot has them */
export function chunksOf(pack: Pack): Chunks {
  const entries = entriesOf(pack).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const chunks: Entry[][] = Array.from({ length: bucketCount(entries.length) }, () => []);
  for (const entry of entries) chunks[bucketOf(homeOf(entry), chunks.length)]?.push(entry);
  return chunks;
}

const sections = Object.keys(SECTIONS) as Section[];

export function headOf(pack: Pack): PackHead {
  const head: Partial<Pack> = { ...pack };
  for (const section of sections) delete head[section];
  return head as PackHead;
}

/** Puts a stored pack together again. */
export function packOf(head: PackHead, chunks: Chunks): Pack {
  const entries = chunks.flat();
  const lists = sections.map((section) => [
    section,
    entries.filter(({ kind }) => kind === SECTIONS[section]).map(({ kind: _, ...entry }) => entry),
  ]);
  return { ...head, ...(Object.fromEntries(lists) as Pick<Pack, Section>) };
}

/** @returns every sidecar of a generation */
export async function deriveSidecars(head: PackHead, chunks: Chunks): Promise<Sidecar[]> {
  const tables = buildTopicTables(chunks);
  return [
    { name: 'head', body: head },
    { name: LINKS, body: buildLinks(chunks, tables) },
    { name: 'mentions', body: new Blob([await inSlices(compileInSlices(packOf(head, chunks)))]) },
    { name: 'search', body: buildSearch(head, chunks) },
    ...tables.map((body, bucket) => ({ name: topicsName(bucket), body })),
    ...buildSurroundings(chunks).map((body, bucket) => ({ name: surroundingsName(bucket), body })),
  ];
}
