/**
 * A record's sources as CSL-JSON, the common tongue of citation programs
 * (https://github.com/citation-style-language/schema). What On Record adds, who said what and under which
 * id it is on record, goes into the note of each: no format has a field for it.
 */
import { onOneLine } from '../bidi';
import type { Say } from '../locale';
import type { DateView, PackView, RecordView, SourceView } from '../messages';
import { type CslDate, cslDate } from './csl-date';
import { citedDate, recordedIn, saidLine } from './words';

/** Those of the fields of a CSL item that are used here. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'document';
  readonly title?: string;
  readonly publisher?: string;
  readonly URL?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly language?: string;
  /** Where in the source: a page, paragraph or minute. */
  readonly section?: string;
  /** Where an archived copy is. */
  readonly archive_location?: string;
  readonly note: string;
}

const date = (view: DateView | null) => (view ? cslDate(view) : undefined);
const line = (text: string | null) => (text === null ? undefined : onOneLine(text) || undefined);

/** Leaves out what is not known: programs print an empty field. */
function known<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as never;
}

/** Letters, digits and hyphens: the key of an entry in BibTeX allows little more. */
const itemId = (record: RecordView, source: SourceView | null) =>
  [record.key, ...(source ? [source.key.split('#').at(-1) ?? ''] : [])]
    .join('-')
    .replace(/[^A-Za-z0-9-]+/g, '-');

/**
 * @param pack the one that the record is of
 * @returns one item a source, in the record's order; for a record without any, one that names the record
 *   itself, as a document of the pack
 */
export function cslItems(record: RecordView, pack: PackView, say: Say): CslItem[] {
  const note = `${saidLine(record, say)} ${recordedIn(record, pack, say)}.`;
  if (record.sources.length === 0) {
    return [
      known({
        id: itemId(record, null),
        type: 'document' as const,
        title: line(record.text.text),
        publisher: line(pack.publisher),
        issued: date(record.withdrawn?.date ?? citedDate(record)),
        language: line(record.text.lang),
        note,
      }) as CslItem,
    ];
  }
  return record.sources.map(
    (source) =>
      known({
        id: itemId(record, source),
        type: source.url === null ? ('document' as const) : ('webpage' as const),
        title: line(source.title ?? source.print),
        publisher: line(source.publisher),
        URL: source.url ?? undefined,
        issued: date(source.published),
        accessed: date(source.retrieved),
        language: line(source.language),
        section: line(source.at),
        archive_location: source.archive ?? undefined,
        note: source.title && source.print ? `${onOneLine(source.print)}. ${note}` : note,
      }) as CslItem,
  );
}
