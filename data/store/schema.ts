/**
 * The database: what rows there are and how they are keyed. Every read and write goes through Dexie.
 *
 * A pack's entries live in chunks, many a row, since IndexedDB takes rows at some thousands a second
 * whatever their size (docs/adr/0005). Beside the chunks stand sidecars, derived from
 * them. Both carry the generation of the pack that they belong to; the pack's own row points at the
 * one generation that is read, and is the only thing that a change flips.
 */
import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Key } from '../messages';
import type { LocalText, RecordKind } from '../model';
import type { Subscription } from '../sync/client/port';
import type { Chunk } from './chunk';
import type { RequestRow } from './request-log';
import type { SyncRow } from './sync-log';
import type { VersionRow } from './versions';

/** What is on record of one pack: which generation is read, and what lists of packs show. */
export interface PackRow {
  readonly id: string;
  readonly generation: number;
  /** Names the content: the same version is never stored twice. */
  readonly version: string;
  /** Counts the changes of a generation where it stands. */
  readonly revision: number;
  /** The form of chunks and sidecars; see {@link FORMAT}. */
  readonly format: number;
  /** The number of chunks, a power of two. */
  readonly buckets: number;
  readonly bundled: boolean;
  readonly name: LocalText;
  /** BCP-47 tag of texts that name no language. */
  readonly language: string;
  readonly publisher: string;
  readonly edition: string | null;
  readonly licence: string;
  /** Where readers may write: http(s) or mailto. */
  readonly contact: string | null;
  /** Its publisher's signature was checked when it was stored. */
  readonly signed: boolean;
  /**
   * The day on which its publisher last vouched for it, and the last day on which that holds (EDTF). Null where nobody
   * said: of a pack that ships, the edition is all that is known.
   */
  readonly updated: string | null;
  readonly expires: string | null;
  readonly counts: Readonly<Record<RecordKind | 'topic', number>>;
}

/** One bucket of a generation, with every entry that hashes to it. */
export interface ChunkRow extends Chunk {
  readonly pack: string;
  readonly generation: number;
  readonly bucket: number;
}

/** Something derived from the chunks of a generation; `name` decides what `body` is. */
export interface SidecarRow {
  readonly pack: string;
  readonly generation: number;
  readonly name: string;
  readonly body: unknown;
}

/** A generation being written. What is left of one after a stop is swept when the store opens. */
export interface StagingRow {
  readonly pack: string;
  readonly generation: number;
  /** Set where a published snapshot is staged: the digest of its state, and how many of its parts are there. */
  readonly digest?: string;
  readonly parts?: number;
}

/** The records of a topic as the reader last saw them. */
export interface SeenRow {
  readonly topic: Key;
  /** When, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** By record: a digest of what was shown, see data/store/seen.ts. */
  readonly records: ReadonlyMap<Key, number>;
}

export type GenerationKey = [pack: string, generation: number];
export type ChunkKey = [...GenerationKey, bucket: number];
export type SidecarKey = [...GenerationKey, name: string];

export interface Tables {
  readonly packs: EntityTable<PackRow, 'id'>;
  readonly chunks: Table<ChunkRow, ChunkKey>;
  readonly sidecars: Table<SidecarRow, SidecarKey>;
  readonly stagings: Table<StagingRow, GenerationKey>;
  readonly seen: EntityTable<SeenRow, 'topic'>;
  readonly subscriptions: EntityTable<Subscription, 'pack'>;
  readonly syncs: EntityTable<SyncRow, 'pack'>;
  readonly versions: Table<VersionRow, [pack: string, n: number]>;
  readonly requests: EntityTable<RequestRow, 'id'>;
}

export type Database = Dexie & Tables;

/** Raised when the form of chunks or of any sidecar changes, so that stored packs are put and derived anew. */
export const FORMAT = 5;

export const DATABASE_NAME = 'on-record';

/**
 * Declares the database without opening it; Dexie opens it at its first use.
 * @param options for tests: another IndexedDB, or another name
 */
export function declareDatabase({
  name = DATABASE_NAME,
  ...options
}: DexieOptions & { name?: string } = {}): Database {
  const db = new Dexie(name, {
    // What is stored can be fetched again, so a flush of the disk per transaction buys nothing.
    chromeTransactionDurability: 'relaxed',
    ...options,
  }) as Database;
  db.version(1).stores({
    packs: 'id',
    chunks: '[pack+generation+bucket]',
    sidecars: '[pack+generation+name]',
    stagings: '[pack+generation]',
  });
  // A version names only what it changes.
  db.version(2).stores({ seen: 'topic, at' });
  db.version(3).stores({ subscriptions: 'pack', syncs: 'pack' });
  db.version(4).stores({ versions: '[pack+n], seen', requests: '++id' });
  return db;
}
