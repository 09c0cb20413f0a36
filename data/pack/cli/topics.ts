/** `--topic ID`, of `try` and `test`. */
import type { Pack } from '../../model';
import { shown } from '../problem';
import { closest } from '../suggest';
import { UsageError } from './command';

/**
 * @param ids as given on the command line, if at all
 * @returns the topics wanted, or null for all
 * @throws {UsageError} for a topic that the pack does not have
 */
export function wantedTopics(
  pack: Pack,
  ids: readonly string[] | undefined,
): ReadonlySet<string> | null {
  if (ids === undefined) return null;
  const known = pack.topics.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const near = closest(id, known);
    const mend = near ? `Did you mean "${near}"?` : `There is: ${known.join(', ')}.`;
    throw new UsageError(`The pack has no topic "${shown(id)}". ${mend}`);
  }
  return new Set(ids);
}
