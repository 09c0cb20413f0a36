/** A record, its pack and its source, as they are shown. */
import { formatDate } from '../../../data/dates';
import { sayer } from '../../../data/locale';
import type { PackView, RecordView, SourceView } from '../../../data/messages';
import en from '../../../public/locales/en.json';

export const say = sayer('en', en);

export const date = (edtf: string) => ({ edtf, label: formatDate(edtf, 'en', say) });

export const harbour: PackView = {
  id: 'harbour',
  name: 'Harbour works',
  publisher: 'West Haven Desk',
  monogram: 'WH',
  bundled: false,
  edition: '3',
  licence: 'CC-BY-4.0',
  contact: null,
  signed: false,
  updated: null,
  stale: null,
  counts: { topic: 1, claim: 1, denial: 0, statement: 0, event: 0 },
};

export const source = (more: Partial<SourceView> = {}): SourceView => ({
  key: 'harbour#gazette',
  publisher: 'The Gazette',
  title: 'Quay on time',
  url: 'https://gazette.example/quay',
  archive: null,
  passage: null,
  quote: null,
  at: null,
  print: null,
  published: date('2024-10-24'),
  retrieved: date('2024-11-02'),
  language: 'en',
  here: false,
  ...more,
});

export const record = (more: Partial<RecordView> = {}): RecordView => ({
  key: 'harbour#cost',
  kind: 'claim',
  form: null,
  speakers: ['Port of Westhaven'],
  made: date('2024-10-23'),
  when: null,
  text: { text: 'The quay costs 12,000 crowns.', lang: 'en', translator: null },
  original: null,
  figures: [],
  sources: [source()],
  relations: [],
  corrections: [],
  about: [],
  withdrawn: null,
  news: null,
  ...more,
});
