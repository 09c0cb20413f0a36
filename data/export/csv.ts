/** A page's record as CSV (RFC 4180), a row for each record of each topic, for spreadsheets. docs/export.md describes it. */
import { withoutControls } from '../bidi';
import type { RecordView } from '../messages';
import { type PageRecord, packOf } from './page-record';

/** Spreadsheets begin a formula with these, of full width too: a pack must not compute in a reader's sheet. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;
/** Between several values of one cell. */
const AND = ' | ';
/** By which Excel knows that the file is in UTF-8. */
const BOM = '\uFEFF';

interface Row {
  readonly page: PageRecord;
  readonly topic: string;
  readonly record: RecordView;
}

const list = (values: readonly (string | number | null | undefined)[]) =>
  values.some((value) => value) ? values.map((value) => value ?? '').join(AND) : '';

/** Names stay as they are once they are out: sheets and scripts go by them. Dates are EDTF. */
const COLUMNS: Readonly<Record<string, (row: Row) => string | null | undefined>> = {
  topic: ({ topic }) => topic,
  kind: ({ record }) => record.kind,
  form: ({ record }) => record.form,
  speakers: ({ record }) => list(record.speakers),
  made: ({ record }) => record.made?.edtf,
  when: ({ record }) => record.when?.edtf,
  text: ({ record }) => record.text.text,
  language: ({ record }) => record.text.lang,
  translator: ({ record }) => record.text.translator,
  original: ({ record }) => record.original?.text,
  original_language: ({ record }) => record.original?.lang,
  figures: ({ record }) =>
    list(
      record.figures.map((one) =>
        list([one.qualifier, one.value, one.unit].filter(Boolean)).replaceAll(AND, ' '),
      ),
    ),
  relations: ({ record }) =>
    list(record.relations.map((one) => `${one.type} (${one.direction}) ${one.record}`)),
  corrected_by: ({ record }) => list(record.corrections.map((one) => one.record)),
  source_publishers: ({ record }) => list(record.sources.map((one) => one.publisher)),
  source_titles: ({ record }) => list(record.sources.map((one) => one.title)),
  source_published: ({ record }) => list(record.sources.map((one) => one.published?.edtf)),
  source_addresses: ({ record }) => list(record.sources.map((one) => one.url)),
  source_archives: ({ record }) => list(record.sources.map((one) => one.archive)),
  source_print: ({ record }) => list(record.sources.map((one) => one.print)),
  withdrawn: ({ record }) => record.withdrawn?.date.edtf,
  withdrawn_reason: ({ record }) => record.withdrawn?.reason,
  record: ({ record }) => record.key,
  pack: ({ page, record }) => packOf(page, record)?.name,
  pack_publisher: ({ page, record }) => packOf(page, record)?.publisher,
  pack_licence: ({ page, record }) => packOf(page, record)?.licence,
  page_title: ({ page }) => page.title,
  page_address: ({ page }) => page.about.address,
  page_published: ({ page }) => page.about.published?.date.edtf,
  exported: ({ page }) => page.exported,
};

function cell(value: string | null | undefined): string {
  const text = withoutControls(value ?? '');
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** @returns the text of the file, with a byte order mark and CRLF line ends */
export function toCsv(page: PageRecord): string {
  const columns = Object.values(COLUMNS);
  const rows = page.topics.flatMap(({ topic, records }) =>
    records.map((record) =>
      columns.map((column) => cell(column({ page, topic: topic.name, record }))),
    ),
  );
  return BOM + [Object.keys(COLUMNS), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
