/** Unsigned integers in as few whole bytes each as the largest needs; little-endian. */

export interface Packed {
  readonly bytes: Uint8Array;
  /** Bytes a number: 1 to 4. */
  readonly width: number;
}

/**
 * @param values each from 0 to 2³¹ − 1
 * @returns the same values, packed
 */
export function pack(values: ArrayLike<number>): Packed {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i] ?? 0);
  const width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : largest < 0x1000000 ? 3 : 4;
  const bytes = new Uint8Array(values.length * width);
  for (let i = 0, at = 0; i < values.length; i++) {
    for (let value = values[i] ?? 0, n = 0; n < width; n++, value >>>= 8) bytes[at++] = value;
  }
  return { bytes, width };
}

/**
 * @param packed numbers
 * @param i below their count; not checked
 */
export function at({ bytes, width }: Packed, i: number): number {
  const start = i * width;
  const low = bytes[start] as number;
  if (width === 1) return low;
  const two = low | ((bytes[start + 1] as number) << 8);
  if (width === 2) return two;
  const three = two | ((bytes[start + 2] as number) << 16);
  return width === 3 ? three : three | ((bytes[start + 3] as number) << 24);
}

export const countOf = ({ bytes, width }: Packed): number => bytes.length / width;
