/** Builds a search index, bucket by bucket. */
import { dateBounds, dateOrder } from '../dates';
import type { Actor, Entry, Pack, Source, Topic } from '../model';
import { isRecord } from '../model';
import { inSlices } from '../slices';
import { placingDate } from '../store/order';
import { growingBytes } from './bytes';
import { dateWords } from './date-words';
import { actorTexts, datesOf, figureTexts, type Referred, sourceTexts, textsOf } from './fields';
import { type Gathered, gatherWords } from './gather';
import { ENTITY_FIELDS, UNDATED, writeSearchIndex } from './index-file';
import { kindNumber } from './kinds';
import { lexiconWriter } from './lexicon';

export interface SearchBuilder {
  /** How many were added that search finds. */
  readonly documents: number;
  /**
   * Adds entries of a bucket; those that search does not find are passed over.
   * @param slots of the entries
   * @param referred at least the actors, sources and topics that they name
   */
  add(
    bucket: number,
    slots: ArrayLike<number>,
    entries: readonly Entry[],
    referred: Referred,
  ): void;
  /** @returns the bytes that `openSearchIndex` opens; to be called once */
  finish(): Promise<ArrayBuffer>;
}

type EntityField = (typeof ENTITY_FIELDS)[number];

/** Words of what was gathered, from one on up to another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Entity extends Span {
  /** Numbers of documents, as they were added. */
  readonly documents: number[];
}

interface Document extends Span {
  readonly bucket: number;
  readonly slot: number;
  readonly id: number;
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

const MINUTE_MS = 60_000;
const FAR = UNDATED - 1;

/** Minutes since 1970; ends that are open or beyond what 32 bits hold are as far as can be. */
const minutes = (ms: number) => Math.max(-FAR, Math.min(FAR, Math.floor(ms / MINUTE_MS)));

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const later = (a: number, b: number) => (a === UNDATED ? 1 : b === UNDATED ? -1 : b - a);

/** Newest first and undated last, then by the hash of the id: the order of results that match equally well. */
export const compareRank = (
  a: Pick<Document, 'start' | 'id'>,
  b: Pick<Document, 'start' | 'id'>,
): number => (a.start === b.start ? a.id - b.id : later(a.start, b.start));

interface Gathering {
  readonly gathered: Gathered;
  readonly documents: Document[];
  readonly entities: Readonly<Record<EntityField, Map<string, Entity>>>;
}

/** Numbers written one behind the other as differences. */
const writeAscending = (bytes: ReturnType<typeof growingBytes>, numbers: Iterable<number>) => {
  let before = 0;
  for (const number of numbers) {
    bytes.number(number - before);
    before = number;
  }
};

/** Work between two chances to pause. */
const STEP = 512;

function* written({ gathered, documents, entities }: Gathering): Generator<void, ArrayBuffer> {
  const order = documents.map((_, i) => i);
  order.sort((a, b) => compareRank(documents[a] as Document, documents[b] as Document));
  const ranks = new Uint32Array(order.length);
  order.forEach((document, rank) => {
    ranks[document] = rank;
  });
  yield;
  const sorted = order.map((i) => documents[i] as Document);
  const all = ENTITY_FIELDS.flatMap((field) => [...entities[field].values()]);
  const targets: readonly Span[] = [...sorted, ...all];

  // Postings by word, in the order of targets: each word's share of one array is known from counting first.
  const ends = new Uint32Array(gathered.words.length + 1);
  for (let i = 0; i < gathered.length; i++) (ends[gathered.wordAt(i) + 1] as number)++;
  for (let i = 0; i < gathered.words.length; i++) ends[i + 1] = (ends[i + 1] ?? 0) + (ends[i] ?? 0);
  const fill = ends.slice();
  const posted = new Uint32Array(gathered.length);
  const postedTargets = new Uint32Array(gathered.length);
  for (let target = 0; target < targets.length; target++) {
    if (target % STEP === 0) yield;
    const { from, to } = targets[target] as Span;
    for (let i = from; i < to; i++) {
      const word = gathered.wordAt(i);
      const place = fill[word] as number;
      fill[word] = place + 1;
      posted[place] = gathered.positionAt(i);
      postedTargets[place] = target;
    }
  }

  // Without a locale, sort() compares UTF-16 units, which is the order that the dictionary promises.
  const inOrder = gathered.words.map((word, i) => ({ word, i }));
  inOrder.sort((a, b) => (a.word < b.word ? -1 : 1));
  yield;
  const lexicon = lexiconWriter();
  const postings = growingBytes(4 * gathered.length);
  for (const [n, { word, i }] of inOrder.entries()) {
    if (n % STEP === 0) yield;
    const start = postings.length;
    let before = 0;
    for (let p = ends[i] ?? 0; p < (ends[i + 1] ?? 0); p++) {
      const target = postedTargets[p] as number;
      postings.number(target - before);
      postings.number(posted[p] as number);
      before = target;
    }
    lexicon.add(word, postings.length - start);
  }

  const entityBytes = growingBytes(4 * documents.length);
  const entityStarts = new Uint32Array(all.length + 1);
  for (const [i, entity] of all.entries()) {
    if (i % STEP === 0) yield;
    const numbers = Uint32Array.from(new Set(entity.documents), (document) => ranks[document] ?? 0);
    writeAscending(entityBytes, numbers.sort());
    entityStarts[i + 1] = entityBytes.length;
  }
  const { blocks, bytes } = lexicon.finish();
  const column = <K extends keyof Document>(key: K) => sorted.map((document) => document[key]);
  return writeSearchIndex({
    documents: sorted.length,
    words: gathered.words.length,
    topic: entities.topic.size,
    speaker: entities.speaker.size,
    source: entities.source.size,
    date: entities.date.size,
    buckets: Uint32Array.from(column('bucket')),
    slots: Uint32Array.from(column('slot')),
    ids: Uint32Array.from(column('id')),
    starts: Int32Array.from(column('start')),
    ends: Int32Array.from(column('end')),
    kinds: Uint8Array.from(column('kind')),
    entityStarts,
    entities: entityBytes.view(),
    blocks,
    lexicon: bytes,
    postings: postings.view(),
    speakers: new TextEncoder().encode(
      [...entities.speaker.keys()].map((id) => `${id}\n`).join(''),
    ),
  });
}

/** @param _head of the pack, whose name the pack's row has */
export function openSearchBuilder(_head: Pick<Pack, 'name'>): SearchBuilder {
  const gathered = gatherWords();
  const documents: Document[] = [];
  const entities: Record<EntityField, Map<string, Entity>> = {
    topic: new Map(),
    speaker: new Map(),
    source: new Map(),
    date: new Map(),
  };
  /** The date library parses for some 50 µs, and the same days come over and over. */
  const dates = new Map<string, { start: number; end: number }>();

  function whenOf(entry: Entry): { start: number; end: number } {
    const date = placingDate(entry);
    if (date === undefined) return { start: UNDATED, end: UNDATED };
    let known = dates.get(date);
    if (!known) {
      known = { start: minutes(dateOrder(date)), end: minutes(dateBounds(date).latest) };
      dates.set(date, known);
    }
    return known;
  }

  function refer(field: EntityField, id: string, write: () => void): void {
    let entity = entities[field].get(id);
    if (!entity) {
      const from = gathered.length;
      write();
      entity = { from, to: gathered.length, documents: [] };
      entities[field].set(id, entity);
    }
    entity.documents.push(documents.length);
  }

  function referToAll(entry: Entry, { actors, sources, topics }: Referred): void {
    if (!('about' in entry)) return;
    const named = <T>(map: ReadonlyMap<string, T>, id: string, texts: (one: T) => string[]) => {
      const one = map.get(id);
      return () => one && gathered.add(texts(one), 0);
    };
    for (const id of entry.about) {
      refer(
        'topic',
        id,
        named(topics, id, ({ name }: Topic) => textsOf(name)),
      );
    }
    if (!isRecord(entry)) return;
    for (const id of entry.by ?? []) {
      refer(
        'speaker',
        id,
        named(actors, id, (actor: Actor) => actorTexts(actor)),
      );
    }
    for (const { source: id } of entry.sources) {
      refer(
        'source',
        id,
        named(sources, id, (source: Source) => sourceTexts(source)),
      );
    }
    for (const date of datesOf(entry)) {
      refer('date', date, () => gathered.addFolded(dateWords(date)));
    }
  }

  return {
    get documents() {
      return documents.length;
    },
    add(bucket, slots, entries, referred) {
      entries.forEach((entry, i) => {
        if (!('about' in entry)) return;
        referToAll(entry, referred);
        const from = gathered.length;
        gathered.add(textsOf(entry.text), 0);
        gathered.add(figureTexts(entry), 1);
        documents.push({
          bucket,
          slot: slots[i] ?? 0,
          id: hashOf(entry.id),
          kind: kindNumber(entry),
          ...whenOf(entry),
          from,
          to: gathered.length,
        });
      });
    },
    finish: () => inSlices(written({ gathered, documents, entities })),
  };
}
