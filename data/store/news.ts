/** How records differ from when the reader last saw them. */
import { hashText } from '../mentions/hash';
import type { Key, RecordView } from '../messages';
import type { Entry } from '../model';
import type { SeenRow } from './schema';

/**
 * A digest of an entry in all its languages, so that another language changes nothing; nor does which topics it is
 * about, which is not shown with it. A change that gives the same digest, one in 4,000 million, is not told.
 */
export const digestOf = (entry: Entry): number =>
  hashText(JSON.stringify('about' in entry ? { ...entry, about: null } : entry));

/**
 * @param seen what was remembered of the topics that a view shows; empty where none was opened before
 * @returns how a record differs from then
 */
export function newsOf(seen: readonly SeenRow[], record: Key, entry: Entry): RecordView['news'] {
  if (seen.length === 0) return null;
  const before = seen.map(({ records }) => records.get(record)).find((each) => each !== undefined);
  if (before === undefined) return 'new';
  return before === digestOf(entry) ? null : 'changed';
}
