/** An invented dispute, as the background would send it to a surface. */
import type {
  DateView,
  PackView,
  RecordView,
  RelationView,
  SourceView,
  TopicView,
} from '../../data/messages';
import type { RecordKind } from '../../data/model';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date as the background words it in English. */
export function date(edtf: string): DateView {
  const [year, month, day] = edtf.split('-');
  const label = [day && Number(day), month && MONTHS[Number(month) - 1], year];
  return { edtf, label: label.filter(Boolean).join(' ') };
}

export const pack: PackView = {
  id: 'varn-dam',
  name: 'The Varn dam',
  publisher: 'On Record',
  monogram: 'VD',
  bundled: true,
  edition: '2',
  licence: 'CC-BY-4.0',
  contact: 'https://onrecord.example/write',
  signed: false,
  updated: date('2024-11-07'),
  stale: null,
  counts: { topic: 2, claim: 3, denial: 1, statement: 1, event: 1 },
};

export const source = (given: Partial<SourceView> = {}): SourceView => ({
  key: 'varn-dam#courier',
  publisher: 'Varn Courier',
  title: 'What the engineers saw',
  url: 'https://courier.example/dam',
  archive: null,
  passage: null,
  quote: null,
  at: null,
  print: null,
  published: date('2024-10-24'),
  retrieved: null,
  language: 'en',
  here: false,
  ...given,
});

export const relation = (given: Partial<RelationView> = {}): RelationView => ({
  type: 'denies',
  direction: 'out',
  record: 'varn-dam#crack',
  speakers: ['Union of Engineers'],
  date: date('2024-10-18'),
  ...given,
});

export const record = (given: Partial<RecordView> & { key: string }): RecordView => ({
  kind: 'claim',
  form: null,
  speakers: ['Union of Engineers'],
  made: date('2024-10-18'),
  when: null,
  text: { text: 'A crack runs through the northern wall.', lang: 'en', translator: null },
  original: null,
  figures: [],
  sources: [source()],
  relations: [],
  corrections: [],
  about: ['Cracks in the dam'],
  withdrawn: null,
  news: null,
  ...given,
});

export const words = (text: string, lang = 'en') => ({ text, lang, translator: null });

/** A topic on given records, with its counts. */
export function topic(records: readonly RecordView[], given: Partial<TopicView> = {}): TopicView {
  const counts: Record<RecordKind, number> = { claim: 0, denial: 0, statement: 0, event: 0 };
  for (const { kind } of records) counts[kind]++;
  return {
    key: 'varn-dam#cracks',
    name: 'Cracks in the dam',
    counts,
    packs: [pack],
    records,
    topics: ['varn-dam#cracks'],
    omitted: 0,
    named: null,
    ...given,
  };
}

export const crack = record({
  key: 'varn-dam#crack',
  relations: [
    relation({
      direction: 'in',
      record: 'varn-dam#no-crack',
      speakers: ['Ministry of Works'],
      date: date('2024-10-21'),
    }),
  ],
});

export const noCrack = record({
  key: 'varn-dam#no-crack',
  kind: 'denial',
  speakers: ['Ministry of Works'],
  made: date('2024-10-21'),
  text: words('There is no crack, and there never was one.'),
  relations: [relation()],
  sources: [source({ publisher: 'Ministry of Works, press room', published: date('2024-10-21') })],
});
