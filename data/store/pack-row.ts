/** The row of a pack that is about to be flipped to. */
import type { Counts, PackHead } from './derive';
import { FORMAT, type PackRow } from './schema';

/** What a pack does not say of itself: which version it is, where it came from, and how current it is. */
export type Provenance = Pick<PackRow, 'version' | 'bundled' | 'signed' | 'updated' | 'expires'>;

/**
 * @param buckets the number of its chunks
 * @param revision how often its generation was changed where it stands
 */
export function rowFor(
  head: PackHead,
  { buckets, counts, revision }: { buckets: number; counts: Counts; revision: number },
  provenance: Provenance,
): Omit<PackRow, 'id' | 'generation'> {
  return {
    ...provenance,
    format: FORMAT,
    revision,
    buckets,
    name: head.name,
    language: head.language,
    publisher: head.publisher.name,
    edition: head.edition ?? null,
    licence: head.licence,
    contact: head.publisher.contact ?? null,
    counts,
  };
}
