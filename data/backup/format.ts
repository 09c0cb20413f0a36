/**
 * A backup: everything a reader has, in one file. Gzip over lines of JSON, so that damage is noticed by gzip's own check
 * and neither writing nor reading holds more than a piece of it. Equal contents give equal lines:
 *
 *     {"kind":"on-record-backup","version":1}
 *     {"kind":"setting","key":…,"value":…}            by key
 *     {"kind":"pack","row":…,"head":…,"entries":n}    by id, each followed by its n lines as they were published
 *     {"kind":"subscription" | "sync" | "version" | "seen","row":…}
 *     {"kind":"end","bytes":n}
 *
 * Packs that come with the extension are left out, and so is what the browser did: the log of requests.
 */
import type { PackRow, SeenRow } from '../store/schema';
import type { SyncRow } from '../store/sync-log';
import type { VersionRow } from '../store/versions';
import type { Subscription } from '../sync/client/port';
import type { Lines } from '../sync/lines';
import type { PackLine } from '../sync/state';

export const MAGIC = 'on-record-backup';
export const VERSION = 1;

/** The row of a pack, without what is made anew when it is stored. */
export type KeptPack = Pick<
  PackRow,
  'id' | 'version' | 'signed' | 'updated' | 'expires' | 'buckets'
>;

/** `seen` as JSON has it: a map is a list of pairs. */
export interface KeptSeen extends Pick<SeenRow, 'topic' | 'at'> {
  readonly records: readonly (readonly [string, number])[];
}

/** What a backup holds, in the order of the file. */
export type Item =
  | { readonly kind: 'setting'; readonly key: string; readonly value: unknown }
  | {
      readonly kind: 'pack';
      readonly row: KeptPack;
      readonly head: PackLine;
      readonly entries: number;
    }
  /** Of the pack before it; every bucket comes, in order. */
  | { readonly kind: 'bucket'; readonly bucket: number; readonly lines: Lines }
  | { readonly kind: 'subscription'; readonly row: Subscription }
  | { readonly kind: 'sync'; readonly row: SyncRow }
  | { readonly kind: 'version'; readonly row: VersionRow }
  | { readonly kind: 'seen'; readonly row: KeptSeen };

/** Why a file is not restored, each a message `backup.refused.…`: it is none, it is damaged, a later On Record wrote it. */
export type BackupFault = 'none' | 'damaged' | 'newer';

export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  constructor(
    readonly fault: BackupFault,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/**
 * Settings that belong to this browser alone: the copy of the subscriptions, which the backup has itself; what its account
 * knows; when it was last backed up.
 */
export const NOT_KEPT: ReadonlySet<string> = new Set(['subscriptions', 'account', 'backupSaved']);
