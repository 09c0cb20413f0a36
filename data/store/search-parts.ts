/**
 * The search index of a pack in parts, so that making one needs memory for a part and an update adds a part of the
 * documents that it changed. A document is dead in a part once it is gone, or newer in a later part; which ones are is
 * one list, in the order in which they died, and each part knows where in it it was made.
 */

import type { Actor, Entry, LocalText, Source, Topic } from '../model';
import { isRecord } from '../model';
import { openSearchBuilder } from '../search/build';
import type { Referred } from '../search/fields';
import type { SlottedEntry } from './chunk';
import type { Finder } from './finder';
import type { Place } from './place-table';

/** The sidecar that lists the parts; each part's index is one of its own. */
export const SEARCH = 'search';

export interface SearchPart {
  /** Of its sidecar. */
  readonly name: string;
  readonly documents: number;
  /** How many documents were dead when it was made: those say nothing of it. */
  readonly since: number;
}

export interface SearchParts {
  readonly parts: readonly SearchPart[];
  /** The number of the next part. */
  readonly next: number;
  readonly dead: { readonly buckets: Uint32Array; readonly slots: Uint32Array };
}

/** @throws {TypeError} where it is no list of parts */
export function openSearchParts(body: unknown): SearchParts {
  const { parts, dead } = body as SearchParts;
  if (!Array.isArray(parts) || !(dead?.buckets instanceof Uint32Array)) {
    throw new TypeError('this is no list of search parts');
  }
  return body as SearchParts;
}

/** Of one part, so that an index is made in some tens of megabytes. */
const MAX_DOCUMENTS = 16_384;

export const NO_PARTS: SearchParts = {
  parts: [],
  next: 0,
  dead: { buckets: new Uint32Array(), slots: new Uint32Array() },
};

/** @returns whether an entry is found by searching */
export const isDocument = (entry: Entry | null): entry is Entry =>
  entry !== null && 'about' in entry;

/** A place as one number, for sets: buckets and slots stay far below 2²⁶. */
export const placeNumber = ({ bucket, slot }: Place): number => bucket * 2 ** 26 + slot;

/** @returns the places of documents that are dead in a part, as {@link placeNumber} gives them */
export function deadIn({ dead }: SearchParts, { since }: SearchPart): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (let i = since; i < dead.buckets.length; i++) {
    numbers.add(placeNumber({ bucket: dead.buckets[i] as number, slot: dead.slots[i] as number }));
  }
  return numbers;
}

/** @returns what entries are searched by that they do not say themselves; incomplete where the finder misses something */
export function referredBy(entries: readonly Entry[], finder: Finder, pack: LocalText): Referred {
  const actors = new Map<string, Actor>();
  const sources = new Map<string, Source>();
  const topics = new Map<string, Topic>();
  for (const entry of entries) {
    if (!('about' in entry)) continue;
    for (const id of entry.about) {
      const name = topics.has(id) ? null : finder.topicName(id);
      if (name !== null) topics.set(id, { id, name });
    }
    if (!isRecord(entry)) continue;
    for (const id of entry.by ?? []) {
      const actor = finder.actor(id);
      if (actor) actors.set(id, actor);
    }
    for (const { source: id } of entry.sources) {
      const source = finder.source(id);
      if (source) sources.set(id, source);
    }
  }
  return { actors, sources, topics, pack };
}

/** A part's index, ready to be stored. */
export interface BuiltPart {
  readonly name: string;
  readonly body: unknown;
}

export interface PartsBuilder {
  add(bucket: number, entries: readonly SlottedEntry[], referred: Referred): Promise<void>;
  /**
   * @param before the parts that stay
   * @returns those, and the ones that were built
   */
  finish(before: SearchParts): Promise<SearchParts>;
}

/**
 * @param first the number of the first part
 * @param put stores a part
 */
export function buildParts(
  pack: LocalText,
  first: number,
  put: (part: BuiltPart) => Promise<void>,
): PartsBuilder {
  let builder = openSearchBuilder({ name: pack });
  let next = first;
  const built: Omit<SearchPart, 'since'>[] = [];
  async function close(): Promise<void> {
    const { documents } = builder;
    if (documents === 0) return;
    const name = `${SEARCH}/${next++}`;
    const body = await builder.finish();
    builder = openSearchBuilder({ name: pack });
    await put({ name, body });
    built.push({ name, documents });
  }
  return {
    async add(bucket, entries, referred) {
      const documents = entries.filter(({ entry }) => isDocument(entry));
      builder.add(
        bucket,
        documents.map(({ slot }) => slot),
        documents.map(({ entry }) => entry),
        referred,
      );
      if (builder.documents >= MAX_DOCUMENTS) await close();
    },
    async finish(before) {
      await close();
      const since = before.dead.buckets.length;
      return {
        ...before,
        parts: [...before.parts, ...built.map((part) => ({ ...part, since }))],
        next,
      };
    },
  };
}

/** @returns the parts with more that are dead in all of them */
export function withDead(parts: SearchParts, places: readonly Place[]): SearchParts {
  if (places.length === 0) return parts;
  const append = (before: Uint32Array, values: readonly number[]) => {
    const all = new Uint32Array(before.length + values.length);
    all.set(before);
    all.set(values, before.length);
    return all;
  };
  return {
    ...parts,
    dead: {
      buckets: append(
        parts.dead.buckets,
        places.map(({ bucket }) => bucket),
      ),
      slots: append(
        parts.dead.slots,
        places.map(({ slot }) => slot),
      ),
    },
  };
}
