/** Buckets looked at together: some megabytes of text, and as many objects as are parsed of them. */
const BUCKETS_AT_ONCE = 64;

/** @returns the buckets in such groups, in the order given */
export function* inGroups(buckets: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < buckets.length; i += BUCKETS_AT_ONCE) {
    yield buckets.slice(i, i + BUCKETS_AT_ONCE);
  }
}

/** @returns all of so many buckets in groups */
export const groupsOf = (buckets: number): Generator<readonly number[]> =>
  inGroups(Array.from({ length: buckets }, (_, bucket) => bucket));
