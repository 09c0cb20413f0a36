/** Puts a backup in the place of what is stored: all of it, or, where anything is wrong, nothing. */

import { newChunk } from '../store/chunk';
import {
  abandonStaging,
  beginStaging,
  DIGESTS,
  drop,
  flip,
  type Staging,
  stageChunks,
} from '../store/generations';
import { rowFor } from '../store/pack-row';
import { stageDerived } from '../store/restage';
import type { Database, PackRow } from '../store/schema';
import type { Store } from '../store/store';
import { joined, sha256, utf8 } from '../sync/bytes';
import type { Digests } from '../sync/client/port';
import { type PackLine, packLine, stateDigest } from '../sync/state';
import { BackupRefused, type Item, type KeptPack } from './format';
import { readBackup } from './read';

/** What a backup holds, for the reader to agree to. */
export interface BackupSummary {
  /** Their names in the pack's own words. */
  readonly packs: readonly PackLine['name'][];
  readonly entries: number;
  readonly settings: number;
}

/** A pack of the backup while its buckets come. */
interface Coming {
  readonly row: KeptPack;
  readonly head: PackLine;
  readonly digests: Uint8Array[];
}

async function digestsOf({ head, digests }: Coming): Promise<Digests> {
  return { pack: await sha256(utf8(packLine(head))), buckets: joined(digests) };
}

/** The version of a signed pack is the digest of its state: what is in the file has to have that very digest. */
async function assertState(coming: Coming): Promise<Digests> {
  const digests = await digestsOf(coming);
  const { signed, version, id } = coming.row;
  if (signed && (await stateDigest(digests.pack, digests.buckets)) !== version)
    throw new BackupRefused('damaged', `the records of ${id} are not those of its version`);
  return digests;
}

/**
 * Reads all of a backup and changes nothing.
 * @throws {BackupRefused}
 */
export async function checkBackup(file: Blob): Promise<BackupSummary> {
  const packs = new Map<string, PackLine['name']>();
  let entries = 0;
  let settings = 0;
  let coming: Coming | null = null;
  for await (const item of readBackup(file)) {
    if (item.kind === 'setting') settings++;
    if (item.kind !== 'pack' && item.kind !== 'bucket') continue;
    if (item.kind === 'pack') {
      if (packs.has(item.row.id)) throw new BackupRefused('damaged', 'one pack twice');
      packs.set(item.row.id, item.head.name);
      entries += item.entries;
      coming = { row: item.row, head: item.head, digests: [] };
    } else if (coming) {
      coming.digests.push(await sha256(item.lines.bytes));
      if (coming.digests.length === coming.row.buckets) await assertState(coming);
    }
  }
  return { packs: [...packs.values()], entries, settings };
}

interface Staged {
  readonly staging: Staging;
  readonly row: Omit<PackRow, 'id' | 'generation'>;
  readonly expected: { readonly chunks: number; readonly sidecars: number };
}

type RowsOf<K extends Item['kind']> = Extract<Item, { kind: K; row: unknown }>['row'][];

/** Chunks put in one transaction. */
const CHUNKS_A_WRITE = 64;

/** Stages the packs of a backup, and keeps everything else, which is small, in memory. */
class Restoring {
  readonly staged: Staged[] = [];
  readonly settings: Record<string, unknown> = {};
  readonly rows = {
    subscription: [] as RowsOf<'subscription'>,
    sync: [] as RowsOf<'sync'>,
    version: [] as RowsOf<'version'>,
    seen: [] as RowsOf<'seen'>,
  };
  readonly begun: Staging[] = [];
  private coming: (Coming & { staging: Staging }) | null = null;
  private waiting: Parameters<typeof stageChunks>[2][number][] = [];

  constructor(private readonly db: Database) {}

  async take(item: Item): Promise<void> {
    if (item.kind === 'setting') this.settings[item.key] = item.value;
    else if (item.kind === 'pack') {
      const staging = await beginStaging(this.db, item.row.id);
      this.begun.push(staging);
      this.coming = { row: item.row, head: item.head, digests: [], staging };
    } else if (item.kind === 'bucket') await this.takeBucket(item);
    else (this.rows[item.kind] as unknown[]).push(item.row);
  }

  private async takeBucket({ bucket, lines }: Extract<Item, { kind: 'bucket' }>): Promise<void> {
    const { coming } = this;
    if (!coming) return;
    coming.digests.push(await sha256(lines.bytes));
    this.waiting.push({ bucket, ...newChunk(lines) });
    const last = coming.digests.length === coming.row.buckets;
    if (!last && this.waiting.length < CHUNKS_A_WRITE) return;
    await stageChunks(this.db, coming.staging, this.waiting.splice(0));
    if (last) await this.finishPack(coming);
  }

  private async finishPack(coming: Coming & { staging: Staging }): Promise<void> {
    const { row, head, staging } = coming;
    const { buckets, version, signed, updated, expires } = row;
    const body = await assertState(coming);
    const { sidecars, counts } = await stageDerived(this.db, staging, {
      head,
      buckets,
      more: signed ? [{ name: DIGESTS, body }] : [],
    });
    this.staged.push({
      staging,
      row: rowFor(
        head,
        { buckets, counts, revision: 0 },
        { version, signed, updated, expires, bundled: false },
      ),
      expected: { chunks: buckets, sidecars },
    });
  }
}

/**
 * Restores a backup: afterwards the store holds what it held when the backup was made. Packs that come with the
 * extension stay. Stopped anywhere, all is as it was before.
 * @returns the settings, for the browser's storage
 * @throws {BackupRefused}
 * @throws what the store throws; nothing has changed then
 */
export async function restoreBackup(
  { db, memory }: Store,
  file: Blob,
): Promise<Readonly<Record<string, unknown>>> {
  await checkBackup(file);
  const restoring = new Restoring(db);
  try {
    for await (const item of readBackup(file)) await restoring.take(item);
    await flipAll(db, restoring);
  } catch (error) {
    // When even this fails, the sweep of the next opening does it.
    for (const staging of restoring.begun) await abandonStaging(db, staging).catch(() => {});
    throw error;
  }
  memory.clear();
  return restoring.settings;
}

async function flipAll(db: Database, { staged, rows }: Restoring): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const kept = new Set(staged.map(({ staging }) => staging.pack));
    for (const { id, generation, bundled } of await db.packs.toArray()) {
      if (bundled || kept.has(id)) continue;
      await drop(db, [id, generation]);
      await db.packs.delete(id);
    }
    for (const { staging, row, expected } of staged)
      await flip(db, staging, row, expected, { version: null });
    for (const table of [db.subscriptions, db.syncs, db.versions, db.seen]) await table.clear();
    await db.subscriptions.bulkPut(rows.subscription);
    await db.syncs.bulkPut(rows.sync);
    await db.versions.bulkPut(rows.version);
    await db.seen.bulkPut(rows.seen.map((row) => ({ ...row, records: new Map(row.records) })));
  });
}
