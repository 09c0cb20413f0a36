/**
 * A pack's state as bytes: a line an entry, buckets in order, in a bucket by id. One digest stands for all of it
 * and is made of the buckets' digests, so that checking it after an update costs what changed.
 */

import type { Entry, Pack, Section } from '../model';
import { canonicalJson } from '../pack/canonical';
import { type Bytes, hex, joined, sha256, utf8 } from './bytes';

/** A pack without its entries. Its line comes before all buckets. */
export type PackLine = Omit<Pack, Section>;

/** @returns the line, its end included */
export const packLine = (pack: PackLine): string => `${canonicalJson({ kind: 'pack', ...pack })}\n`;
export const entryLine = (entry: Entry): string => `${canonicalJson(entry)}\n`;

/** Entries of one kind have ids of their own: a topic and a record may share one. */
export const keyOf = ({ kind, id }: Pick<Entry, 'kind' | 'id'>): string =>
  `${id} ${RECORD_LIKE.has(kind) ? 'record' : kind}`;

/** One id is one record, whatever its kind, and whether it was withdrawn. */
const RECORD_LIKE: ReadonlySet<string> = new Set([
  'claim',
  'denial',
  'statement',
  'event',
  'tombstone',
]);

export function byKey(a: Pick<Entry, 'kind' | 'id'>, b: Pick<Entry, 'kind' | 'id'>): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A bucket's digest: SHA-256 over its lines. */
export const digestOfLines = (lines: readonly string[]): Promise<Bytes> =>
  sha256(utf8(lines.join('')));

export const DIGEST_BYTES = 32;

const DOMAIN = utf8('on-record state 1\n');

/**
 * @param pack digest of the pack's line
 * @param buckets the buckets' digests in order, end to end
 * @returns in hex
 */
export async function stateDigest(pack: Bytes, buckets: Uint8Array): Promise<string> {
  return hex(await sha256(joined([DOMAIN, pack, buckets])));
}
