/**
 * The `uses` sidecar: which buckets looked something up while what stands around them was derived. Whatever they looked
 * up and found, or did not find, has to be looked up again when it changes; of anything else they know nothing.
 */
import { filled, growing, push } from '../mentions/growing';
import { hashText } from '../mentions/hash';
import { orderOf } from './hash-order';
import { firstOfHash } from './place-table';

/** In ascending order of hash; equal hashes of different keys cost work, and nothing else. */
export interface Uses {
  readonly hashes: Uint32Array;
  readonly buckets: Uint32Array;
}

export const USES = 'uses';

/** What is looked up: an actor, its members, a source, a record, or a topic; with its id. */
export type UseKey = `${'actor' | 'members' | 'source' | 'record' | 'topic'} ${string}`;

export interface UseRows {
  add(bucket: number, keys: Iterable<UseKey>): void;
  table(): Uses;
}

export function useRows(): UseRows {
  const hashes = growing();
  const buckets = growing();
  return {
    add(bucket, keys) {
      for (const key of keys) {
        push(hashes, hashText(key));
        push(buckets, bucket);
      }
    },
    table() {
      const order = orderOf(filled(hashes));
      const sorted = (values: Int32Array) => Uint32Array.from(order, (i) => values[i] as number);
      return { hashes: sorted(filled(hashes)), buckets: sorted(filled(buckets)) };
    },
  };
}

/** @param anew the buckets that were derived anew, each with all that it looked up */
export function changedUses(uses: Uses, anew: ReadonlyMap<number, Iterable<UseKey>>): Uses {
  if (anew.size === 0) return uses;
  const rows = useRows();
  for (const [bucket, keys] of anew) rows.add(bucket, keys);
  const news = rows.table();
  const most = uses.hashes.length + news.hashes.length;
  const hashes = new Uint32Array(most);
  const buckets = new Uint32Array(most);
  let count = 0;
  const put = (from: Uses, i: number) => {
    hashes[count] = from.hashes[i] as number;
    buckets[count++] = from.buckets[i] as number;
  };
  let next = 0;
  for (let i = 0; i < uses.hashes.length; i++) {
    if (anew.has(uses.buckets[i] as number)) continue;
    const hash = uses.hashes[i] as number;
    for (; next < news.hashes.length && (news.hashes[next] as number) < hash; next++) {
      put(news, next);
    }
    put(uses, i);
  }
  for (; next < news.hashes.length; next++) put(news, next);
  return { hashes: hashes.slice(0, count), buckets: buckets.slice(0, count) };
}

/** @returns the buckets that looked something up */
export function usersOf({ hashes, buckets }: Uses, key: UseKey): number[] {
  const hash = hashText(key);
  const users: number[] = [];
  for (let i = firstOfHash(hashes, hash); hashes[i] === hash; i++) users.push(buckets[i] ?? 0);
  return users;
}
