/** The order of hashes, found without an object a row. */

/** A hash and so many bits of a row's number fit into the 53 that a float has. */
const ROW_BITS = 21;

/** @returns the numbers of the rows in ascending order of their hashes, equal ones as they stood */
export function orderOf(hashes: Int32Array): Uint32Array {
  const { length } = hashes;
  if (length > 2 ** ROW_BITS) {
    const rows = Uint32Array.from(hashes, (_, i) => i);
    return rows.sort(
      (a, b) => ((hashes[a] as number) >>> 0) - ((hashes[b] as number) >>> 0) || a - b,
    );
  }
  const packed = Float64Array.from(hashes, (hash, i) => (hash >>> 0) * 2 ** ROW_BITS + i);
  // Without a comparison of ours, typed arrays sort natively.
  return Uint32Array.from(packed.sort(), (value) => value % 2 ** ROW_BITS);
}
