/**
 * What each version of a pack brought, kept small: so many entries a version, so many versions a pack. It is written
 * in the transaction that flips, and read by the library's "what changed".
 */
import Dexie from 'dexie';
import { firstText } from '../local-text';
import { type Entry, isRecord } from '../model';
import { canonicalJson } from '../pack/canonical';
import { type EntryChange, entryOf, type FieldChange, isListChange } from '../pack/diff';
import { homeOf } from './buckets';
import type { Database } from './schema';

/** Half a year of a pack that is corrected every week. */
const MAX_VERSIONS = 26;
/** Entries listed of one version; what is beyond is counted only. Nobody reads more in a list. */
const MAX_LISTED = 200;
/** UTF-16 units of one version's list, so that two hundred packs stay within some megabytes. */
const MAX_LIST = 64_000;
/** Fields of one entry. */
const MAX_FIELDS = 12;
/** UTF-16 units of a title, and of a field's value as canonical JSON. */
const MAX_TITLE = 300;
const MAX_VALUE = 400;

/** One value of a field: as the pack has it, or the beginning of its text where that is long; undefined where there was none. */
export interface KeptField {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** An entry that a version brought, changed or took away. */
export interface KeptChange {
  readonly change: EntryChange['change'];
  /** Of a withdrawn record, what it was before; `tombstone` where that was never seen. */
  readonly kind: Entry['kind'];
  readonly id: string;
  /** What decides its bucket, to find it as it stands now. */
  readonly home: string;
  /** In the pack's own language, cut. */
  readonly title: string;
  /** Empty unless it was changed. */
  readonly fields: readonly KeptField[];
}

export type ChangeCounts = Readonly<Record<EntryChange['change'], number>>;

/** One version as it came here. */
export interface VersionRow {
  readonly pack: string;
  /** Counts the versions of the pack that came here, from 1. */
  readonly n: number;
  /** The number that its publisher gave it; null for a pack that comes with the extension. */
  readonly seq: number | null;
  readonly edition: string | null;
  /** The day on which it was signed (EDTF). */
  readonly day: string | null;
  /** Null where nobody compared: it came as a snapshot of another layout. */
  readonly counts: ChangeCounts | null;
  /** The first of the changes, by kind and id. */
  readonly changes: readonly KeptChange[];
  /** When the reader looked at it, in milliseconds since 1970 UTC; {@link UNSEEN} before that. */
  readonly seen: number;
}

/** No moment that a reader looks at anything, and one that an index can hold. */
export const UNSEEN = 0;

/** What a flip brings. */
export interface ComingVersion {
  readonly pack: string;
  readonly seq: number | null;
  readonly edition: string | null;
  /** When it was signed, as its head says. */
  readonly issued: string | null;
  /** Null where nobody compared. Of the first version there is nothing to compare with. */
  readonly diff: readonly EntryChange[] | null;
}

function titleOf(entry: Entry): string {
  if (isRecord(entry)) return firstText(entry.text);
  if (entry.kind === 'source') return entry.title ?? entry.publisher;
  return entry.kind === 'tombstone' ? firstText(entry.text ?? '') : firstText(entry.name);
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function keptValue(value: unknown): unknown {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return cut(value, MAX_VALUE);
  const text = canonicalJson(value);
  return text.length > MAX_VALUE ? cut(text, MAX_VALUE) : value;
}

const listOrNothing = (items: readonly unknown[]) => (items.length > 0 ? items : undefined);

function keptField(change: FieldChange): KeptField {
  const { path } = change;
  return isListChange(change)
    ? {
        path,
        before: keptValue(listOrNothing(change.removed)),
        after: keptValue(listOrNothing(change.added)),
      }
    : { path, before: keptValue(change.before), after: keptValue(change.after) };
}

function keptChange(change: EntryChange): KeptChange {
  const entry = entryOf(change);
  const before = change.change === 'withdrawn' ? change.before : null;
  return {
    change: change.change,
    kind: (before ?? entry).kind,
    id: entry.id,
    home: homeOf(entry),
    title: cut(titleOf(before ?? entry), MAX_TITLE),
    fields: change.change === 'changed' ? change.fields.slice(0, MAX_FIELDS).map(keptField) : [],
  };
}

/** Records first: topics, actors and sources are what is around them. */
const recordsFirst = (diff: readonly EntryChange[]): EntryChange[] => {
  const isOfRecord = (change: EntryChange) => {
    const entry = entryOf(change);
    return isRecord(entry) || entry.kind === 'tombstone';
  };
  return [...diff.filter(isOfRecord), ...diff.filter((change) => !isOfRecord(change))];
};

function keptChanges(diff: readonly EntryChange[]): KeptChange[] {
  const kept: KeptChange[] = [];
  let room = MAX_LIST;
  for (const change of recordsFirst(diff).slice(0, MAX_LISTED)) {
    const one = keptChange(change);
    room -= JSON.stringify(one).length;
    if (room < 0) break;
    kept.push(one);
  }
  return kept;
}

function countsOf(diff: readonly EntryChange[]): ChangeCounts {
  const counts = { added: 0, changed: 0, withdrawn: 0, removed: 0 };
  for (const { change } of diff) counts[change]++;
  return counts;
}

/** Every version kept of a pack, oldest first. */
const versionsOf = ({ versions }: Database, pack: string) =>
  versions.where(':id').between([pack, Dexie.minKey], [pack, Dexie.maxKey]);

/** Keeps what a flip brings; to be called inside its transaction, over `versions` too, before the row of the pack is put. */
export async function keepVersion(
  db: Database,
  { pack, seq, edition, issued, diff }: ComingVersion,
): Promise<void> {
  const last = await versionsOf(db, pack).last();
  // Nobody has to look at what came with subscribing: all of it is new.
  const isFirst = last === undefined && (await db.packs.get(pack)) === undefined;
  await db.versions.put({
    pack,
    n: (last?.n ?? 0) + 1,
    seq,
    edition,
    day: issued?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    counts: diff && countsOf(diff),
    changes: diff ? keptChanges(diff) : [],
    seen: isFirst ? Date.now() : UNSEEN,
  });
  const over = (await versionsOf(db, pack).count()) - MAX_VERSIONS;
  if (over > 0) await versionsOf(db, pack).limit(over).delete();
}

/** @returns the versions kept of a pack, newest first */
export const listVersions = (db: Database, pack: string): Promise<VersionRow[]> =>
  versionsOf(db, pack).reverse().toArray();

const unseen = ({ versions }: Database) => versions.where('seen').equals(UNSEEN);

/** @returns the versions that the reader has not looked at */
export const listUnseen = (db: Database): Promise<VersionRow[]> => unseen(db).toArray();

/**
 * The reader has looked at what changed.
 * @param packs of which; null for all
 * @param at milliseconds since 1970 UTC
 */
export async function seeVersions(
  db: Database,
  packs: readonly string[] | null,
  at: number,
): Promise<void> {
  await db.transaction('rw', db.versions, () =>
    unseen(db)
      .filter(({ pack }) => packs === null || packs.includes(pack))
      .modify({ seen: at }),
  );
}

/** Drops what was kept of a pack; inside the transaction that removes it. */
export async function dropVersions(db: Database, pack: string): Promise<void> {
  await versionsOf(db, pack).delete();
}
