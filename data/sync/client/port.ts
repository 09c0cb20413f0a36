/**
 * All that a sync does to the world, one call a step. The browser's side of it is real fetches and IndexedDB; tests
 * hand in one that fails or stops at its nth call.
 */
import type { Chunk } from '../../store/chunk';
import type { Bytes } from '../bytes';
import type { Applied, Head } from '../head';
import type { Lines } from '../lines';
import type { Root } from '../root';
import type { PartContent } from '../snapshot';
import type { PackLine } from '../state';

/** What a client keeps of a pack that it follows. */
export interface Subscription {
  readonly pack: string;
  /** Where it is published; ends in "/". */
  readonly folder: string;
  /** Other folders that its last head named. */
  readonly mirrors: readonly string[];
  /** The head that is applied, and the root that it was signed under; null before the first. */
  readonly applied: Applied | null;
  /** What is trusted before anything is applied; later `applied.root`. */
  readonly root: Root;
}

/** Why nothing came from a host, each a message `sync.…` of the locale files. */
export type NetTrouble =
  | 'offline'
  | 'timeout'
  | 'redirect'
  | 'not-found'
  | 'busy'
  | 'status'
  | 'too-large';

/** Thrown by {@link SyncPort.get}. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(
    readonly trouble: NetTrouble,
    detail: string,
    /** In seconds, where the host said when to come again. */
    readonly retryAfter: number | null = null,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/** A snapshot being fetched. */
export interface Staging {
  /** Parts that are staged already, of this very snapshot. */
  readonly staged: number;
}

/** What a state's digest is made of: the digest of the pack's line, and of its buckets end to end. */
export interface Digests {
  readonly pack: Bytes;
  readonly buckets: Bytes;
}

/** New content of a bucket. */
export interface ChangedBucket {
  readonly before: Chunk;
  readonly after: Lines;
  /** Of the lines that came, went or changed; at least those. */
  readonly keys: readonly string[];
}

/** New content of buckets. */
export interface ChangedBuckets {
  /** Of the whole state with these changes, as it was checked. */
  readonly digests: Digests;
  /** Null where the pack's own line is as before. */
  readonly pack: PackLine | null;
  readonly buckets: ReadonlyMap<number, ChangedBucket>;
}

/** What the flip stores of the head, in the transaction that makes its entries the ones that are read. */
export interface Flip {
  readonly subscription: Subscription;
  readonly head: Head;
}

export interface SyncPort {
  /**
   * @param limit bytes as they come over the wire, after which it stops
   * @throws {Unreachable}
   */
  get(url: string, limit: number): Promise<Bytes>;
  /** Of what is read now. */
  digests(pack: string): Promise<Digests | null>;
  /** In the order asked. */
  buckets(pack: string, buckets: readonly number[]): Promise<readonly Chunk[]>;
  /** Begins to stage a snapshot, or goes on where an earlier try of the same one stopped. */
  stage(head: Head): Promise<Staging>;
  /** Stages one part, whole or not at all. */
  putPart(head: Head, index: number, content: PartContent): Promise<void>;
  /** Of what is staged. */
  stagedDigests(head: Head): Promise<Digests | null>;
  /** Gives up what is staged: it was not what the head said. */
  unstage(head: Head): Promise<void>;
  /** Makes the staged snapshot the one that is read, with all that is derived from it, in one transaction. */
  flipSnapshot(flip: Flip): Promise<void>;
  /** Changes buckets of what is read, with all that is derived from them, in one transaction. */
  flipBuckets(flip: Flip, changes: ChangedBuckets): Promise<void>;
  /** After a flip, when nobody waits: puts in order what many small changes left. Answers are the same before and after. */
  settle(pack: string): Promise<void>;
  /** Nothing but the head is new: it was renewed, moved or ended. */
  flipHead(flip: Flip): Promise<void>;
}
