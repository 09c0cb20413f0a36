/** A small pack of our own, and a store in memory. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { sayer } from '../../../data/locale';
import type { Pack } from '../../../data/model';
import type { VersionedPack } from '../../../data/store/install';
import type { ReaderLanguage } from '../../../data/store/language';
import type { ViewAsking } from '../../../data/store/topic-view';
import en from '../../../public/locales/en.json';

export const english: ReaderLanguage = { locale: 'en', say: sayer('en', en) };

/** A card asks from a page that is no source, and wants no news. */
export const card: ViewAsking = {
  page: [],
  sentence: null,
  news: false,
  now: Date.UTC(2025, 0, 1),
};

/** @returns options of a database of its own, which later openings with them find again */
export const memory = () => ({ indexedDB: new IDBFactory(), IDBKeyRange });

export const harbour: Pack = {
  pack: 'harbour',
  name: { en: 'Harbour works', de: 'Hafenbau' },
  language: 'en',
  licence: 'CC-BY-4.0',
  publisher: { name: 'West Haven Desk' },
  edition: '1',
  terms: {},
  topics: [
    { id: 'quay', name: { en: 'The new quay', de: 'Der neue Kai' }, mention: 'new quay' },
    { id: 'dredging', name: 'Dredging', mention: ['dredging'] },
    { id: 'tolls', name: 'Tolls' },
  ],
  actors: [
    { id: 'mayor', name: { en: 'Ada Lind', ru: 'Ада Линд' }, role: 'mayor' },
    { id: 'port', name: 'Port of Westhaven' },
  ],
  sources: [
    {
      id: 'gazette',
      publisher: 'Gazette',
      title: 'Quay on time',
      url: 'https://gazette.example/1',
    },
    { id: 'minutes', publisher: 'Council', print: 'Minutes, p. 4', published: '2024-10' },
  ],
  claims: [
    {
      id: 'cost',
      about: ['quay', 'tolls'],
      by: ['port'],
      made: '2024-10-24',
      text: {
        en: 'The quay costs 12,000 crowns.',
        de: { text: 'Der Kai kostet …', by: 'J. Roth' },
      },
      quantity: [{ value: 12000, unit: 'crowns', qualifier: 'about' }],
      sources: [{ source: 'gazette' }],
    },
    {
      id: 'on-time',
      about: ['dredging', 'quay'],
      by: ['port', 'mayor'],
      made: '2024-10~',
      text: 'Dredging is on time.',
      sources: [{ source: 'minutes' }],
      relations: { corroborates: ['opened'] },
    },
  ],
  denials: [
    {
      id: 'not-asked',
      about: ['quay'],
      by: ['mayor'],
      made: '2024-10-25',
      text: 'The town was never asked.',
      sources: [{ source: 'gazette' }],
      relations: { denies: ['cost'] },
    },
  ],
  statements: [
    {
      id: 'cost-corrected',
      about: ['quay'],
      by: ['mayor'],
      made: '2024-11',
      form: 'remark',
      text: 'The quay costs 14,000 crowns.',
      quantity: [{ value: 14000, unit: 'crowns' }],
      sources: [{ source: 'minutes' }, { source: 'gazette' }],
      relations: { corrects: ['cost'] },
    },
    {
      id: 'no-date',
      about: ['quay'],
      by: ['elsewhere#harbour-master'],
      form: 'assessment',
      text: 'Nobody knows when it ends.',
      sources: [{ source: 'minutes' }],
    },
  ],
  events: [
    {
      id: 'opened',
      about: ['quay'],
      when: '2024-07-26',
      text: 'The quay was opened.',
      sources: [{ source: 'gazette' }],
    },
    {
      id: 'opened-in-june',
      about: ['quay'],
      when: '2024-06-19',
      text: 'The opening was in June.',
      sources: [{ source: 'minutes' }],
      relations: { corrects: ['opened'] },
    },
  ],
  tombstones: [
    { id: 'gone', about: ['quay'], withdrawn: '2025-02-03', reason: 'Said by somebody else.' },
  ],
};

export const first: VersionedPack = { version: 'one', pack: harbour };

export const second: VersionedPack = {
  version: 'two',
  pack: { ...harbour, edition: '2', denials: [], topics: harbour.topics.slice(0, 2) },
};
