/**
 * The `links` sidecar: from names that are not the pack's own to what they lead to in it. It is read with the mention
 * index and stays in memory, so that a page which no pack cites, and a topic which no pack shares, cost a lookup.
 */
import { type Entry, isRecord, type Source } from '../model';
import { comparableAddress } from '../page/address';
import { buildPlaceTable, type PlaceTable } from './place-table';
import type { Place, TopicTable } from './topic-table';

export interface Links {
  /** From entries of `sameAs`, as `sameNames` gives them, to topics: a bucket and a row of its topic table. */
  readonly topics: PlaceTable;
  /** From addresses of sources to the records that quote them. */
  readonly quotes: PlaceTable;
}

export const LINKS = 'links';

/** @returns the records of a pack that quote a source with an address, by that address */
function* quotesOf(chunks: readonly (readonly Entry[])[]): Generator<[string, Place]> {
  const sources = new Map<string, Source>();
  for (const entry of chunks.flat()) if (entry.kind === 'source') sources.set(entry.id, entry);
  const addresses = new Map<string, string | null>();
  const addressOf = (id: string) => {
    const known = addresses.get(id);
    if (known !== undefined) return known;
    const url = sources.get(id)?.url;
    const address = url === undefined ? null : comparableAddress(url);
    addresses.set(id, address);
    return address;
  };
  for (const [bucket, entries] of chunks.entries()) {
    for (const [slot, entry] of entries.entries()) {
      if (!isRecord(entry)) continue;
      const quoted = entry.sources.filter(({ quote }) => quote).map(({ source }) => source);
      for (const id of new Set(quoted)) {
        const address = addressOf(id);
        if (address !== null) yield [address, { bucket, slot }];
      }
    }
  }
}

function* topicsIn(tables: readonly TopicTable[]): Generator<[string, Place]> {
  for (const [bucket, { same }] of tables.entries()) {
    for (const [slot, names] of same) {
      for (const name of names) yield [name, { bucket, slot }];
    }
  }
}

/**
 * @param chunks the pack's entries by bucket and slot
 * @param tables its topic tables
 */
export const buildLinks = (
  chunks: readonly (readonly Entry[])[],
  tables: readonly TopicTable[],
): Links => ({
  topics: buildPlaceTable(topicsIn(tables)),
  quotes: buildPlaceTable(quotesOf(chunks)),
});
