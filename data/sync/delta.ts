/** What changed from one state to a later one of the same layout, bucket by bucket. */

import { type Entry, RECORD_KINDS } from '../model';
import { canonicalJson } from '../pack/canonical';
import { bucketOf, homeOf } from '../store/buckets';
import { type Bytes, utf8 } from './bytes';
import { checkEntry, checkPackLine, parseLine } from './entries';
import { Refused } from './refused';
import { linesOf, type State } from './snapshot';
import { byKey, entryLine, keyOf, type PackLine, packLine } from './state';

/** Takes an entry out of a bucket: it is gone, or its home topic is another. */
interface Drop {
  readonly kind: 'drop';
  readonly id: string;
  readonly of: Entry['kind'];
  readonly bucket: number;
}

/** Of one bucket, by key. */
export type Changes = ReadonlyMap<string, Entry | Drop>;

export interface Delta {
  /** Null where the pack's own line is as before. */
  readonly pack: PackLine | null;
  readonly buckets: ReadonlyMap<number, Changes>;
}

const isDrop = (change: Entry | Drop): change is Drop => change.kind === 'drop';

/** @returns null where the two have different layouts: then a client takes the snapshot */
export function makeDelta(before: State, after: State): Delta | null {
  if (before.buckets.length !== after.buckets.length) return null;
  const buckets = new Map<number, Changes>();
  after.buckets.forEach((entries, bucket) => {
    const old = new Map(before.buckets[bucket]?.map((entry) => [keyOf(entry), entry]));
    const changes = new Map<string, Entry | Drop>();
    for (const entry of entries) {
      const key = keyOf(entry);
      const was = old.get(key);
      old.delete(key);
      if (!was || entryLine(was) !== entryLine(entry)) changes.set(key, entry);
    }
    for (const [key, { id, kind }] of old) changes.set(key, { kind: 'drop', id, of: kind, bucket });
    if (changes.size > 0) buckets.set(bucket, changes);
  });
  const pack = packLine(before.pack) === packLine(after.pack) ? null : after.pack;
  return { pack, buckets };
}

/** @returns one delta that does what two in a row do */
export function composed(first: Delta, second: Delta): Delta {
  const buckets = new Map(first.buckets);
  for (const [bucket, changes] of second.buckets) {
    buckets.set(bucket, new Map([...(buckets.get(bucket) ?? []), ...changes]));
  }
  return { pack: second.pack ?? first.pack, buckets };
}

/** @returns the file's bytes: the pack's line if it changed, then changes by bucket and key */
export function writeDelta({ pack, buckets }: Delta): Bytes {
  const lines = [...buckets]
    .sort(([a], [b]) => a - b)
    .flatMap(([, changes]) =>
      [...changes]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, change]) => `${canonicalJson(change)}\n`),
    );
  return utf8((pack ? packLine(pack) : '') + lines.join(''));
}

/**
 * @param count of buckets of the state
 * @throws {Refused} when a line is neither an entry nor a drop, or out of its place
 */
export function readDelta(bytes: Bytes, count: number, what: string): Delta {
  let pack: PackLine | null = null;
  const buckets = new Map<number, Map<string, Entry | Drop>>();
  linesOf(bytes, what).forEach((line, i) => {
    const where = `${what}, line ${i + 1}`;
    const value = parseLine(line, where);
    if (value.kind === 'pack' && i === 0) {
      pack = checkPackLine(value, where);
      return;
    }
    const change =
      value.kind === 'drop' ? checkDrop(value, count, where) : checkEntry(value, where);
    const bucket = isDrop(change) ? change.bucket : bucketOf(homeOf(change), count);
    const key = isDrop(change) ? keyOf({ id: change.id, kind: change.of }) : keyOf(change);
    const changes = buckets.get(bucket) ?? new Map<string, Entry | Drop>();
    if (changes.has(key)) throw new Refused('malformed', `${where} changes ${key} twice`);
    buckets.set(bucket, changes.set(key, change));
  });
  return { pack, buckets };
}

const KINDS: ReadonlySet<string> = new Set([
  'topic',
  'actor',
  'source',
  ...RECORD_KINDS,
  'tombstone',
]);

function checkDrop(value: object, count: number, where: string): Drop {
  const { id, of, bucket } = value as Partial<Record<keyof Drop, unknown>>;
  const fits =
    typeof id === 'string' &&
    typeof of === 'string' &&
    KINDS.has(of) &&
    Number.isInteger(bucket) &&
    (bucket as number) >= 0 &&
    (bucket as number) < count;
  if (!fits) throw new Refused('malformed', `${where} drops nothing that can be named`);
  return value as Drop;
}

/**
 * @param entries of one bucket, by key
 * @returns what they are after the changes; whether that is right is for the digest to say
 */
export function changed(entries: readonly Entry[], changes: Changes): Entry[] {
  const kept = entries.filter((entry) => !changes.has(keyOf(entry)));
  const put = [...changes.values()].filter((change) => !isDrop(change));
  return [...kept, ...(put as Entry[])].sort(byKey);
}

/** @returns the same changes as lines: null where an entry is taken out */
export const lineChanges = (changes: Changes): ReadonlyMap<string, string | null> =>
  new Map([...changes].map(([key, change]) => [key, isDrop(change) ? null : entryLine(change)]));

/**
 * What a state is after a delta: for authors, who hold whole states.
 * @param state one of the layout that the delta was made for
 */
export function appliedTo(state: State, { pack, buckets }: Delta): State {
  return {
    pack: pack ?? state.pack,
    buckets: state.buckets.map((entries, bucket) => {
      const changes = buckets.get(bucket);
      return changes ? changed(entries, changes) : entries;
    }),
  };
}
