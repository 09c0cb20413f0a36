/** How much room each pack takes. */
import Dexie from 'dexie';
import type { Database, PackRow } from './schema';

/** Rows looked at in one go: some megabytes. */
const ROWS = 64;

/** Of a number, a flag, a reference: what the browser writes for them is about as much. In bytes. */
const SMALL = 8;

/** @returns about the bytes of a stored value: buffers as they are, texts a byte or two a unit, structure roughly */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + SMALL;
  if (typeof value !== 'object' || value === null) return SMALL;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Blob) return value.size;
  const members = value instanceof Map ? [...value].flat() : Object.values(value);
  return members.reduce<number>((sum, member) => sum + sizeOf(member), SMALL);
}

/** @returns the bytes of a pack's records, and of what is derived from them */
export async function packBytes(
  { chunks, sidecars }: Database,
  { id, generation }: Pick<PackRow, 'id' | 'generation'>,
): Promise<number> {
  let bytes = 0;
  for (const table of [chunks, sidecars]) {
    let after: unknown = Dexie.minKey;
    for (;;) {
      const rows = await table
        .where(':id')
        .between([id, generation, after], [id, generation, Dexie.maxKey], false)
        .limit(ROWS)
        .toArray();
      for (const row of rows) bytes += sizeOf(row);
      const last = rows.at(-1);
      if (!last) break;
      after = 'bucket' in last ? last.bucket : last.name;
    }
  }
  return bytes;
}
