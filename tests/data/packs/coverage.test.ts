/** The first pack covers the seed article: every fact, every discrepancy, the later record. */
import { describe, expect, it } from 'vitest';
import { dateOrder } from '../../../data/dates';
import type { RecordEntry } from '../../../data/model';
import { ARTICLE_ONLY, DISCREPANCIES, FACTS, LATER, TOPICS } from './coverage';
import { ARTICLE, records as all, entries, pack, problems } from './pack';

const records = new Map(all.map((record) => [record.id, record]));
const idsOf = (kind: string) =>
  new Set(entries.filter((entry) => entry.kind === kind).map(({ id }) => id));
const actors = idsOf('actor');
const sources = idsOf('source');

function record(id: string): RecordEntry {
  const found = records.get(id);
  if (!found) throw new Error(`no record "${id}"`);
  return found;
}

const linksOf = (entry: RecordEntry) =>
  Object.values(entry.relations ?? {}).flatMap((ids) => ids ?? []);
const dateOf = (entry: RecordEntry) => entry.made ?? entry.when;

/** Records that point at another, by the other's id. */
const inbound = new Map<string, RecordEntry[]>();
for (const from of all) {
  for (const to of linksOf(from)) inbound.set(to, [...(inbound.get(to) ?? []), from]);
}

describe('the pack as a whole', () => {
  it('reads without a problem', () => {
    expect(problems).toEqual([]);
  });

  it('has exactly the ten topics, each with a record of its own', () => {
    expect(pack.topics.map(({ id }) => id).sort()).toEqual([...TOPICS].sort());
    const homes = new Set(all.map(({ about }) => about[0]));
    expect([...homes].sort()).toEqual([...TOPICS].sort());
  });

  it('uses no id twice', () => {
    const ids = entries.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('points at nothing that it does not hold', () => {
    const dangling = all.flatMap((entry) => [
      ...entry.about.filter((id) => !TOPICS.includes(id)),
      ...(entry.by ?? []).filter((id) => !actors.has(id)),
      ...entry.sources.map(({ source }) => source).filter((id) => !sources.has(id)),
      ...linksOf(entry).filter((id) => !records.has(id)),
    ]);
    expect(dangling).toEqual([]);
    expect(pack.actors.flatMap(({ of }) => of ?? []).filter((id) => !actors.has(id))).toEqual([]);
  });

  it('holds no speaker and no source that no record needs', () => {
    const used = new Set<string>(pack.actors.flatMap(({ of }) => of ?? []));
    for (const { by = [], sources: refs } of all) {
      for (const id of [...by, ...refs.map(({ source }) => source)]) used.add(id);
    }
    expect([...actors, ...sources].filter((id) => !used.has(id))).toEqual([]);
  });

  it('says whose each claim, denial and statement is, and when each dated event was', () => {
    const nameless = all.filter(({ kind, by }) => kind !== 'event' && !by?.length);
    const undated = all.filter(({ kind, when }) => kind === 'event' && !when);
    expect([...nameless, ...undated].map(({ id }) => id)).toEqual([]);
  });

  it('tells each record in at most 280 characters', () => {
    const long = all.filter(({ text }) => String(text).length > 280);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  it('gives no verdict, except in words that somebody spoke', () => {
    const verdict =
      /\b(true|false|facts?|debunk\w*|verif\w*|mislead\w*|fake|disputed?|bias\w*|trusted)\b/i;
    const own = all.filter(({ text }) => verdict.test(String(text).replace(/“[^”]*”/g, '')));
    expect(own.map(({ id }) => id)).toEqual([]);
  });

  it('quotes at most eight words of a page', () => {
    const quotes = all
      .flatMap((entry) => entry.sources)
      .flatMap(({ quote }) => (quote ? [quote] : []));
    const words = quotes.map(
      ({ prefix = '', exact, suffix = '' }) =>
        `${prefix} ${exact} ${suffix}`.split(/\s+/).filter(Boolean).length,
    );
    expect(words.filter((count) => count > 8)).toEqual([]);
  });
});

describe('relations', () => {
  it('let a denial name what it denies, all of it said before', () => {
    for (const denial of all) {
      if (denial.kind !== 'denial') continue;
      const denied = denial.relations?.denies ?? [];
      expect(denied, denial.id).not.toEqual([]);
      for (const id of denied) {
        const said = dateOf(record(id));
        if (!said || !dateOf(denial)) continue;
        expect(dateOrder(said), `${denial.id} denies ${id}`).toBeLessThanOrEqual(
          dateOrder(dateOf(denial)),
        );
      }
    }
  });

  it('keep denials to denials', () => {
    const others = all.filter(
      ({ kind, relations }) => kind !== 'denial' && relations?.denies?.length,
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('never correct in a circle', () => {
    const reaches = (id: string, goal: string, seen: ReadonlySet<string>): boolean =>
      (record(id).relations?.corrects ?? []).some(
        (next) =>
          next === goal || (!seen.has(next) && reaches(next, goal, new Set([...seen, next]))),
      );
    expect([...records.keys()].filter((id) => reaches(id, id, new Set([id])))).toEqual([]);
  });

  it('let a record supersede only an earlier one', () => {
    for (const entry of all) {
      for (const id of entry.relations?.supersedes ?? []) {
        expect(dateOrder(dateOf(record(id))), id).toBeLessThan(dateOrder(dateOf(entry)));
      }
    }
  });
});

describe('the 70 facts', () => {
  it('are numbered 1 to 70', () => {
    expect(Object.keys(FACTS).map(Number)).toEqual(Array.from({ length: 70 }, (_, i) => i + 1));
  });

  for (const [number, { records: ids, made, when }] of Object.entries(FACTS)) {
    it(`${number} is on record with speaker, source and the article's date: ${ids.join(', ')}`, () => {
      const [first] = ids.map(record);
      expect(first?.by?.length).toBeGreaterThan(0);
      expect(first?.sources[0]?.source).toBe(ARTICLE);
      expect([first?.made ?? null, first?.when ?? null]).toEqual([made, when]);
    });
  }

  it('each stand in a record of their own', () => {
    const ids = Object.values(FACTS).flatMap(({ records: own }) => own);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('meet another source, but for three opinions that none speaks to', () => {
    const alone = Object.entries(FACTS).filter(([, { records: ids }]) =>
      ids.every(
        (id) =>
          record(id).sources.length === 1 &&
          !(inbound.get(id) ?? []).some(({ sources: refs }) =>
            refs.some(({ source }) => source !== ARTICLE),
          ),
      ),
    );
    expect(alone.map(([number]) => Number(number))).toEqual(ARTICLE_ONLY);
  });
});

describe('what differs from the article', () => {
  for (const [number, ids] of Object.entries(DISCREPANCIES)) {
    it(`D${number} stands beside it: ${ids.join(', ')}`, () => {
      for (const id of ids) expect(record(id).sources.length, id).toBeGreaterThan(0);
      expect(ids.some((id) => linksOf(record(id)).length > 0)).toBe(true);
    });
  }

  it('is a note by the editors where two passages do not fit (D10 to D12)', () => {
    for (const id of [10, 11, 12].flatMap((number) => DISCREPANCIES[number] ?? [])) {
      expect(record(id)).toMatchObject({ form: 'editor-note', by: ['editors'] });
    }
  });

  it('puts the misprinted name and the shortened title right (D4, D5)', () => {
    const corrected = (id: string) => record(id).relations?.corrects;
    expect(corrected('austin-name-note')).toEqual(['austin-evidence-as-reported']);
    expect(corrected('treaty-official-name')).toEqual(['duma-ratified-as-reported']);
  });

  it('never takes the silence of Putin or of Kim Jong Gyu for a denial', () => {
    for (const id of ['putin-did-not-deny', 'putin-kazan-did-not-deny', 'kim-jong-gyu-left-open']) {
      expect(record(id)).toMatchObject({ kind: 'statement', form: 'non-denial' });
    }
  });

  it('keeps the wrong date as reported and sets the right one in the same place', () => {
    const pairs = [
      ['treaty-signed-as-reported', 'treaty-signed', 'when'],
      ['putin-trip-as-reported', 'putin-state-visit', 'when'],
      ['austin-evidence-as-reported', 'austin-evidence', 'made'],
      ['guterres-refusal-as-reported', 'visit-not-approved', 'when'],
    ] as const;
    for (const [reported, correction, field] of pairs) {
      expect(record(correction).relations?.corrects).toContain(reported);
      expect(record(correction)[field]).toBeDefined();
      expect(record(correction)[field]).not.toBe(record(reported)[field]);
    }
  });
});

describe('the later record', () => {
  for (const [date, ids] of Object.entries(LATER)) {
    it(`has what happened at ${date}: ${ids.join(', ')}`, () => {
      for (const id of ids) expect(dateOf(record(id)), id).toBe(date);
    });
  }
});
