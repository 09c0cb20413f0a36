/** The gallery's record: an invented dispute about an invented dam, in the shape that the background sends. */
import type { FigureView, Named, PackView, RecordView, TopicView } from '../../data/messages';
import type { RecordKind } from '../../data/model';
import { date, pack, record, relation, source, topic, words } from '../components/sample';

/** The gallery's today: pieces that tell how long ago something was are given it. */
export const NOW = Date.UTC(2024, 10, 9, 12);

export const PAGE_DATE = date('2024-11-07');

export const signed: PackView = {
  ...pack,
  bundled: false,
  signed: true,
  updated: date('2024-11-07'),
};

export const other: PackView = {
  ...pack,
  id: 'valley-watch',
  name: 'Valley Watch',
  publisher: 'Valley Watch',
  monogram: 'VW',
  bundled: false,
  signed: true,
  updated: date('2024-09-29'),
  stale: { since: date('2024-09-29'), days: 41 },
};

export const unsigned: PackView = {
  ...pack,
  id: 'river-notes',
  name: 'River notes',
  monogram: 'RN',
  bundled: false,
  signed: false,
  updated: date('2024-11-08'),
};

export const metres = (
  value: number,
  qualifier: FigureView['qualifier'] = null,
  unit = 'metres',
): FigureView => ({ value, unit, qualifier, label: `${qualifier ?? ''} ${value} ${unit}` });

const id = (name: string) => `varn-dam#${name}`;

export const survey = record({
  key: id('survey'),
  speakers: ['Union of Engineers'],
  made: date('2024-10-18'),
  text: words('A crack runs along the northern wall.'),
  relations: [
    relation({
      direction: 'in',
      record: id('groundless'),
      speakers: ['Envoy of the Ministry of Works'],
      date: date('2024-10-21'),
    }),
  ],
});

export const groundless = record({
  key: id('groundless'),
  kind: 'denial',
  speakers: ['Envoy of the Ministry of Works'],
  made: date('2024-10-21'),
  text: words('Talk of cracks is “groundless” rumour.'),
  relations: [relation({ record: id('survey') })],
  sources: [source({ publisher: 'Council record', published: null, title: null })],
});

export const divers = record({
  key: id('divers'),
  speakers: ['Harbour divers'],
  made: date('2024-10-23'),
  text: words('The crack is at least 3,000 metres long below the water.'),
  figures: [metres(3000, 'at-least')],
});

export const geology = record({
  key: id('geology'),
  speakers: ['Institute of Geology'],
  made: date('2024-10-23'),
  text: words('Instruments show a crack of 3,000 metres.'),
  figures: [metres(3000)],
});

export const military = record({
  key: id('pilots'),
  speakers: ['Survey pilots'],
  made: date('2024-10-24'),
  when: date('2024-10-23'),
  text: words(
    'The wall was flown over on 23 Oct. The crack is 12,000 metres long, with 500 branches.',
  ),
  figures: [metres(12000), metres(500, null, 'branches')],
  sources: [source({ publisher: 'Varn Weekly', published: date('2024-11-07'), title: null })],
});

export const minister = record({
  key: id('minister'),
  kind: 'statement',
  form: 'non-denial',
  speakers: ['Minister of Works'],
  made: date('2024-10-24'),
  text: words('Asked about pictures from the air, he did not deny the crack.'),
  sources: [source({ publisher: 'Transcript of the press hour', published: null, title: null })],
});

export const insurer = record({
  key: id('insurer'),
  speakers: ['Ada Holm, Valley Mutual'],
  made: date('2024-10-28'),
  text: words('The wall is cracked over about 10,000 metres.'),
  figures: [metres(10000, 'about')],
  relations: [
    relation({
      type: 'corroborates',
      record: id('pilots'),
      speakers: ['Survey pilots'],
      date: date('2024-10-24'),
    }),
  ],
});

export const admits = record({
  key: id('admits'),
  kind: 'statement',
  speakers: ['Board of the dam'],
  made: date('2025-04-26'),
  text: words('The board acknowledges that the wall has a crack.'),
  relations: [
    relation({
      type: 'corroborates',
      record: id('insurer'),
      speakers: ['Ada Holm, Valley Mutual'],
      date: date('2024-10-28'),
    }),
  ],
});

export const records = [survey, groundless, divers, geology, military, minister, insurer, admits];

/** "12,000" stands in the sentence, and the pilots are named. */
export const named: Named = {
  figures: [{ text: '12,000', value: 12000 }],
  records: [
    {
      key: military.key,
      speaker: true,
      figure: 'same',
      marks: [[48, 54]],
    },
    { key: admits.key, speaker: true, figure: null, marks: [] },
  ],
};

export const dam: TopicView = topic(records, { packs: [signed, other], named });

const KINDS: readonly RecordKind[] = ['claim', 'claim', 'denial', 'statement', 'claim', 'event'];

/**
 * A long record: a day apart each, kinds in turn, every denial of the claim before it.
 * @param count how many
 */
export function many(count: number): RecordView[] {
  return Array.from({ length: count }, (_, i) => {
    const kind = KINDS[i % KINDS.length] ?? 'claim';
    const day = date(new Date(Date.UTC(2024, 0, 2 + i)).toISOString().slice(0, 10));
    return record({
      key: id(`n${i}`),
      kind,
      speakers: kind === 'event' ? [] : [`Speaker ${i % 9}`],
      made: kind === 'event' ? null : day,
      when: kind === 'event' ? day : null,
      text: words(`Record ${i} of a long dispute about the wall.`),
      relations:
        kind === 'denial'
          ? [relation({ record: id(`n${i - 1}`), speakers: [`Speaker ${(i - 1) % 9}`] })]
          : [],
    });
  });
}
