/** A pack as lists and cards name it. */
import type { PackView } from '../messages';
import { entriesOf, type Pack, RECORD_KINDS } from '../model';
import { pickText } from './language';
import type { PackRow } from './schema';

/** @returns the first letters of a publisher's first two words: "On Record" gives "OR" */
function monogram(publisher: string): string {
  const words = publisher.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}

export function viewPack(row: PackRow, locale: string): PackView {
  return {
    id: row.id,
    name: pickText(row.name, locale, row.language).text,
    publisher: row.publisher,
    monogram: monogram(row.publisher),
    bundled: row.bundled,
    edition: row.edition,
    licence: row.licence,
    contact: row.contact,
    signed: false,
    updated: null,
    stale: null,
    counts: row.counts,
  };
}

/** @returns how many topics and records of each kind a pack has */
export function countEntries(pack: Pack): PackRow['counts'] {
  const counts = { topic: 0, claim: 0, denial: 0, statement: 0, event: 0 };
  for (const { kind } of entriesOf(pack)) {
    if (kind === 'topic' || (RECORD_KINDS as readonly string[]).includes(kind)) {
      counts[kind as keyof typeof counts]++;
    }
  }
  return counts;
}
