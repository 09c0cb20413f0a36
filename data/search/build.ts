/** Builds the search index of a pack. */
import type { Actor, Entry, Pack, Source, Topic } from '../model';
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

function referredIn(entries: readonly Entry[], pack: Pack['name']): Referred {
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

/**
 * @param head of the pack; its name is searched too
 * @param chunks the pack's entries by bucket and slot
 * @returns the bytes that `openSearchIndex` opens
 */
export function buildSearch(
  { name }: Pick<Pack, 'name'>,
  chunks: readonly (readonly Entry[])[],
): ArrayBuffer {
  const referred = referredIn(chunks.flat(), name);
  const documents = chunks
    .flatMap((entries, bucket) => entries.map((entry, slot) => ({ entry, bucket, slot })))
    .filter(({ entry }) => 'about' in entry)
    .map((found) => ({ ...found, order: recordOrder(found.entry) }))
    .sort((a, b) => compareNewest(a.order, b.order));

  const byWord = new Map<string, number[]>();
  documents.forEach(({ entry }, number) => {
    for (const [word, weight] of searchWords(entry, referred)) {
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
