/** What versions of packs brought, as the library shows it. */

import { formatDate } from '../dates';
import type { Entry } from '../model';
import { canonicalJson } from '../pack/canonical';
import type { ChangeView, FieldView, VersionView } from '../pack-messages';
import { keyOf as keyOfEntry } from '../sync/state';
import { bucketOf } from './buckets';
import { chunkOf } from './chunk-rows';
import { entriesAt } from './entries';
import { type ReaderLanguage, viewDate, viewFigures } from './language';
import { viewPack } from './pack-view';
import { keyOf } from './scene';
import type { PackRow } from './schema';
import { reading, type Store } from './store';
import { viewEntries } from './topic-view';
import {
  type KeptChange,
  type KeptField,
  listUnseen,
  listVersions,
  UNSEEN,
  type VersionRow,
} from './versions';

/** Fields whose value is a date. */
const DATES: ReadonlySet<string> = new Set(['made', 'when', 'withdrawn', 'published', 'retrieved']);

function words(field: string, value: unknown, language: ReaderLanguage): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    return DATES.has(field) ? dateWords(value, language) : value;
  }
  if (field === 'quantity' && Array.isArray(value)) return figureWords(value, language);
  if (Array.isArray(value)) {
    return value.map((item) => words('', item, language) ?? '').join(', ');
  }
  return typeof value === 'object' ? partsOf(value, language) : canonicalJson(value);
}

/** Keys that say nothing that their value does not: `{source: courier}`. */
const PLAIN: ReadonlySet<string> = new Set(['source', 'text', 'id', 'exact']);

/** `{denies: [flood], within: sentence}` as "denies: flood; within: sentence". */
const partsOf = (value: object, language: ReaderLanguage): string =>
  Object.entries(value)
    .map(([key, part]) => {
      const said = words(key, part, language) ?? '';
      return PLAIN.has(key) ? said : `${key}: ${said}`;
    })
    .join('; ');

function dateWords(edtf: string, { locale, say }: ReaderLanguage): string {
  try {
    return formatDate(edtf, locale, say);
  } catch {
    // Cut, or a date of a field that only has the name of one.
    return edtf;
  }
}

function figureWords(value: readonly unknown[], language: ReaderLanguage): string {
  try {
    return viewFigures(value as Parameters<typeof viewFigures>[0], language)
      .map(({ label }) => label)
      .join(', ');
  } catch {
    return canonicalJson(value);
  }
}

const viewField = ({ path, before, after }: KeptField, language: ReaderLanguage): FieldView => {
  const [first = ''] = path;
  return {
    field: path.join('.'),
    before: words(first, before, language),
    after: words(first, after, language),
  };
};

const RECORDS: ReadonlySet<Entry['kind']> = new Set([
  'claim',
  'denial',
  'statement',
  'event',
  'tombstone',
]);

type Place = Parameters<typeof entriesAt>[2][number];

/** Where the records of a version stand now; null for what is gone, or is none. */
async function placesOf(
  { db }: Store,
  pack: PackRow,
  changes: readonly KeptChange[],
): Promise<(Place | null)[]> {
  const wanted = changes.map(({ change, kind, id, home }) =>
    change !== 'removed' && RECORDS.has(kind)
      ? { bucket: bucketOf(home, pack.buckets), key: keyOfEntry({ kind, id }) }
      : null,
  );
  const buckets = [...new Set(wanted.flatMap((one) => (one ? [one.bucket] : [])))];
  const rows = await db.chunks.bulkGet(buckets.map((n) => [pack.id, pack.generation, n]));
  const slots = new Map(
    buckets.map((bucket, i) => {
      const { keys, slots } = chunkOf(rows[i]);
      return [bucket, new Map(keys.map((key, line) => [key, slots[line]]))];
    }),
  );
  return wanted.map((one) => {
    const slot = one && slots.get(one.bucket)?.get(one.key);
    return one && slot !== undefined && slot !== null ? { bucket: one.bucket, slot } : null;
  });
}

async function viewChanges(
  store: Store,
  pack: PackRow,
  changes: readonly KeptChange[],
  language: ReaderLanguage,
): Promise<ChangeView[]> {
  const places = await placesOf(store, pack, changes);
  const found = places.flatMap((place) => (place ? [place] : []));
  const entries = await entriesAt(store, pack, found);
  const views = await viewEntries(store, pack, entries, language, { page: [], seen: [] });
  const byPlace = new Map(found.map((place, i) => [place, views[i] ?? null]));
  return changes.map(({ change, kind, id, title, fields }, i) => {
    const place = places[i];
    return {
      change,
      kind,
      key: keyOf(pack, id),
      record: (place && byPlace.get(place)) ?? null,
      title,
      fields: fields.map((field) => viewField(field, language)),
    };
  });
}

interface Asking {
  /** Null for all packs. */
  readonly pack: string | null;
  /** With the versions that were looked at. */
  readonly all: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Versions in one answer: what a reader who was away for long has of many packs is enough to begin with. */
const MAX_SHOWN = 60;

/** @returns pack by pack, the newest version of each first */
export async function listChanges(
  store: Store,
  { pack: only, all, now }: Asking,
  language: ReaderLanguage,
): Promise<VersionView[]> {
  const ids = only !== null ? [only] : await store.db.packs.toCollection().primaryKeys();
  const kept = await Promise.all(ids.map((id) => versionsToShow(store, id, all)));
  const shown = kept.flat().slice(0, MAX_SHOWN);
  return reading(store, async () => {
    const views: VersionView[] = [];
    for (const { row, before } of shown) {
      const pack = await store.db.packs.get(row.pack);
      if (!pack) continue;
      views.push({
        pack: viewPack(pack, language, now),
        version: row.seq,
        before: before?.seq ?? null,
        edition: row.edition,
        signed: viewDate(row.day ?? undefined, language),
        counts: row.counts,
        changes: await viewChanges(store, pack, row.changes, language),
        seen: row.seen === UNSEEN ? null : row.seen,
      });
    }
    return views;
  });
}

async function versionsToShow(
  { db }: Store,
  pack: string,
  all: boolean,
): Promise<{ row: VersionRow; before: VersionRow | null }[]> {
  const rows = await listVersions(db, pack);
  return rows
    .map((row, i) => ({ row, before: rows[i + 1] ?? null }))
    .filter(({ row }) => all || row.seen === UNSEEN);
}

/** @returns by pack, how many entries changed since the reader last looked, for packs with any */
export async function countChanges({ db }: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { pack, counts: of } of await listUnseen(db)) {
    // What nobody compared is one thing to look at.
    const sum = of ? of.added + of.changed + of.withdrawn + of.removed : 1;
    if (sum > 0) counts[pack] = (counts[pack] ?? 0) + sum;
  }
  return counts;
}
