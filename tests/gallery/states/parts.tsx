import { useState } from 'preact/hooks';
import { ActionBar } from '../../../components/ActionBar';
import { CiteChoices } from '../../../components/CiteChoices';
import { Counts } from '../../../components/Counts';
import { DatesOfOne } from '../../../components/DatesOfOne';
import { EmptyState } from '../../../components/EmptyState';
import { Figures } from '../../../components/Figures';
import { MuteChoices } from '../../../components/MuteChoices';
import { PackList } from '../../../components/PackList';
import { Toast } from '../../../components/Toast';
import { TopicTabs } from '../../../components/TopicTabs';
import { date, record, relation, topic } from '../../components/sample';
import * as dam from '../dam';
import type { State } from '../state';

const opened = record({
  key: 'varn-dam#a',
  speakers: ['Harbour divers'],
  when: date('2024-10-02'),
});
const openedLater = record({
  key: 'varn-dam#b',
  kind: 'denial',
  speakers: ['Ministry of Works'],
  made: date('2024-10-21'),
  when: date('2024-10-14'),
  relations: [relation({ record: 'varn-dam#a' })],
});

const topics = [
  topic(dam.records, { key: 'a', name: 'Cracks in the dam' }),
  topic([dam.survey], { key: 'b', name: 'Money' }),
  topic([dam.survey, dam.groundless], { key: 'c', name: 'The ministry at the Assembly of Rivers' }),
];

function Tabs() {
  const [selected, setSelected] = useState(0);
  return (
    <>
      <TopicTabs topics={topics} selected={selected} onSelect={setSelected} panel="tab-panel" />
      <div id="tab-panel" role="tabpanel" aria-label={topics[selected]?.name} />
    </>
  );
}

const noop = () => {};
const cite = (
  <CiteChoices
    records={dam.records}
    chosen={dam.survey.key}
    onChoose={noop}
    onCite={noop}
    onLink={noop}
    tell="mailto:editors@onrecord.example"
  />
);
const drawer = { cite, mute: <MuteChoices host="courier.example" onMute={noop} /> };

const Bar = (props: Partial<Parameters<typeof ActionBar>[0]>) => (
  <ActionBar pinned={false} onPin={noop} onPanel={noop} drawer={drawer} {...props} />
);

export const parts: readonly State[] = [
  {
    id: 'counts',
    title: 'Counts',
    piece: () => <Counts counts={{ claim: 14, denial: 3, statement: 21, event: 1200 }} />,
  },
  {
    id: 'figures',
    title: 'Figures, the sentence’s own in a box',
    piece: () => <Figures records={dam.records} named={dam.named} onPick={noop} />,
  },
  {
    id: 'figures-units',
    title: 'Figures of two units, and no sentence',
    piece: () => (
      <Figures
        records={[
          ...dam.records,
          record({
            key: 'varn-dam#f1',
            speakers: ['Valley Mutual'],
            figures: [dam.metres(45, 'up-to', 'million crowns')],
          }),
          record({
            key: 'varn-dam#f2',
            kind: 'denial',
            speakers: ['Ministry of Works'],
            figures: [dam.metres(0, null, 'million crowns')],
          }),
        ]}
      />
    ),
  },
  {
    id: 'figures-many',
    title: 'Figures of many speakers: six, the sentence’s own among them',
    piece: () => (
      <Figures
        records={Array.from({ length: 30 }, (_, i) =>
          record({
            key: `varn-dam#m${i}`,
            speakers: [`Speaker ${i}`],
            figures: [dam.metres(1000 * (i + 1))],
          }),
        )}
        named={{
          figures: [{ text: '12 thousand', value: 12000 }],
          records: [{ key: 'varn-dam#m11', speaker: false, figure: 'same', marks: [] }],
        }}
      />
    ),
  },
  {
    id: 'figures-long',
    title: 'Figures of long names, of several years and under a very long word',
    piece: () => (
      <Figures
        records={[
          record({
            key: 'varn-dam#l1',
            speakers: ['Permanent Mission of the Upper Valley to the Assembly of Rivers'],
            figures: [dam.metres(1500, 'about')],
          }),
          record({
            key: 'varn-dam#l2',
            speakers: ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte'],
            made: date('2023-12-30'),
            figures: [dam.metres(3000, 'at-least')],
          }),
          record({
            key: 'varn-dam#l3',
            speakers: ['Institute of Geology'],
            made: null,
            figures: [dam.metres(12_000_000, 'nearly')],
          }),
          record({
            key: 'varn-dam#l4',
            speakers: ['Survey pilots', 'Harbour divers'],
            figures: [dam.metres(12_500_000)],
          }),
        ]}
      />
    ),
  },
  {
    id: 'dates',
    title: 'Two dates of one event',
    piece: () => <DatesOfOne records={[opened, openedLater]} onPick={noop} />,
  },
  {
    id: 'packs',
    title: 'Packs: signed, stale, not signed',
    piece: () => <PackList packs={[dam.signed, dam.other, dam.unsigned]} now={dam.NOW} />,
  },
  {
    id: 'packs-many',
    title: 'The pack that comes with the extension, and more than three',
    piece: () => (
      <PackList
        packs={[
          { ...dam.signed, signed: false, bundled: true },
          dam.other,
          dam.unsigned,
          { ...dam.unsigned, id: 'x' },
        ]}
        now={dam.NOW}
      />
    ),
  },
  {
    id: 'packs-compact',
    title: 'Packs of a small card',
    piece: () => <PackList compact packs={[dam.signed, dam.other]} now={dam.NOW} />,
  },
  { id: 'tabs', title: 'Several topics', piece: () => <Tabs /> },
  { id: 'actions', title: 'Actions', piece: () => <Bar /> },
  {
    id: 'actions-pinned',
    title: 'Pinned; the side panel opens elsewhere',
    piece: () => <Bar pinned panelHint="Firefox opens the side panel from the toolbar button." />,
  },
  { id: 'actions-compact', title: 'Actions of a small card', piece: () => <Bar compact /> },
  {
    id: 'cite',
    title: 'What can be copied of a record',
    piece: () => <div class="strip">{cite}</div>,
  },
  {
    id: 'mute',
    title: 'Where a topic is muted',
    piece: () => <div class="strip">{drawer.mute}</div>,
  },
  {
    id: 'toast',
    title: 'What an action answers',
    piece: () => (
      <div role="status" class="toasts">
        <Toast onEnd={noop}>Citation copied, with source and date</Toast>
        <Toast icon="mute" onEnd={noop} action={{ label: 'Undo', onPress: noop }}>
          Topic muted everywhere
        </Toast>
      </div>
    ),
  },
  {
    id: 'empty',
    title: 'Nothing on record',
    piece: () => (
      <EmptyState icon="page" title="Nothing on record here">
        None of the 1,248 topics in your packs appears on this page.
      </EmptyState>
    ),
  },
];
