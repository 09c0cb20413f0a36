/** Reads a backup, piece by piece; every piece is checked before it is handed on. */
import { bucketOf, homeOf } from '../store/buckets';
import type { Bytes } from '../sync/bytes';
import { joined, textOf } from '../sync/bytes';
import { checkEntry, checkPackLine, parseLine } from '../sync/entries';
import { parseJson } from '../sync/envelope';
import { LIMITS } from '../sync/head';
import { Refused } from '../sync/refused';
import { keyOf } from '../sync/state';
import { BackupRefused, type Item, MAGIC, VERSION } from './format';
import { checkRow, type KeptHeader, keptHeader } from './rows';

const LINE_FEED = 10;

/** The longest is a topic's memory: two thousand records of some hundred characters. In bytes. */
const MAX_LINE = 4 * 1024 * 1024;
/** As much as four packs of the largest size; a file that inflates to more is none of ours. */
const MAX_BYTES = 4 * LIMITS.bytes;

const damaged = (detail: string, cause?: unknown) =>
  new BackupRefused('damaged', detail, { cause });

/** @returns the lines of a gzip file without their ends */
async function* linesIn(file: Blob): AsyncGenerator<Bytes> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let held: Uint8Array[] = [];
  let length = 0;
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw damaged('gzip', error);
      });
      if (done) break;
      total += value.length;
      let from = 0;
      for (let end = value.indexOf(LINE_FEED); end >= 0; end = value.indexOf(LINE_FEED, from)) {
        held.push(value.subarray(from, end));
        yield joined(held);
        held = [];
        length = 0;
        from = end + 1;
      }
      held.push(value.slice(from));
      length += value.length - from;
      if (length > MAX_LINE || total > MAX_BYTES) throw damaged('too long');
    }
    if (length > 0) throw damaged('the last line has no end');
  } finally {
    reader.cancel().catch(() => {});
  }
}

const isGzip = async (file: Blob) => {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
};

/**
 * @returns what the file holds, in its order
 * @throws {BackupRefused}
 */
export async function* readBackup(file: Blob): AsyncGenerator<Item> {
  if (!(await isGzip(file))) throw new BackupRefused('none', 'no gzip');
  const lines = linesIn(file);
  try {
    yield* itemsIn(lines);
  } catch (error) {
    if (error instanceof Refused) throw damaged(error.message, error);
    throw error;
  } finally {
    await lines.return(undefined);
  }
}

async function next(lines: AsyncGenerator<Bytes>): Promise<Bytes> {
  const { done, value } = await lines.next();
  if (done) throw damaged('it ends too early');
  return value;
}

function header(first: Bytes): void {
  let value: unknown;
  try {
    value = parseJson(textOf(first, 'the first line'), 'the first line');
  } catch (error) {
    throw new BackupRefused('none', 'no backup', { cause: error });
  }
  const { kind, version } = (value ?? {}) as Partial<Record<'kind' | 'version', unknown>>;
  if (kind !== MAGIC || !Number.isSafeInteger(version))
    throw new BackupRefused('none', 'no backup');
  if ((version as number) > VERSION) throw new BackupRefused('newer', `version ${version}`);
}

async function* itemsIn(lines: AsyncGenerator<Bytes>): AsyncGenerator<Item> {
  const first = await lines.next();
  if (first.done) throw new BackupRefused('none', 'nothing in it');
  header(first.value);
  let read = first.value.length + 1;
  for (;;) {
    const bytes = await next(lines);
    const value = parseJson(textOf(bytes, 'a line'), 'a line') as { kind?: unknown };
    if (value?.kind === 'end') {
      const whole = (value as { bytes?: unknown }).bytes === read && (await lines.next()).done;
      if (!whole) throw damaged('something is missing');
      return;
    }
    read += bytes.length + 1;
    if (value?.kind !== 'pack') {
      yield checkRow(value);
      continue;
    }
    const pack = keptHeader(value);
    const head = checkPackLine({ kind: 'pack', ...(pack.head as object) }, 'a pack');
    if (head.pack !== pack.row.id) throw damaged('a pack of another name');
    yield { ...pack, head };
    for await (const { bucket, bytes: size } of bucketsIn(lines, pack)) {
      read += size;
      yield bucket;
    }
  }
}

/** The entries of a pack, bucket by bucket. */
async function* bucketsIn(
  lines: AsyncGenerator<Bytes>,
  { row: { buckets }, entries }: KeptHeader,
): AsyncGenerator<{ bucket: Extract<Item, { kind: 'bucket' }>; bytes: number }> {
  let at = 0;
  let keys: string[] = [];
  let ends: number[] = [];
  let pieces: Uint8Array[] = [];
  let length = 0;
  const finish = () => {
    const bucket = {
      kind: 'bucket' as const,
      bucket: at++,
      lines: { keys, ends: Uint32Array.from(ends), bytes: joined(pieces) },
    };
    [keys, ends, pieces] = [[], [], []];
    const bytes = length;
    length = 0;
    return { bucket, bytes };
  };
  for (let i = 0; i < entries; i++) {
    const bytes = await next(lines);
    const entry = checkEntry(parseLine(textOf(bytes, 'an entry'), 'an entry'), 'an entry');
    const into = bucketOf(homeOf(entry), buckets);
    const key = keyOf(entry);
    if (into < at || (into === at && key <= (keys.at(-1) ?? ''))) throw damaged('out of its place');
    while (at < into) yield finish();
    keys.push(key);
    pieces.push(bytes, LINE_END);
    length += bytes.length + 1;
    ends.push(length);
  }
  while (at < buckets) yield finish();
}

const LINE_END = Uint8Array.of(LINE_FEED);
