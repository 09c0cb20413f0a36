/** What changed from one version of a pack to another, entry by entry and field by field. Words are for others to find. */
import { type Entry, SECTIONS } from '../model';
import { keyOf } from '../sync/state';
import { canonicalJson } from './canonical';

/** One value of an entry that is another now. */
export interface ValueChange {
  /** Keys from the entry down to the value: `['relations', 'denies']`. */
  readonly path: readonly string[];
  /** Undefined where there was none. */
  readonly before: unknown;
  /** Undefined where there is none any more. */
  readonly after: unknown;
}

/** A list of an entry to which something came, or from which something went; both may be empty if only the order changed. */
export interface ListChange {
  readonly path: readonly string[];
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
}

export type FieldChange = ValueChange | ListChange;

export const isListChange = (change: FieldChange): change is ListChange => 'added' in change;

export type EntryChange =
  | { readonly change: 'added'; readonly entry: Entry }
  | {
      readonly change: 'changed';
      readonly before: Entry;
      readonly entry: Entry;
      readonly fields: readonly FieldChange[];
    }
  /** A tombstone stands in a record's place; `before` is null where that was never seen. */
  | { readonly change: 'withdrawn'; readonly before: Entry | null; readonly entry: Entry }
  /** Gone without a tombstone, as topics, actors and sources may be. */
  | { readonly change: 'removed'; readonly before: Entry };

const ORDER: readonly string[] = Object.values(SECTIONS);

/** @returns the entry as it is now, or was last */
export const entryOf = (change: EntryChange): Entry =>
  change.change === 'removed' ? change.before : change.entry;

function byKindAndId(a: EntryChange, b: EntryChange): number {
  const [x, y] = [entryOf(a), entryOf(b)];
  return ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind) || (x.id < y.id ? -1 : 1);
}

/**
 * @param before any entries, all of a pack or those of some buckets
 * @param after the same ones later
 * @returns by kind, as packs have their sections, then by id
 */
export function diffEntries(before: Iterable<Entry>, after: Iterable<Entry>): EntryChange[] {
  const old = new Map([...before].map((entry) => [keyOf(entry), entry]));
  const changes: EntryChange[] = [];
  for (const entry of after) {
    const was = old.get(keyOf(entry)) ?? null;
    old.delete(keyOf(entry));
    if (entry.kind === 'tombstone' && was?.kind !== 'tombstone') {
      changes.push({ change: 'withdrawn', before: was, entry });
    } else if (!was) changes.push({ change: 'added', entry });
    else {
      const fields = diffFields(was, entry);
      if (fields.length > 0) changes.push({ change: 'changed', before: was, entry, fields });
    }
  }
  for (const was of old.values()) changes.push({ change: 'removed', before: was });
  return changes.sort(byKindAndId);
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown) =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/**
 * @param before plain data: an entry, or a pack without its entries
 * @returns what differs, by key
 */
export function diffFields(before: object, after: object): FieldChange[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => diffValue([key], old?.[key], now?.[key]));
}

function diffValue(path: readonly string[], before: unknown, after: unknown): FieldChange[] {
  if (same(before, after)) return [];
  if (isMapping(before) && isMapping(after)) {
    return diffFields(before, after).map((change) => ({
      ...change,
      path: [...path, ...change.path],
    }));
  }
  const lists = [before, after].map((value) => (value === undefined ? [] : value));
  const [old, now] = lists;
  if (Array.isArray(old) && Array.isArray(now)) {
    return [{ path, added: without(now, old), removed: without(old, now) }];
  }
  return [{ path, before, after }];
}

function without(list: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map(canonicalJson));
  return list.filter((item) => !known.has(canonicalJson(item)));
}
