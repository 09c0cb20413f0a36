/**
 * The `surroundings/N` sidecars: what bucket N's records need to be shown and do not hold themselves
 * (names of speakers, sources, what other records say of them), so that a card reads two rows a
 * bucket and not one a speaker and source.
 */
import {
  type Actor,
  type Entry,
  isRecord,
  RELATIONS,
  type RecordEntry,
  type RelationType,
  type Source,
} from '../model';
import { compareRecords, placingDate, recordOrder } from './order';

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
  readonly inbound: ReadonlyMap<string, readonly { type: RelationType; record: string }[]>;
  /** Whole records that correct one of the bucket's, by id. */
  readonly correctors: ReadonlyMap<string, RecordEntry>;
}

export const surroundingsName = (bucket: number) => `surroundings/${bucket}`;

/** The relations that a record states, in the order in which relations are listed. */
export function outbound({ relations }: RecordEntry): { type: RelationType; record: string }[] {
  if (!relations) return [];
  const stated: { type: RelationType; record: string }[] = [];
  for (const type of RELATIONS) {
    for (const record of relations[type] ?? []) stated.push({ type, record });
  }
  return stated;
}

type Inbound = Map<string, { type: RelationType; record: string }[]>;

/** What of the whole pack decides the surroundings of each bucket. */
interface Whole {
  readonly byId: ReadonlyMap<string, Entry>;
  readonly inbound: Inbound;
  /** By the actor that they belong to. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** A chain of owners is followed so far: a spokesman of a directorate of a ministry of a state. */
const MAX_OWNERS = 4;
/** Of one actor; a pack may have thousands belong to one. */
const MAX_MEMBERS = 32;

/** @returns an actor's owners and members, by id */
function relativesOf(id: string, { byId, members }: Whole): string[] {
  const relatives = (members.get(id) ?? []).slice(0, MAX_MEMBERS);
  for (let at: string | undefined = id, steps = 0; steps < MAX_OWNERS; steps++) {
    const actor: Entry | undefined = byId.get(at);
    at = actor?.kind === 'actor' ? actor.of : undefined;
    if (at === undefined) break;
    relatives.push(at);
  }
  return relatives;
}

function surround(entries: readonly Entry[], whole: Whole): Surroundings {
  const { byId, inbound: allInbound } = whole;
  const actors = new Map<string, Actor>();
  const sources = new Map<string, Source>();
  const others = new Map<string, OtherRecord>();
  const inbound: Inbound = new Map();
  const correctors = new Map<string, RecordEntry>();

  const addActors = (ids: readonly string[] = []) => {
    for (const id of ids) {
      const entry = byId.get(id);
      if (entry?.kind === 'actor') actors.set(id, entry);
    }
  };
  const addSources = (record: RecordEntry) => {
    for (const { source } of record.sources) {
      const entry = byId.get(source);
      if (entry?.kind === 'source') sources.set(source, entry);
    }
  };
  const addOther = (id: string) => {
    const entry = byId.get(id);
    if (!entry || !isRecord(entry)) return;
    others.set(id, { by: entry.by ?? [], date: placingDate(entry) });
    addActors(entry.by);
  };

  for (const record of entries) {
    if (!isRecord(record)) continue;
    addActors(record.by);
    for (const id of record.by ?? []) addActors(relativesOf(id, whole));
    addSources(record);
    for (const relation of outbound(record)) addOther(relation.record);
    const named = allInbound.get(record.id);
    if (!named) continue;
    inbound.set(record.id, named);
    for (const relation of named) {
      addOther(relation.record);
      const other = byId.get(relation.record);
      if (relation.type !== 'corrects' || !other || !isRecord(other)) continue;
      correctors.set(other.id, other);
      addSources(other);
    }
  }
  return { actors, sources, others, inbound, correctors };
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
const weightiest = <T extends { type: RelationType }>(named: T[]): T[] =>
  named.length <= MAX_INBOUND
    ? named
    : named.toSorted((a, b) => weight(a) - weight(b)).slice(0, MAX_INBOUND);

/**
 * @param chunks the pack's entries by bucket
 * @returns the surroundings of each bucket; references into other packs are left out
 */
export function buildSurroundings(chunks: readonly (readonly Entry[])[]): Surroundings[] {
  const byId = new Map(chunks.flat().map((entry) => [entry.id, entry]));
  const inbound: Inbound = new Map();
  const records = [...byId.values()]
    .filter(isRecord)
    .map((entry) => ({ entry, order: recordOrder(entry) }))
    .sort((a, b) => compareRecords(a.order, b.order));
  for (const { entry } of records) {
    for (const { type, record } of outbound(entry)) {
      const named = inbound.get(record) ?? [];
      named.push({ type, record: entry.id });
      inbound.set(record, named);
    }
  }
  for (const [record, named] of inbound) inbound.set(record, weightiest(named));
  const members = new Map<string, string[]>();
  for (const entry of byId.values()) {
    if (entry.kind !== 'actor' || entry.of === undefined) continue;
    const ids = members.get(entry.of) ?? [];
    ids.push(entry.id);
    members.set(entry.of, ids);
  }
  return chunks.map((entries) => surround(entries, { byId, inbound, members }));
}
