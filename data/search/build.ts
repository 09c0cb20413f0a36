/** Builds a search index, bucket by bucket. */
import type { Actor, Entry, LocalText, Pack, Source, Topic } from '../model';
import { type RecordOrder, recordOrder } from '../store/order';
import { type Referred, searchWords } from './fields';
import { createSearchIndex, WEIGHT_BITS } from './index-file';

/** Newest first and undated last, then by id: the order of results that match equally well. */
function compareNewest(a: RecordOrder, b: RecordOrder): number {
  if (a.start !== b.start) {
    if (!Number.isFinite(a.start)) return 1;
    if (!Number.isFinite(b.start)) return -1;
    return b.start - a.start;
  }
  return a.id < b.id ? -1 : 1;
}

interface Document {
  readonly bucket: number;
  readonly slot: number;
  readonly order: RecordOrder;
  readonly words: ReadonlyMap<string, number>;
}

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

function indexOf(documents: Document[]): ArrayBuffer {
  documents.sort((a, b) => compareNewest(a.order, b.order));
  const byWord = new Map<string, number[]>();
  documents.forEach((document, number) => {
    for (const [word, weight] of document.words) {
      const posting = number * 2 ** WEIGHT_BITS + weight;
      const postings = byWord.get(word);
      if (postings) postings.push(posting);
      else byWord.set(word, [posting]);
    }
  });
  // Without a locale, sort() compares UTF-16 units, which is the order that the index promises.
  const words = [...byWord.keys()].sort();

  let postingCount = 0;
  for (const postings of byWord.values()) postingCount += postings.length;
  const unitCount = words.reduce((sum, word) => sum + word.length, 0);
  const { buffer, index } = createSearchIndex(
    documents.length,
    words.length,
    postingCount,
    unitCount,
  );
  documents.forEach(({ bucket, slot, order }, number) => {
    index.buckets[number] = bucket;
    index.slots[number] = slot;
    index.dates[number] = order.start;
  });
  let unitAt = 0;
  let postingAt = 0;
  words.forEach((word, i) => {
    index.unitStarts[i] = unitAt;
    index.postingStarts[i] = postingAt;
    for (let j = 0; j < word.length; j++) index.units[unitAt++] = word.charCodeAt(j);
    const postings = byWord.get(word) ?? [];
    index.postings.set(postings, postingAt);
    postingAt += postings.length;
  });
  index.unitStarts[words.length] = unitAt;
  index.postingStarts[words.length] = postingAt;
  return buffer;
}

/** @param head of the pack; its name is searched too */
export function openSearchBuilder(_head: Pick<Pack, 'name'>): SearchBuilder {
  const documents: Document[] = [];
  return {
    get documents() {
      return documents.length;
    },
    add(bucket, slots, entries, referred) {
      entries.forEach((entry, i) => {
        if (!('about' in entry)) return;
        documents.push({
          bucket,
          slot: slots[i] ?? 0,
          order: recordOrder(entry),
          words: searchWords(entry, referred),
        });
      });
    },
    finish: async () => indexOf(documents),
  };
}

function referredIn(entries: readonly Entry[], pack: LocalText): Referred {
  const actors = new Map<string, Actor>();
  const sources = new Map<string, Source>();
  const topics = new Map<string, Topic>();
  for (const entry of entries) {
    if (entry.kind === 'actor') actors.set(entry.id, entry);
    else if (entry.kind === 'source') sources.set(entry.id, entry);
    else if (entry.kind === 'topic') topics.set(entry.id, entry);
  }
  return { actors, sources, topics, pack };
}

/** Of a pack in memory; see `openSearchBuilder`. */
export function buildSearch(
  { name }: Pick<Pack, 'name'>,
  chunks: readonly (readonly Entry[])[],
): ArrayBuffer {
  const referred = referredIn(chunks.flat(), name);
  const documents = chunks.flatMap((entries, bucket) =>
    entries.flatMap((entry, slot) =>
      'about' in entry
        ? [{ bucket, slot, order: recordOrder(entry), words: searchWords(entry, referred) }]
        : [],
    ),
  );
  return indexOf(documents);
}
