/**
 * The `links` sidecar: from names that are not the pack's own to what they lead to in it. It is read with the mention
 * index and stays in memory, so that a page which no pack cites, and a topic which no pack shares, cost a lookup.
 */
import { type Entry, isRecord, type Source } from '../model';
import { comparableAddress } from '../page/address';
import type { NamedPlace, Place, PlaceTable } from './place-table';
import { sameNames } from './same-names';

export interface Links {
  /** From entries of `sameAs`, as `sameNames` gives them, to topics. */
  readonly topics: PlaceTable;
  /** From addresses of sources to the records that quote them. */
  readonly quotes: PlaceTable;
}

export const LINKS = 'links';

/** @returns what leads to an entry as a topic */
export const topicLinks = (entry: Entry, place: Place): NamedPlace[] =>
  entry.kind === 'topic' ? sameNames(entry).map((name) => [name, place]) : [];

/** Many records quote one source, and putting an address into its form takes longer than the rest of a record. */
const addresses = new Map<string, string | null>();
/** The sources of some buckets. */
const MAX_ADDRESSES = 16_384;

function addressOf(url: string): string | null {
  let address = addresses.get(url);
  if (address === undefined) {
    address = comparableAddress(url);
    if (addresses.size >= MAX_ADDRESSES) addresses.clear();
    addresses.set(url, address);
  }
  return address;
}

/**
 * @param sourceOf finds the pack's sources
 * @returns what leads to an entry as a record that quotes: the addresses of the sources that it quotes, each once
 */
export function quoteLinks(
  entry: Entry,
  place: Place,
  sourceOf: (id: string) => Pick<Source, 'url'> | null,
): NamedPlace[] {
  if (!isRecord(entry)) return [];
  const quoted = new Set<string>();
  for (const { source, quote } of entry.sources) {
    const url = quote ? sourceOf(source)?.url : undefined;
    const address = url === undefined ? null : addressOf(url);
    if (address !== null) quoted.add(address);
  }
  return [...quoted].map((address) => [address, place]);
}
