/**
 * The `surroundings/N` sidecars: what bucket N's records need to be shown and do not hold themselves
 * (names of speakers, sources, what other records say of them), so that a card reads two rows a
 * bucket and not one a speaker and source.
 */
import {
  type Actor,
  type Entry,
  isRecord,
  type LocalText,
  RELATIONS,
  type RecordEntry,
  type RelationType,
  type Source,
} from '../model';
import { joined } from '../sync/bytes';
import { type Lines, parseLines } from '../sync/lines';
import { keyOf } from '../sync/state';
import type { Finder, Inbound } from './finder';

/** A record at the other end of a relation, as far as naming it in a line takes. */
export interface OtherRecord {
  readonly by: readonly string[];
  /** Where it stands, see `placingDate`. */
  readonly date?: string | undefined;
}

export interface Surroundings {
  /** The speakers; whom they belong to and who belongs to them, by whose names a page may speak of them. */
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly others: ReadonlyMap<string, OtherRecord>;
  /** By a record of the bucket: which other record names it in which relation, in date order. */
  readonly inbound: ReadonlyMap<string, readonly Inbound[]>;
  /** Whole records that correct one of the bucket's, by id. */
  readonly correctors: ReadonlyMap<string, RecordEntry>;
}

/** As they are stored: entries are lines of their chunks, carried over as they stand. */
export interface StoredSurroundings extends Pick<Surroundings, 'others' | 'inbound'> {
  /** Actors, sources and correctors. */
  readonly lines: Lines;
  /** Names of topics, by id, that the bucket's records are about and that stand elsewhere: they are searched by them. */
  readonly topics: ReadonlyMap<string, LocalText>;
}

export const surroundingsName = (bucket: number) => `surroundings/${bucket}`;

export function openSurroundings(body: unknown): Surroundings {
  const { lines, others, inbound } = body as StoredSurroundings;
  const actors = new Map<string, Actor>();
  const sources = new Map<string, Source>();
  const correctors = new Map<string, RecordEntry>();
  for (const { kind, ...entry } of parseLines(lines)) {
    if (kind === 'actor') actors.set(entry.id, { kind, ...entry } as unknown as Actor);
    else if (kind === 'source') sources.set(entry.id, { kind, ...entry } as unknown as Source);
    else correctors.set(entry.id, { kind, ...entry } as unknown as RecordEntry);
  }
  return { actors, sources, correctors, others, inbound };
}

/** The relations that a record states, in the order in which relations are listed. */
export function outbound({ relations }: RecordEntry): { type: RelationType; record: string }[] {
  if (!relations) return [];
  const stated: { type: RelationType; record: string }[] = [];
  for (const type of RELATIONS) {
    for (const record of relations[type] ?? []) stated.push({ type, record });
  }
  return stated;
}

/** A chain of owners is followed so far: a spokesman of a directorate of a ministry of a state. */
const MAX_OWNERS = 4;
/** Of one actor; a pack may have thousands belong to one. */
const MAX_MEMBERS = 32;

/** @returns an actor's owners and members, by id */
function relativesOf(id: string, finder: Finder): string[] {
  const relatives = finder.members(id).slice(0, MAX_MEMBERS);
  for (let at: string | undefined = id, steps = 0; steps < MAX_OWNERS; steps++) {
    at = finder.actor(at)?.of;
    if (at === undefined) break;
    relatives.push(at);
  }
  return relatives;
}

/**
 * Relations to one record that are kept. A pack may have all its records name one, and each would then be shown with
 * all of them.
 */
const MAX_INBOUND = 64;

/** What a reader must not miss; corrections and denials change how the record is read. */
const weight = ({ type }: { type: RelationType }) =>
  type === 'corrects' ? 0 : type === 'denies' ? 1 : 2;

/** @returns as many as are kept, in the order of weight, then as they were */
const weightiest = (named: readonly Inbound[]): readonly Inbound[] =>
  named.length <= MAX_INBOUND
    ? named
    : named.toSorted((a, b) => weight(a) - weight(b)).slice(0, MAX_INBOUND);

/**
 * @param entries of one bucket
 * @param finder looks up what they refer to; where it misses something, this has to be asked for again
 * @returns what stands around them; references into other packs are left out
 */
export function surround(entries: readonly Entry[], finder: Finder): StoredSurroundings {
  const keys = new Set<string>();
  const others = new Map<string, OtherRecord>();
  const inbound = new Map<string, readonly Inbound[]>();
  const topics = new Map<string, LocalText>();
  const own = new Set(entries.flatMap(({ kind, id }) => (kind === 'topic' ? [id] : [])));

  const addActors = (ids: readonly string[] = []) => {
    for (const id of ids) if (finder.actor(id)) keys.add(keyOf({ kind: 'actor', id }));
  };
  const addSources = (record: RecordEntry) => {
    for (const { source: id } of record.sources) {
      if (finder.source(id)) keys.add(keyOf({ kind: 'source', id }));
    }
  };
  const addOther = (id: string) => {
    const other = finder.other(id);
    if (!other) return;
    others.set(id, other);
    addActors(other.by);
  };
  const addTopics = (about: readonly string[]) => {
    for (const id of about) {
      // Asked for also where it stands here: who changes it has to know who is found by its name.
      const name = finder.topicName(id);
      if (name !== null && !own.has(id)) topics.set(id, name);
    }
  };

  for (const record of entries) {
    if ('about' in record) addTopics(record.about);
    if (!isRecord(record)) continue;
    addActors(record.by);
    for (const id of record.by ?? []) addActors(relativesOf(id, finder));
    addSources(record);
    for (const relation of outbound(record)) addOther(relation.record);
    const named = weightiest(finder.inbound(record.id));
    if (named.length === 0) continue;
    inbound.set(record.id, named);
    for (const relation of named) {
      addOther(relation.record);
      if (relation.type !== 'corrects') continue;
      const other = finder.record(relation.record);
      if (!other) continue;
      keys.add(keyOf(other));
      addSources(other);
    }
  }
  return {
    lines: finder.isMissing ? NO_YET : linesOf([...keys].sort(), finder),
    others,
    inbound,
    topics,
  };
}

/** What is missing will be asked for again: nothing of this is kept. */
const NO_YET: Lines = { keys: [], ends: new Uint32Array(), bytes: new Uint8Array() };

function linesOf(keys: readonly string[], finder: Finder): Lines {
  const pieces = keys.map(finder.line);
  let end = 0;
  return {
    keys,
    ends: Uint32Array.from(pieces, ({ length }) => (end += length)),
    bytes: joined(pieces),
  };
}
