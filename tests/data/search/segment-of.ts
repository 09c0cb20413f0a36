/** Entries as an opened index, slots being their places in the list. */

import { foldWords } from '../../../data/mentions/tokenize';
import type { Actor, Entry, Source, Topic } from '../../../data/model';
import { openSearchBuilder } from '../../../data/search/build';
import type { Referred } from '../../../data/search/fields';
import { textsOf } from '../../../data/search/fields';
import { openSearchIndex } from '../../../data/search/index-file';
import type { Segment } from '../../../data/search/segments';

export function referredIn(entries: readonly Entry[], pack: string): Referred {
  const of = <T>(kind: string) =>
    new Map(
      entries.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry as T]),
    ) as ReadonlyMap<string, T>;
  return {
    actors: of<Actor>('actor'),
    sources: of<Source>('source'),
    topics: of<Topic>('topic'),
    pack,
  };
}

/** @returns the bytes of an index of one bucket */
export async function indexBytes(entries: readonly Entry[], name = 'Harbour works') {
  const builder = openSearchBuilder({ name });
  builder.add(
    0,
    entries.map((_, slot) => slot),
    entries,
    referredIn(entries, name),
  );
  return builder.finish();
}

export async function segmentOf(
  entries: readonly Entry[],
  {
    pack = 'harbour',
    name = 'Harbour works',
    hidden = null,
  }: { pack?: string; name?: string; hidden?: Uint8Array | null } = {},
): Promise<Segment> {
  const words = [pack, ...textsOf(name)].flatMap((text) => foldWords(text).map(({ word }) => word));
  return {
    index: openSearchIndex(await indexBytes(entries, name)),
    pack: { id: pack, words },
    hidden,
  };
}
