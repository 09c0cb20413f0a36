import { RecordRow } from '../../../components/RecordRow';
import { SearchResult } from '../../../components/SearchResult';
import { Timeline } from '../../../components/Timeline';
import { date, record, relation, source, words } from '../../components/sample';
import * as dam from '../dam';
import type { State } from '../state';

const TURNED = '\u202Egnorw si lla\u202C';

const theirs = {
  ...dam.military,
  key: 'valley-watch#pilots',
  text: words('“Almost 12,000” metres of wall.'),
};

const correction = {
  record: 'varn-dam#fixed',
  reported: null,
  corrected: null,
  figures: null,
  text: words('It was the southern wall.'),
  source: source({ publisher: 'Gate book', title: null, published: null }),
};

const row = (given: Parameters<typeof record>[0]) => (
  <Timeline records={[record(given)]} packs={[dam.signed]} />
);

export const recordStates: readonly State[] = [
  ...(['claim', 'denial', 'statement', 'event'] as const).map(
    (kind): State => ({
      id: `record-${kind}`,
      title: kind,
      piece: () => row({ key: 'varn-dam#r', kind }),
    }),
  ),
  {
    id: 'record-withdrawn',
    title: 'Withdrawn, with the reason',
    piece: () =>
      row({
        key: 'varn-dam#r',
        withdrawn: { date: date('2025-01-02'), reason: 'The source took it back.' },
        sources: [],
      }),
  },
  {
    id: 'record-news',
    title: 'New, and changed, since the reader last opened the topic',
    piece: () => (
      <Timeline
        packs={[dam.signed]}
        records={[
          { ...dam.survey, news: 'new' },
          { ...dam.groundless, news: 'changed' },
        ]}
      />
    ),
  },
  {
    id: 'record-corrections',
    title: 'Figures and words, as reported and as corrected',
    piece: () =>
      row({
        key: 'varn-dam#r',
        corrections: [
          {
            ...correction,
            field: 'figures',
            figures: {
              reported: [{ ...dam.metres(12000), label: '12,000 metres' }],
              corrected: [{ ...dam.metres(1200, 'about'), label: 'about 1,200 metres' }],
            },
          },
          { ...correction, record: 'varn-dam#w', field: 'text' },
        ],
      }),
  },
  {
    id: 'record-translated',
    title: 'A translation, the words themselves one step away',
    piece: () => (
      <RecordRow
        record={record({
          key: 'varn-dam#r',
          text: { text: 'There is a crack in the wall.', lang: 'en', translator: 'R. Translator' },
          original: words('في الجدار شق.', 'ar'),
        })}
      />
    ),
  },
  {
    id: 'record-packs',
    title: 'Two publishers, two wordings: side by side, never merged',
    piece: () => (
      <Timeline
        records={[dam.military, theirs]}
        packs={[dam.signed, dam.other]}
        named={dam.named}
      />
    ),
  },
  {
    id: 'record-packs-agree',
    title: 'Two publishers, the same words: one row, two monograms',
    piece: () => (
      <Timeline
        records={[dam.military, { ...dam.military, key: 'valley-watch#pilots' }]}
        packs={[dam.signed, dam.other]}
      />
    ),
  },
  {
    id: 'record-sources',
    title:
      'Sources: in another language, archived, in print, none known, this page, and a passage that is gone',
    piece: () => (
      <>
        {row({
          key: 'varn-dam#r',
          sources: [
            source({ language: 'ko', archive: 'https://archive.example/dam', at: 'min. 14' }),
            source({
              key: 'b',
              url: null,
              print: 'Varn Weekly, 7 Nov 2024, p. 4',
              publisher: 'Varn Weekly',
            }),
            source({ key: 'c', url: null, publisher: 'Speech in the market square' }),
            source({ key: 'd', here: true, publisher: 'Town archive' }),
          ],
        })}
        <Timeline
          records={[
            record({
              key: 'varn-dam#gone',
              sources: [source({ here: true, publisher: 'Town archive' })],
            }),
          ]}
          packs={[dam.signed]}
          gone={new Set(['varn-dam#gone'])}
        />
      </>
    ),
  },
  {
    id: 'record-no-source',
    title: 'No source',
    piece: () => row({ key: 'varn-dam#r', sources: [] }),
  },
  {
    id: 'record-hostile',
    title: 'Markup, characters that turn the text round, and one word of 10,000 letters',
    piece: () =>
      row({
        key: 'varn-dam#r',
        speakers: [`<b>Bold</b> ${TURNED}`],
        text: words(`<img src=x onerror=alert(1)> ${TURNED} ${'w'.repeat(10_000)}`),
        sources: [source({ url: 'javascript:alert(1)', publisher: `P${'p'.repeat(300)}` })],
        relations: [relation({ speakers: [TURNED] })],
      }),
  },
  {
    id: 'record-found',
    title: 'A search result, later than the page',
    piece: () => (
      <ul>
        <SearchResult
          hit={{
            record: dam.admits,
            marks: [[10, 22]],
            around: [{ text: 'Cracks in the dam', marks: [[0, 6]] }],
          }}
          pageDate={dam.PAGE_DATE}
        />
      </ul>
    ),
  },
];
