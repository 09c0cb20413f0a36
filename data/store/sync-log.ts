/** How the last try to bring a pack up to date went, and when the next one is due. */
import { LONGEST_MS } from '../sync/client/schedule';
import { NOWHERE } from '../sync/client/subscribe';
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

/** A time that lies further off than any pause was set by a clock that has been put right since. */
const isDue = ({ next, ended }: SyncRow, now: number) =>
  ended === null && (next <= now || next > now + LONGEST_MS);

export interface DuePack {
  readonly pack: string;
  readonly folder: string;
}

/** @returns the packs that are due and are published somewhere, those due longest first */
export async function duePacks(db: Database, now: number): Promise<DuePack[]> {
  const subscriptions = await db.subscriptions.filter(({ folder }) => folder !== NOWHERE).toArray();
  const rows = await db.syncs.bulkGet(subscriptions.map(({ pack }) => pack));
  return subscriptions
    .map(({ pack, folder }, i) => ({ pack, folder, row: rows[i] }))
    .filter(({ row }) => !row || isDue(row, now))
    .sort((a, b) => (a.row?.next ?? 0) - (b.row?.next ?? 0))
    .map(({ pack, folder }) => ({ pack, folder }));
}
