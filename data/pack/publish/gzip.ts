/** Files as they are published: gzip, the same on every machine. */
import { gzipSync } from 'node:zlib';

/** Where the header says what system made it (RFC 1952 §2.3.1), and its word for "unknown". */
const OS_BYTE = 9;
const OS_UNKNOWN = 255;

/** Of the best level; without a name or a time, and without the name of the system. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  packed[OS_BYTE] = OS_UNKNOWN;
  return packed;
}
