import type { RecordView } from '../../../data/messages';
import { date, record, relation, source, topic } from '../../components/sample';
import { CardFrame } from '../CardFrame';
import * as dam from '../dam';
import type { State } from '../state';
import { arabicWords, koreanWords } from '../words';

const treaty = record({
  key: 'varn-dam#opening',
  kind: 'event',
  speakers: [],
  made: null,
  when: date('2024-06-19'),
  text: { text: 'The northern gate was opened for the first time.', lang: 'en', translator: null },
  sources: [source({ publisher: 'Town archive', title: null, published: null })],
  corrections: [
    {
      record: 'varn-dam#opening-again',
      field: 'when',
      reported: date('2024-07-26'),
      corrected: date('2024-06-19'),
      figures: null,
      text: { text: 'It was in June.', lang: 'en', translator: null },
      source: source({ publisher: 'Gate book', title: null, published: null }),
    },
  ],
});

const LONG =
  'Permanent Delegation of the Ministry of Works and Waterways of the Lower Valley to the Assembly of Rivers';

const long = record({
  key: 'varn-dam#long',
  kind: 'denial',
  speakers: [LONG],
  made: date('2024-10-22'),
  text: {
    text: '“As for the so-called crack in the wall, my delegation feels no need to comment on such groundless, stereotyped rumours, which aim at smearing the name of the works and of those who built them, and which have been answered at every sitting of this committee since the spring.”',
    lang: 'en',
    translator: null,
  },
  relations: [
    relation({ record: 'varn-dam#survey' }),
    relation({ record: 'varn-dam#a', speakers: ['Harbour divers'], date: date('2024-10-23') }),
    relation({
      record: 'varn-dam#b',
      speakers: ['Institute of Geology'],
      date: date('2024-10-23'),
    }),
    relation({ record: 'varn-dam#c', speakers: ['Survey pilots'], date: date('2024-10-24') }),
  ],
  sources: [
    source({
      publisher: 'rivers.example/documents/first-committee/79/meetings/records',
      title: null,
      published: null,
    }),
  ],
});

const said = (text: string, lang: string) => ({ text, lang, translator: null });

/** The same dispute with the words of another language. */
const inLanguage = (
  lang: string,
  words: readonly (readonly [who: string, text: string, source: string])[],
  dates: readonly string[],
): RecordView[] =>
  dam.records
    .slice(0, 3)
    .concat(dam.military, dam.admits)
    .map((one, i) => {
      const [who = '', text = '', publisher = ''] = words[i] ?? [];
      const label = dates[i] ?? '';
      const given = one.made && { ...one.made, label };
      return {
        ...one,
        speakers: [who],
        made: given,
        when: null,
        text: said(text, lang),
        sources: [source({ publisher, title: null, published: null, language: lang })],
        relations: one.relations
          .filter(({ type }) => type === 'denies')
          .map((relation) => ({
            ...relation,
            speakers: [words[relation.direction === 'out' ? 0 : 1]?.[0] ?? ''],
          })),
      };
    });

const arabic = inLanguage(
  'ar',
  [
    ['اتحاد المهندسين', 'يمتد شق في الجدار الشمالي.', 'بريد الوادي'],
    ['مندوب وزارة الأشغال', '«شائعات لا أساس لها».', 'محضر المجلس'],
    ['غواصو الميناء', 'طول الشق تحت الماء ٣٠٠٠ متر على الأقل.', 'بريد الوادي'],
    ['طيارو المسح', 'طول الشق ١٢٠٠٠ متر.', 'أسبوعية الوادي'],
    ['مجلس السد', 'يقرّ المجلس بأن في الجدار شقًا.', 'محضر المجلس'],
  ],
  ['١٨ أكتوبر ٢٠٢٤', '٢١ أكتوبر ٢٠٢٤', '٢٣ أكتوبر ٢٠٢٤', '٢٤ أكتوبر ٢٠٢٤', '٢٦ أبريل ٢٠٢٥'],
);

const korean = inLanguage(
  'ko',
  [
    ['기술자 연맹', '북쪽 벽을 따라 균열이 있다.', '계곡신문'],
    ['건설부 대표', '균열설은 “근거 없는” 소문이다.', '의회 기록'],
    ['항만 잠수사', '물밑 균열은 길이가 적어도 3,000미터다.', '계곡신문'],
    ['측량 조종사', '균열의 길이는 12,000미터다.', '계곡주간'],
    ['댐 이사회', '이사회는 벽에 균열이 있음을 인정한다.', '의회 기록'],
  ],
  [
    '2024년 10월 18일',
    '2024년 10월 21일',
    '2024년 10월 23일',
    '2024년 10월 24일',
    '2025년 4월 26일',
  ],
);

const named = { ...dam.named, records: [{ ...dam.named.records[0], marks: [] } as never] };

export const cards: readonly State[] = [
  {
    id: 'card',
    title: 'A card on a page with a date: overview, figures, matches, the record with its ties',
    piece: () => <CardFrame topic={dam.dam} pageDate={dam.PAGE_DATE} />,
  },
  {
    id: 'card-compact',
    title: 'One record: date as reported, correction beside it',
    width: 340,
    piece: () => (
      <CardFrame
        compact
        topic={topic([treaty], { name: 'Opening of the gate', packs: [dam.signed] })}
      />
    ),
  },
  {
    id: 'card-long',
    title: 'Long names and words: title of two lines, text of four',
    piece: () => (
      <CardFrame
        topic={topic([long, dam.survey, dam.minister], {
          name: 'Discovery of cracks in the northern wall of the Great Dam of the Varn Valley by the Union of Engineers',
          packs: [{ ...dam.signed, name: LONG }, dam.other],
        })}
      />
    ),
  },
  {
    id: 'card-arabic',
    title: 'Right to left',
    words: arabicWords,
    piece: () => (
      <CardFrame
        topic={topic(arabic, {
          name: 'شقوق في سد فارن',
          packs: [dam.signed],
          named: { ...named, figures: [{ text: '١٢ ألفًا', value: 12000 }] },
        })}
        pageDate={{ edtf: '2024-11-07', label: '٧ نوفمبر ٢٠٢٤' }}
      />
    ),
  },
  {
    id: 'card-korean',
    title: 'Korean',
    words: koreanWords,
    piece: () => (
      <CardFrame
        topic={topic(korean, { name: '바른 댐의 균열', packs: [dam.signed], named: null })}
        pageDate={{ edtf: '2024-11-07', label: '2024년 11월 7일' }}
      />
    ),
  },
  {
    id: 'card-500',
    title: '500 records: told by months, the page’s month open',
    piece: () => (
      <CardFrame topic={topic(dam.many(500), { packs: [dam.signed] })} pageDate={dam.PAGE_DATE} />
    ),
  },
];
