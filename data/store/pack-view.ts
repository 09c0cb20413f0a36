/** A pack as lists and cards name it. */
import { dateBounds } from '../dates';
import type { PackView } from '../messages';
import { pickText, type ReaderLanguage, viewDate } from './language';
import type { PackRow } from './schema';

/** @returns the first letters of a publisher's first two words: "On Record" gives "OR" */
function monogram(publisher: string): string {
  const words = publisher.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @returns since when a pack has run out; null while it has not, or never does */
function viewStale(
  expires: string | null,
  language: ReaderLanguage,
  now: number,
): PackView['stale'] {
  const since = viewDate(expires ?? undefined, language);
  if (!since) return null;
  const over = now - dateBounds(since.edtf).latest;
  return over > 0 ? { since, days: Math.floor(over / DAY_MS) } : null;
}

/** @param now milliseconds since 1970 UTC */
export function viewPack(row: PackRow, language: ReaderLanguage, now: number): PackView {
  const { locale } = language;
  return {
    id: row.id,
    name: pickText(row.name, locale, row.language).text,
    publisher: row.publisher,
    monogram: monogram(row.publisher),
    bundled: row.bundled,
    edition: row.edition,
    licence: row.licence,
    contact: row.contact,
    signed: row.signed,
    updated: viewDate(row.updated ?? undefined, language),
    stale: viewStale(row.expires, language, now),
    counts: row.counts,
  };
}
