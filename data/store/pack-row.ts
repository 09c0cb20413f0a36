/** The row of a pack that is about to be flipped to. */
import { type Entry, RECORD_KINDS } from '../model';
import type { Chunks, PackHead } from './derive';
import { FORMAT, type PackRow } from './schema';

/** What a pack does not say of itself: which version it is, where it came from, and how current it is. */
export type Provenance = Pick<PackRow, 'version' | 'bundled' | 'signed' | 'updated' | 'expires'>;

export function rowFor(
  head: PackHead,
  chunks: Chunks,
  provenance: Provenance,
): Omit<PackRow, 'id' | 'generation'> {
  return {
    ...provenance,
    format: FORMAT,
    buckets: chunks.length,
    name: head.name,
    language: head.language,
    publisher: head.publisher.name,
    edition: head.edition ?? null,
    licence: head.licence,
    contact: head.publisher.contact ?? null,
    counts: countEntries(chunks.flat()),
  };
}

/** @returns how many topics and records of each kind there are */
function countEntries(entries: readonly Entry[]): PackRow['counts'] {
  const counts = { topic: 0, claim: 0, denial: 0, statement: 0, event: 0 };
  for (const { kind } of entries) {
    if (kind === 'topic' || (RECORD_KINDS as readonly string[]).includes(kind)) {
      counts[kind as keyof typeof counts]++;
    }
  }
  return counts;
}
