import { describe, expect, it } from 'vitest';
import type { RecordView } from '../../../data/messages';
import type { LocalText, Pack } from '../../../data/model';
import { installPack } from '../../../data/store/install';
import type { ReaderLanguage } from '../../../data/store/language';
import type { PackRow } from '../../../data/store/schema';
import { openStore } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, first, harbour, memory } from './example';

async function view(topic: string, language: ReaderLanguage = english, pack: Pack = harbour) {
  const store = await openStore(memory());
  await installPack(store.db, { ...first, pack }, true);
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

describe('a source', () => {
  const quoted: Pack = {
    ...harbour,
    sources: [
      {
        id: 'gazette',
        publisher: 'Gazette',
        url: 'https://gazette.example/1',
        archive: 'https://archive.example/gazette/1',
        published: '2024-10-23',
      },
      { id: 'minutes', publisher: 'Council', print: 'Minutes' },
    ],
    claims: harbour.claims.map((claim) => ({
      ...claim,
      sources: ['gazette', 'minutes'].map((source) => ({
        source,
        quote: { exact: 'the quay costs', suffix: 'crowns' },
        retrieved: '2025-01-07',
        at: '12:30',
      })),
    })),
  };

  it('has its archive, when it was read, and where the passage stands', async () => {
    const { record } = await view('quay', english, quoted);
    expect(record('cost').sources).toMatchObject([
      {
        url: 'https://gazette.example/1',
        archive: 'https://archive.example/gazette/1',
        passage: 'https://gazette.example/1#:~:text=the%20quay%20costs,-crowns',
        at: '12:30',
        quote: { exact: 'the quay costs', prefix: null, suffix: 'crowns' },
        published: { label: '23 Oct 2024' },
        retrieved: { label: '7 Jan 2025' },
      },
      { url: null, archive: null, passage: null, print: 'Minutes' },
    ]);
  });
});

describe('a text that was translated', () => {
  const inGerman = { ...english, locale: 'de' };
  const texts = async (text: LocalText, language = inGerman) => {
    const claims = harbour.claims.map((claim) => ({ ...claim, text }));
    return (await view('quay', language, { ...harbour, claims })).record('cost');
  };
  const byRoth = { text: 'Der Kai ist teuer.', by: 'J. Roth' };

  it('has the words that it translates beside it', async () => {
    const { text, original } = await texts({
      uk: 'Причал дорогий.',
      en: 'It is dear.',
      de: byRoth,
    });
    expect(text).toMatchObject({ lang: 'de', translator: 'J. Roth' });
    expect(original).toEqual({ text: 'It is dear.', lang: 'en', translator: null });
  });

  it('has the first that nobody translated where the pack’s language is translated too', async () => {
    const { original } = await texts({
      en: { text: 'It is dear.', by: 'A. Lind' },
      uk: 'Причал дорогий.',
      de: byRoth,
    });
    expect(original).toEqual({ text: 'Причал дорогий.', lang: 'uk', translator: null });
  });

  it('has none where it is no translation, or the original is not given', async () => {
    expect((await texts({ en: 'It is dear.', de: byRoth }, english)).original).toBeNull();
    expect((await texts('It is dear.')).original).toBeNull();
    expect((await texts({ de: byRoth })).original).toBeNull();
  });
});

describe('a pack in a view', () => {
  const packs = async (changes: Partial<PackRow>, now = card.now) => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    await store.db.packs.update('harbour', changes);
    const [found] = await viewTopics(store, ['harbour#quay'], english, { ...card, now });
    return found?.packs[0];
  };

  it('says when it was updated and who vouched for it, where that is known', async () => {
    expect(await packs({ updated: '2024-12-24', signed: true })).toMatchObject({
      updated: { edtf: '2024-12-24', label: '24 Dec 2024' },
      signed: true,
      stale: null,
    });
  });

  it('is stale from the day after its last, and counts the days', async () => {
    const at = (day: string) => packs({ expires: '2024-12-31' }, Date.parse(day));
    expect((await at('2024-12-31T23:59:00Z'))?.stale).toBeNull();
    expect((await at('2025-01-01T00:00:01Z'))?.stale).toMatchObject({ days: 0 });
    expect((await at('2025-01-11T12:00:00Z'))?.stale).toEqual({
      since: { edtf: '2024-12-31', label: '31 Dec 2024' },
      days: 10,
    });
  });

  it('has the contact of its publisher', async () => {
    const contact = 'mailto:desk@haven.example';
    const { found } = await view('quay', english, {
      ...harbour,
      publisher: { ...harbour.publisher, contact },
    });
    expect(found.packs[0].contact).toBe(contact);
  });
});

describe('a sentence', () => {
  const asked = async (sentence: string | null) => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const [found] = await viewTopics(store, ['harbour#quay'], english, { ...card, sentence });
    return found?.named;
  };

  it('names records by their speaker and figure, those that it says nothing of left out', async () => {
    const named = await asked('Ada Lind says the quay costs 14,000 crowns, not less.');
    expect(named?.figures).toEqual([{ text: '14,000', value: 14000 }]);
    expect(named?.records[0]).toMatchObject({
      key: 'harbour#cost-corrected',
      speaker: true,
      figure: 'same',
    });
    expect(named?.records.map(({ key }) => key)).not.toContain('harbour#opened');
  });

  it('names nothing where there is none', async () => {
    expect(await asked(null)).toBeNull();
    expect(await asked('')).toEqual({ figures: [], records: [] });
  });
});

describe('a pack that means harm', () => {
  const many = (count: number, relate: (i: number) => object) => ({
    ...harbour,
    claims: Array.from({ length: count }, (_, i) => ({
      id: `claim-${i}`,
      about: ['quay'],
      by: ['port'],
      made: `2024-${String(1 + (i % 12)).padStart(2, '0')}`,
      text: `Claim ${i}.`,
      sources: [{ source: 'gazette' }],
      relations: relate(i),
    })),
    denials: [],
    statements: [],
    events: [],
    tombstones: [],
  });

  it('has 1,000 relations in a circle shown', async () => {
    const { found } = await view(
      'quay',
      english,
      many(1000, (i) => ({
        denies: [`claim-${(i + 1) % 1000}`],
        corrects: [`claim-${(i + 999) % 1000}`],
      })),
    );
    expect(found.records).toHaveLength(1000);
    expect(found.records.every(({ relations }) => relations.length === 4)).toBe(true);
  });

  it('has so many relations to one record shown, corrections and denials before others', async () => {
    const { record } = await view(
      'quay',
      english,
      many(1000, (i) =>
        i < 300
          ? { corroborates: ['claim-0'] }
          : i < 980
            ? { denies: ['claim-0'] }
            : { corrects: ['claim-0'] },
      ),
    );
    const { relations, corrections } = record('claim-0');
    expect(relations).toHaveLength(64);
    expect(corrections).toHaveLength(16);
    const types = new Set(
      relations.filter(({ direction }) => direction === 'in').map(({ type }) => type),
    );
    expect([...types].sort()).toEqual(['corrects', 'denies']);
  });

  it('has the latest 2,000 records of a topic shown, and says how many it left out', async () => {
    const { found } = await view(
      'quay',
      english,
      many(2600, () => ({})),
    );
    expect(found.records).toHaveLength(2000);
    expect(found.omitted).toBe(600);
    expect(found.counts.claim).toBe(2600);
    expect(found.records.at(-1)?.made?.edtf).toBe('2024-12');
  });
});
