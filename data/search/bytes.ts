/** Growing byte arrays with numbers of seven bits a byte (LEB128), as postings and dictionary are written. */

export interface Bytes {
  readonly length: number;
  byte(value: number): void;
  /** An unsigned number below 2³². */
  number(value: number): void;
  /** @returns what was written; a view that the next write may leave behind */
  view(): Uint8Array;
}

/** @param room in bytes, to begin with */
export function growingBytes(room = 1024): Bytes {
  let bytes = new Uint8Array(room);
  let length = 0;
  function byte(value: number) {
    if (length === bytes.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length++] = value;
  }
  return {
    get length() {
      return length;
    },
    byte,
    number(value) {
      let rest = value;
      while (rest > 127) {
        byte((rest & 127) | 128);
        rest >>>= 7;
      }
      byte(rest);
    },
    view: () => bytes.subarray(0, length),
  };
}

/** Reads on from a place. */
export interface Reading {
  at: number;
}

/** Reads a number of {@link Bytes} and moves on behind it; 0 behind the end. */
export function readNumber(bytes: Uint8Array, reading: Reading): number {
  let value = 0;
  for (let shift = 0; shift < 32; shift += 7) {
    const byte = bytes[reading.at++] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return value >>> 0;
}
