/** Ours and its rivals over the same records: each builds, and then answers a query with twenty hits at most. */
import { Document, IndexedDB } from 'flexsearch';
import MiniSearch from 'minisearch';
import {
  type Actor,
  type Entry,
  entriesOf,
  type Pack,
  type Source,
  type Topic,
} from '../../../../data/model';
import { openSearchBuilder } from '../../../../data/search/build';
import {
  actorTexts,
  datesOf,
  figureTexts,
  sourceTexts,
  textsOf,
} from '../../../../data/search/fields';
import { openSearchIndex } from '../../../../data/search/index-file';
import { lookUp } from '../../../../data/search/look-up';
import { parseQuery } from '../../../../data/search/parse';
import type { Segment } from '../../../../data/search/segments';

const LIMIT = 20;
/** As the store does it: documents of a part, and entries of a bucket. */
const PART = 16_384;
const BUCKET = 100;

export interface Engine {
  readonly bytes: number | null;
  search(query: string): number | Promise<number>;
}

function referredIn(pack: Pack) {
  const entries = entriesOf(pack);
  const of = <T>(kind: string) =>
    new Map(entries.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry as T]));
  return {
    actors: of<Actor>('actor'),
    sources: of<Source>('source'),
    topics: of<Topic>('topic'),
    pack: pack.name,
    records: entries.filter((entry) => 'about' in entry),
  };
}

/** @returns the index of some records, as bytes */
export async function buildPart(
  pack: Pack,
  records: readonly Entry[],
  referred = referredIn(pack),
) {
  const builder = openSearchBuilder(pack);
  for (let from = 0; from < records.length; from += BUCKET) {
    const some = records.slice(from, from + BUCKET);
    builder.add(
      from / BUCKET,
      some.map((_, slot) => slot),
      some,
      referred,
    );
  }
  return builder.finish();
}

export const recordsOf = (pack: Pack) => referredIn(pack).records;

async function ours(pack: Pack): Promise<Engine> {
  const { records, ...referred } = referredIn(pack);
  const segments: Segment[] = [];
  let bytes = 0;
  for (let from = 0; from < records.length; from += PART) {
    const part = await buildPart(pack, records.slice(from, from + PART), { records, ...referred });
    bytes += part.byteLength;
    segments.push({
      index: openSearchIndex(part),
      pack: { id: pack.pack, words: ['generated', 'records'] },
      hidden: null,
    });
  }
  return { bytes, search: (query) => lookUp(segments, parseQuery(query), LIMIT).total };
}

/** The same texts in the same fields. */
function* documentsOf(pack: Pack) {
  const { records, actors, sources, topics } = referredIn(pack);
  let id = 0;
  for (const entry of records) {
    if (!('about' in entry)) continue;
    const by = 'by' in entry ? (entry.by ?? []) : [];
    const cited = 'sources' in entry ? entry.sources : [];
    const found = <T>(map: ReadonlyMap<string, T>, one: string) => map.get(one) ?? [];
    yield {
      id: id++,
      speaker: by
        .flatMap((one) => [found(actors, one)].flat())
        .flatMap(actorTexts)
        .join(' '),
      topic: entry.about
        .flatMap((one) => [found(topics, one)].flat())
        .flatMap(({ name }) => textsOf(name))
        .join(' '),
      text: textsOf(entry.text).join(' '),
      figure: figureTexts(entry).join(' '),
      date: datesOf(entry).join(' '),
      source: cited
        .flatMap(({ source }) => [found(sources, source)].flat())
        .flatMap(sourceTexts)
        .join(' '),
    };
  }
}

const FIELDS = ['speaker', 'topic', 'text', 'figure', 'date', 'source'];

async function miniSearch(pack: Pack): Promise<Engine> {
  const index = new MiniSearch({ fields: FIELDS });
  for (const document of documentsOf(pack)) index.add(document);
  const options = {
    prefix: true,
    // As ours: one slip, in words of some length.
    fuzzy: (term: string) => (term.length >= 4 ? 1 : false),
    combineWith: 'AND' as const,
    boost: { speaker: 8, topic: 6, text: 5, figure: 5, date: 3, source: 2 },
  };
  return { bytes: null, search: (query) => index.search(query, options).slice(0, LIMIT).length };
}

const FLEX = { document: { id: 'id', index: FIELDS }, tokenize: 'forward' as const };

async function flexSearch(pack: Pack): Promise<Engine> {
  const index = new Document(FLEX);
  for (const document of documentsOf(pack)) index.add(document);
  return { bytes: null, search: (query) => index.search(query, { limit: LIMIT }).length };
}

async function flexInDatabase(pack: Pack): Promise<Engine> {
  const index = new Document({ ...FLEX, commit: false } as typeof FLEX);
  await index.mount(new IndexedDB('flexsearch-bench') as never);
  for (const document of documentsOf(pack)) index.add(document);
  await index.commit();
  return {
    bytes: null,
    search: async (query) => (await index.search(query, { limit: LIMIT })).length,
  };
}

export const ENGINES = { ours, miniSearch, flexSearch, flexInDatabase } as const;
export type EngineName = keyof typeof ENGINES;
