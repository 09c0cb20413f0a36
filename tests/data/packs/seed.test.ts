/** Holds the coverage table and the pack against the seed itself, where that is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DISCREPANCIES, FACTS, LATER } from './coverage';
import { ARTICLE, pack, records } from './pack';

const SEED = fileURLToPath(new URL('../../../../shared/seed/', import.meta.url));
const here = existsSync(SEED);
const read = (name: string) => (here ? readFileSync(`${SEED}${name}`, 'utf8') : '');

interface SeedSource {
  readonly id: string;
  readonly url: string;
  readonly supports: readonly {
    readonly fact: number;
    readonly relation: string;
    readonly note: string;
  }[];
}

/** Consecutive words that no sentence of ours may share with a source. */
const RUN = 8;

function runs(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(' '));
}

describe.skipIf(!here)('against ../shared/seed (skipped where it is not here)', () => {
  const facts = read('facts.md');
  const sources: SeedSource[] = here ? JSON.parse(read('sources.json')) : [];
  const rows = [...facts.matchAll(/^\| (\d+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|/gm)].map(
    ([, number, type = '', date = '']) => ({ number: Number(number), type, date }),
  );

  it('covers the facts, discrepancies and later rows that are listed there', () => {
    expect(Object.keys(FACTS).map(Number)).toEqual(rows.map(({ number }) => number));
    const discrepancies = [...facts.matchAll(/^- \*\*D(\d+) /gm)].map(([, number]) => number);
    expect(Object.keys(DISCREPANCIES)).toEqual(discrepancies);
    const later = [...facts.matchAll(/^\| (20[\d-]+~?) \|/gm)].map(([, date]) => date);
    expect(Object.keys(LATER)).toEqual(later);
  });

  it('gives each fact the kind and the date that are listed there', () => {
    for (const { number, type, date } of rows) {
      const covered = FACTS[number];
      const record = records.find(({ id }) => id === covered?.records[0]);
      const [word = ''] = type.split(',');
      const expected = ['claim', 'denial', 'event'].includes(word) ? word : 'statement';
      expect(record?.kind, `fact ${number}`).toBe(expected);
      if (expected === 'statement' && word !== 'statement') expect(record?.form).toBe(word);
      if (type.includes('number')) expect(record?.quantity, `fact ${number}`).toBeDefined();
      const [first] = date.split(' ');
      expect(covered?.made ?? covered?.when ?? '—', `fact ${number}`).toBe(first);
    }
  });

  it('points at the sources by the addresses that are listed there', () => {
    const listed = new Map(sources.map(({ id, url }) => [id, url]));
    const odd = pack.sources.filter(({ id, url }) => id !== ARTICLE && listed.get(id) !== url);
    expect(odd).toEqual([]);
  });

  it('adds to a fact only sources that are listed as bearing it out', () => {
    const bears = (id: string, number: number) =>
      sources
        .find((source) => source.id === id)
        ?.supports.some(({ fact, relation }) => fact === number && relation === 'corroborates');
    for (const [number, { records: ids }] of Object.entries(FACTS)) {
      const [, ...added] = records.find(({ id }) => id === ids[0])?.sources ?? [];
      for (const { source } of added) {
        expect(bears(source, Number(number)), `${source} for fact ${number}`).toBe(true);
      }
    }
  });

  it(`shares no ${RUN} words in a row with the article or a note on a source`, () => {
    const theirs = new Set(
      [
        read('article.txt'),
        ...sources.flatMap(({ supports }) => supports.map(({ note }) => note)),
      ].flatMap(runs),
    );
    const shared = records.flatMap(({ id, text }) =>
      runs(String(text))
        .filter((run) => theirs.has(run))
        .map((run) => `${id}: ${run}`),
    );
    expect(shared).toEqual([]);
  });
});
