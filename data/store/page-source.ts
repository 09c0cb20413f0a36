/** What records quote of the page that asks, where it is itself a source. */
import type { Key, QuoteView } from '../messages';
import { isRecord, type RecordEntry } from '../model';
import { entriesAt, type PlacedEntry } from './entries';
import type { Links } from './links';
import { isAddressOf } from './page-address';
import { lookUpPlaces } from './place-table';
import type { PackRow } from './schema';
import { viewQuote } from './source-view';
import type { Store } from './store';

/** A passage of the page, as a record quotes it. */
export interface QuotedHere {
  readonly record: Key;
  /** The record's home topic: its id. */
  readonly topic: string;
  readonly quote: QuoteView;
}

/** Records of one pack that are looked at for one page. A long interview has some dozens. */
const MAX_RECORDS = 200;

function quotesOf(
  pack: PackRow,
  record: RecordEntry,
  { surroundings }: PlacedEntry,
  page: readonly string[],
): QuotedHere[] {
  const topic = record.about[0];
  return record.sources.flatMap(({ source, quote }) => {
    const url = surroundings.sources.get(source)?.url;
    if (!quote || topic === undefined || url === undefined || !isAddressOf(url, page)) return [];
    return [{ record: `${pack.id}#${record.id}`, topic, quote: viewQuote(quote) }];
  });
}

/**
 * To be called in one transaction with the read of `pack`.
 * @param page as `addressesOf` gives it
 * @returns what a pack's records quote of the page
 */
export async function quotedOn(
  store: Store,
  pack: PackRow,
  { quotes }: Links,
  page: readonly string[],
): Promise<QuotedHere[]> {
  const places = page.flatMap((address) => lookUpPlaces(quotes, address, MAX_RECORDS));
  if (places.length === 0) return [];
  const entries = await entriesAt(store, pack, places);
  return entries.flatMap((one) =>
    one && isRecord(one.entry) ? quotesOf(pack, one.entry, one, page) : [],
  );
}
