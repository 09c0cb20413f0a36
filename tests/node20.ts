/**
 * Vitest 5's default reporter groups failures with `Map.groupBy`, which Node 20 lacks: without this a
 * failing test ends in a TypeError that hides it. To be deleted with Node 20.
 */
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
      const groups = new Map<K, T[]>();
      for (const item of items) {
        const key = keyOf(item);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return groups;
    },
  });
}
