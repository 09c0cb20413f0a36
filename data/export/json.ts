/** A page's record as JSON: exact data, for programs. docs/export.md describes it. */
import type { CorrectionView, DateView, FigureView, RecordView, SourceView } from '../messages';
import { type PageRecord, recordsOf } from './page-record';

/** Told by programs before they read on. A change that breaks them makes another version. */
const FORMAT = 'on-record/page-record';
const VERSION = 1;

const edtf = (date: DateView | null) => date?.edtf ?? null;

const figure = ({ value, unit, qualifier }: FigureView) => ({ value, unit, qualifier });

const source = (view: SourceView) => ({
  key: view.key,
  publisher: view.publisher,
  title: view.title,
  url: view.url,
  archive: view.archive,
  quote: view.quote,
  at: view.at,
  print: view.print,
  published: edtf(view.published),
  retrieved: edtf(view.retrieved),
  language: view.language,
});

const correction = (view: CorrectionView) => ({
  record: view.record,
  field: view.field,
  reported: edtf(view.reported),
  corrected: edtf(view.corrected),
  figures: view.figures && {
    reported: view.figures.reported.map(figure),
    corrected: view.figures.corrected.map(figure),
  },
  text: view.text,
});

const record = (view: RecordView) => ({
  key: view.key,
  kind: view.kind,
  form: view.form,
  speakers: view.speakers,
  made: edtf(view.made),
  when: edtf(view.when),
  text: view.text,
  original: view.original,
  figures: view.figures.map(figure),
  sources: view.sources.map(source),
  relations: view.relations.map(({ type, direction, record: other }) => ({
    type,
    direction,
    record: other,
  })),
  corrections: view.corrections.map(correction),
  withdrawn: view.withdrawn && {
    date: view.withdrawn.date.edtf,
    reason: view.withdrawn.reason,
  },
});

/** @returns the text of the file; dates are EDTF, texts as the packs have them */
export function toJson(page: PageRecord): string {
  const { title, about, topics, packs, total, exported } = page;
  const records = recordsOf(page);
  const file = {
    format: FORMAT,
    version: VERSION,
    exported,
    page: {
      title,
      address: about.address,
      published: edtf(about.published?.date ?? null),
      publishedFrom: about.published?.sign ?? null,
    },
    filtered: { shown: records.length, total },
    packs: packs.map(({ id, name, publisher, edition, licence, contact, signed, updated }) => ({
      id,
      name,
      publisher,
      edition,
      licence,
      contact,
      signed,
      updated: edtf(updated),
    })),
    topics: topics.map(({ topic, mentions, records: own }) => ({
      key: topic.key,
      name: topic.name,
      mentions,
      records: own.map(({ key }) => key),
    })),
    records: records.map(record),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
