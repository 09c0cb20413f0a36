import { useState } from 'preact/hooks';
import type { Lit } from '../../../components/lit';
import { OverviewLine } from '../../../components/OverviewLine';
import { Timeline } from '../../../components/Timeline';
import type { RecordView } from '../../../data/messages';
import { date, record, relation, words } from '../../components/sample';
import * as dam from '../dam';
import type { State } from '../state';

type TimelineProps = Parameters<typeof Timeline>[0];

function Walkable(props: Omit<TimelineProps, 'lit' | 'onPick'>) {
  const [lit, setLit] = useState<Lit | null>(null);
  return (
    <Timeline
      packs={[dam.signed, dam.other]}
      {...props}
      lit={lit}
      onPick={(key) => setLit({ key })}
    />
  );
}

const vague = (key: string, edtf: string, label: string) =>
  record({ key: `varn-dam#${key}`, made: { edtf, label }, text: words(`Dated “${edtf}”.`) });

const precisions = [
  vague('year', '2024', '2024'),
  vague('about', '2024-08~', 'about Aug 2024'),
  vague('range', '2024-09/2024-12', 'Sep 2024 to Dec 2024'),
  vague('month', '2024-11', 'Nov 2024'),
  vague('perhaps', '2024-12~', 'about Dec 2024'),
  vague('after', '2024-12-01', '1 Dec 2024'),
  { ...vague('none', '', ''), made: null },
] satisfies RecordView[];

const fixed = record({
  key: 'varn-dam#fixed',
  kind: 'statement',
  form: 'editor-note',
  speakers: ['Editors'],
  made: date('2024-10-29'),
  text: words('The divers went down on the 22nd.'),
  relations: [
    relation({
      type: 'corrects',
      record: 'varn-dam#divers',
      speakers: ['Harbour divers'],
      date: date('2024-10-23'),
    }),
  ],
});

const circle = Array.from({ length: 8 }, (_, i) =>
  record({
    key: `varn-dam#c${i}`,
    kind: i % 2 ? 'denial' : 'claim',
    made: date(`2024-10-${10 + i}`),
    text: words(`The ${i + 1}. of eight that deny each other in a circle.`),
    relations: [
      relation({
        record: `varn-dam#c${(i + 1) % 8}`,
        speakers: [`Speaker ${(i + 1) % 8}`],
        date: date(`2024-10-${10 + ((i + 1) % 8)}`),
      }),
    ],
  }),
);

export const timelines: readonly State[] = [
  { id: 'line-one', title: 'One record', piece: () => <Walkable records={[dam.survey]} /> },
  { id: 'line-none', title: 'No record', piece: () => <Walkable records={[]} /> },
  {
    id: 'line-page',
    title: 'The page’s date divides the record',
    piece: () => <Walkable records={dam.records} pageDate={dam.PAGE_DATE} />,
  },
  {
    id: 'line-page-first',
    title: 'Everything is later than the page',
    piece: () => <Walkable records={[dam.insurer, dam.admits]} pageDate={date('2024-10-01')} />,
  },
  {
    id: 'line-precision',
    title: 'Dates as they were given: below the page’s date stands what is certainly later',
    piece: () => <Walkable records={precisions} pageDate={dam.PAGE_DATE} />,
  },
  {
    id: 'line-ties',
    title: 'A denial and a correction, tied to what they speak of',
    piece: () => (
      <Walkable records={[dam.survey, dam.groundless, dam.divers, dam.minister, fixed]} />
    ),
  },
  { id: 'line-circle', title: 'Denials in a circle', piece: () => <Walkable records={circle} /> },
  {
    id: 'line-fold',
    title: 'Folded in the middle, as in the side panel',
    piece: () => <Walkable fold records={dam.records} pageDate={dam.PAGE_DATE} />,
  },
  {
    id: 'line-months',
    title: '40 records by months',
    piece: () => <Walkable records={dam.many(40)} />,
  },
  {
    id: 'line-500',
    title: '500 records',
    piece: () => <Walkable records={dam.many(500)} pageDate={dam.PAGE_DATE} />,
  },
  {
    id: 'line-print',
    title: 'All open, nothing to press',
    piece: () => <Walkable whole records={dam.many(14)} />,
  },
  {
    id: 'overview-500',
    title: 'Overview of 500 records',
    piece: () => (
      <OverviewLine records={dam.many(500)} pageDate={dam.PAGE_DATE} onPick={() => {}} />
    ),
  },
  {
    id: 'overview-start',
    title: 'Overview: the page is older than everything',
    piece: () => (
      <OverviewLine records={dam.records} pageDate={date('2024-01-01')} onPick={() => {}} />
    ),
  },
];
