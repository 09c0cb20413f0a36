/** Sources as a card shows them. */
import type { Key, QuoteView, SourceView } from '../messages';
import type { Quote, RecordEntry, Source, SourceRef } from '../model';
import { textFragment } from '../quote/fragment';
import { viewDate } from './language';
import { isAddressOf } from './page-address';
import { keyOf, type Scene } from './scene';

/** Checked again here, since what is stored may have come in by any door. */
const httpUrl = (url: string | undefined): string | null =>
  url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;

/** @returns a quotation with all its parts, as messages have it */
export const viewQuote = ({ exact, prefix, suffix }: Quote): QuoteView => ({
  exact,
  prefix: prefix ?? null,
  suffix: suffix ?? null,
});

function viewSource(
  { source: id, quote, retrieved, at }: SourceRef,
  source: Source,
  { pack, language, asking }: Scene,
): SourceView {
  const url = httpUrl(source.url);
  return {
    key: keyOf(pack, id),
    publisher: source.publisher,
    title: source.title ?? null,
    url,
    archive: httpUrl(source.archive),
    passage: url !== null && quote ? textFragment(url, viewQuote(quote)) : null,
    quote: quote ? viewQuote(quote) : null,
    at: at ?? null,
    print: source.print ?? null,
    published: viewDate(source.published, language),
    retrieved: viewDate(retrieved, language),
    language: source.language ?? null,
    here: url !== null && isAddressOf(url, asking.page),
  };
}

/** A source in a pack that is not here is named by its id: better than to hide that there is one. */
const unknownSource = (key: Key, id: string): SourceView => ({
  key,
  publisher: id,
  title: null,
  url: null,
  archive: null,
  passage: null,
  quote: null,
  at: null,
  print: null,
  published: null,
  retrieved: null,
  language: null,
  here: false,
});

/** @returns the sources of a record, in its order */
export function viewSources(record: RecordEntry, scene: Scene): SourceView[] {
  return record.sources.map((ref) => {
    const entry = scene.surroundings.sources.get(ref.source);
    return entry
      ? viewSource(ref, entry, scene)
      : unknownSource(keyOf(scene.pack, ref.source), ref.source);
  });
}
