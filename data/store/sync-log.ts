/** How the last try to bring a pack up to date went, and when the next one is due. */
import type { Database } from './schema';

/** What became of a try; a reason of `Refused`, a trouble of `Unreachable`, or one of the store's problems. */
export interface SyncRow {
  readonly pack: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly next: number;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** Null after a try that went well. */
  readonly trouble: string | null;
  /** When content last came, and how. */
  readonly updated: { readonly at: number; readonly by: 'snapshot' | 'delta' | 'head' } | null;
  /** Its publisher said that nothing will come any more, and why. */
  readonly ended: string | null;
}

/** @returns the packs that are due, those due longest first */
export async function duePacks(db: Database, now: number): Promise<string[]> {
  const [subscriptions, rows] = await Promise.all([
    db.subscriptions.toArray(),
    db.syncs.bulkGet(await db.subscriptions.toCollection().primaryKeys()),
  ]);
  return subscriptions
    .map(({ pack }, i) => ({ pack, row: rows[i] }))
    .filter(({ row }) => !row || (row.next <= now && row.ended === null))
    .sort((a, b) => (a.row?.next ?? 0) - (b.row?.next ?? 0))
    .map(({ pack }) => pack);
}
