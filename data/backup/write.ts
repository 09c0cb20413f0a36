/** Writes a backup. */
import { chunksIn } from '../store/chunk-rows';
import { HEAD } from '../store/derive';
import { groupsOf } from '../store/groups';
import type { Database, PackRow } from '../store/schema';
import type { Store } from '../store/store';
import type { Bytes } from '../sync/bytes';
import { utf8 } from '../sync/bytes';
import { MAGIC, NOT_KEPT, VERSION } from './format';

/** Keys in one order, so that equal values have one text. Unlike a pack's, these values may have fractions. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const line = (value: unknown): Bytes => utf8(`${JSON.stringify(value, inOrder)}\n`);

async function* packLines(db: Database, row: PackRow): AsyncGenerator<Bytes> {
  const head = await db.sidecars.get([row.id, row.generation, HEAD]);
  if (!head) throw new Error(`pack ${row.id} has no head`);
  const groups = [...groupsOf(row.buckets)];
  const read = chunksIn(db, [row.id, row.generation]);
  let entries = 0;
  for (const group of groups) for (const { keys } of await read(group)) entries += keys.length;
  const { id, version, signed, updated, expires, buckets } = row;
  const kept = { id, version, signed, updated, expires, buckets };
  yield line({ kind: 'pack', row: kept, head: head.body, entries });
  for (const group of groups) for (const { bytes } of await read(group)) yield bytes;
}

async function* linesOf(
  { db }: Store,
  settings: Readonly<Record<string, unknown>>,
): AsyncGenerator<Bytes> {
  yield line({ kind: MAGIC, version: VERSION });
  for (const key of Object.keys(settings).sort()) {
    if (!NOT_KEPT.has(key)) yield line({ kind: 'setting', key, value: settings[key] });
  }
  for (const row of await db.packs.toArray()) {
    if (!row.bundled) yield* packLines(db, row);
  }
  for (const row of await db.subscriptions.toArray()) yield line({ kind: 'subscription', row });
  for (const row of await db.syncs.toArray()) yield line({ kind: 'sync', row });
  for (const row of await db.versions.toArray()) yield line({ kind: 'version', row });
  for (const { topic, at, records } of await db.seen.toArray()) {
    const pairs = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
    yield line({ kind: 'seen', row: { topic, at, records: pairs } });
  }
}

/**
 * @param settings all of the browser's storage for the extension
 * @returns the backup's bytes, piece by piece
 */
export function writeBackup(
  store: Store,
  settings: Readonly<Record<string, unknown>>,
): ReadableStream<Bytes> {
  const lines = linesOf(store, settings);
  let written = 0;
  const text = new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) {
        controller.enqueue(line({ kind: 'end', bytes: written }));
        controller.close();
        return;
      }
      written += value.length;
      controller.enqueue(value);
    },
  });
  return text.pipeThrough(new CompressionStream('gzip')) as ReadableStream<Bytes>;
}
