import { describe, expect, it } from 'vitest';
import type { RecordView } from '../../../data/messages';
import { installPack } from '../../../data/store/install';
import type { ReaderLanguage } from '../../../data/store/language';
import { openStore } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, first, harbour, memory } from './example';

async function view(topic: string, language: ReaderLanguage = english) {
  const store = await openStore(memory());
  await installPack(store.db, first, true);
  const [found] = await viewTopics(store, [`harbour#${topic}`], language, card);
  if (!found) throw new Error(`no topic ${topic}`);
  const record = (id: string): RecordView => {
    const one = found.records.find(({ key }) => key === `harbour#${id}`);
    if (!one) throw new Error(`no record ${id}`);
    return one;
  };
  return { found, record, ids: found.records.map(({ key }) => key.replace('harbour#', '')) };
}

describe('a topic as the card shows it', () => {
  it('has every record about it in date order, the undated last', async () => {
    const { ids } = await view('quay');
    expect(ids).toEqual([
      'opened-in-june',
      'opened',
      'on-time',
      'cost',
      'not-asked',
      'cost-corrected',
      'gone',
      'no-date',
    ]);
  });

  it('has records whose first topic is another', async () => {
    expect((await view('tolls')).ids).toEqual(['cost']);
  });

  it('counts records by kind, withdrawn ones left out', async () => {
    const { found } = await view('quay');
    expect(found.name).toBe('The new quay');
    expect(found.counts).toEqual({ claim: 2, denial: 1, statement: 2, event: 2 });
  });

  it('names its pack', async () => {
    const { found } = await view('quay');
    expect(found.packs[0]).toEqual({
      id: 'harbour',
      name: 'Harbour works',
      publisher: 'West Haven Desk',
      monogram: 'WH',
      bundled: true,
      edition: '1',
      licence: 'CC-BY-4.0',
      contact: null,
      signed: false,
      updated: null,
      stale: null,
      counts: { topic: 3, claim: 2, denial: 1, statement: 2, event: 2 },
    });
  });

  it('answers in the order asked and leaves out what is not stored', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const asked = ['harbour#tolls', 'nowhere#quay', 'harbour#nothing', 'harbour', 'harbour#quay'];
    const views = await viewTopics(store, asked, english, card);
    expect(views.map(({ key }) => key)).toEqual(['harbour#tolls', 'harbour#quay']);
  });
});

describe('a record', () => {
  it('names its speakers, dates, figures, sources and topics', async () => {
    const { record } = await view('quay');
    expect(record('cost')).toMatchObject({
      kind: 'claim',
      form: null,
      speakers: ['Port of Westhaven'],
      made: { edtf: '2024-10-24', label: '24 Oct 2024' },
      when: null,
      text: { text: 'The quay costs 12,000 crowns.', lang: 'en', translator: null },
      figures: [{ value: 12000, unit: 'crowns', qualifier: 'about', label: 'about 12,000 crowns' }],
      sources: [{ publisher: 'Gazette', title: 'Quay on time', url: 'https://gazette.example/1' }],
      about: ['The new quay', 'Tolls'],
      withdrawn: null,
    });
    expect(record('on-time').sources[0]).toEqual({
      key: 'harbour#minutes',
      publisher: 'Council',
      title: null,
      url: null,
      archive: null,
      passage: null,
      quote: null,
      at: null,
      print: 'Minutes, p. 4',
      published: { edtf: '2024-10', label: 'Oct 2024' },
      retrieved: null,
      language: null,
      here: false,
    });
  });

  it('keeps a date as vague as it was given', async () => {
    expect((await view('quay')).record('on-time').made?.label).toBe('about Oct 2024');
  });

  it('is told in the reader’s language, with its translator, where the pack has it', async () => {
    const { record, found } = await view('quay', { ...english, locale: 'de-AT' });
    expect(found.name).toBe('Der neue Kai');
    expect(record('cost').text).toEqual({
      text: 'Der Kai kostet …',
      lang: 'de',
      translator: 'J. Roth',
    });
    expect(record('on-time').text.lang).toBe('en');
    const inRussian = await view('quay', { ...english, locale: 'ru' });
    expect(inRussian.record('not-asked').speakers).toEqual(['Ада Линд']);
    expect(inRussian.record('cost').text.lang).toBe('en');
  });

  it('knows its relations both ways, with the other’s speakers and date', async () => {
    const { record } = await view('quay');
    expect(record('not-asked').relations).toEqual([
      {
        type: 'denies',
        direction: 'out',
        record: 'harbour#cost',
        speakers: ['Port of Westhaven'],
        date: { edtf: '2024-10-24', label: '24 Oct 2024' },
      },
    ]);
    expect(record('cost').relations).toMatchObject([
      { type: 'denies', direction: 'in', record: 'harbour#not-asked', speakers: ['Ada Lind'] },
      { type: 'corrects', direction: 'in', record: 'harbour#cost-corrected' },
    ]);
    expect(record('opened').relations).toMatchObject([
      { type: 'corroborates', direction: 'in', speakers: ['Port of Westhaven', 'Ada Lind'] },
      { type: 'corrects', direction: 'in', speakers: [], date: { edtf: '2024-06-19' } },
    ]);
  });

  it('shows a date as reported and as corrected', async () => {
    const [correction, ...more] = (await view('quay')).record('opened').corrections;
    expect(more).toEqual([]);
    expect(correction).toMatchObject({
      record: 'harbour#opened-in-june',
      field: 'when',
      reported: { label: '26 Jul 2024' },
      corrected: { label: '19 Jun 2024' },
      figures: null,
      source: { publisher: 'Council' },
    });
  });

  it('shows figures as reported and as corrected; another speaker’s date corrects none', async () => {
    const { corrections } = (await view('quay')).record('cost');
    expect(corrections).toHaveLength(1);
    expect(corrections[0]).toMatchObject({
      field: 'figures',
      reported: null,
      figures: { reported: [{ value: 12000 }], corrected: [{ label: '14,000 crowns' }] },
      text: { text: 'The quay costs 14,000 crowns.' },
    });
  });

  it('names a speaker of a pack that is not here by id, rather than nobody', async () => {
    expect((await view('quay')).record('no-date').speakers).toEqual(['elsewhere#harbour-master']);
  });

  it('that was withdrawn keeps its place and the reason', async () => {
    expect((await view('quay')).record('gone')).toMatchObject({
      speakers: [],
      sources: [],
      withdrawn: { date: { label: '3 Feb 2025' }, reason: 'Said by somebody else.' },
    });
  });

  it('passes no address but http and https, whatever is stored', async () => {
    const store = await openStore(memory());
    const sources = [
      { id: 'gazette', publisher: 'Gazette', url: 'javascript:alert(1)' },
      {
        id: 'minutes',
        publisher: 'Council',
        url: 'data:text/html,x',
        archive: 'http://a.example/',
      },
    ];
    await installPack(store.db, { version: 'x', pack: { ...harbour, sources } }, false);
    const [found] = await viewTopics(store, ['harbour#quay'], english, card);
    const urls = new Set(
      found?.records.flatMap((record) =>
        record.sources.flatMap(({ url, archive }) => [url, archive]),
      ),
    );
    expect(urls).toEqual(new Set([null, 'http://a.example/']));
  });
});
