/** What a pack may not do to records that were published: others link to them, and readers saw them. */
import type { Entry } from '../../model';
import { RECORD_KINDS } from '../../model';
import type { State } from '../../sync/snapshot';
import { placedEntries } from '../lint/context';
import type { ParsedPack } from '../parse';
import type { Path, Problem } from '../problem';

const isRecordKind = (kind: Entry['kind']) => (RECORD_KINDS as readonly string[]).includes(kind);

const aKind = (kind: Entry['kind']) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

/** A tombstone that an author can copy. */
function tombstoneFor(entry: Entry, today: string): string {
  const about = 'about' in entry ? entry.about.join(', ') : '';
  return `{id: ${entry.id}, about: [${about}], withdrawn: ${today}, reason: …}`;
}

/**
 * @param published the state that readers have
 * @param parsed the pack that would follow it
 * @param now the day to withdraw on, in milliseconds since 1970 UTC
 */
export function brokenPromises(published: State, parsed: ParsedPack, now: number): Problem[] {
  if (!parsed.pack) return [];
  const entries = new Map(placedEntries(parsed.pack).map((placed) => [placed.entry.id, placed]));
  const today = new Date(now).toISOString().slice(0, 10);
  const problems: Problem[] = [];
  const say = (path: Path, record: string, message: string, mend: string) =>
    problems.push({ severity: 'error', ...parsed.locate(path), record, message, mend });

  for (const before of published.buckets.flat()) {
    const { id, kind } = before;
    const now = entries.get(id);
    if (!now) {
      if (isRecordKind(kind)) {
        const mend = `Put it back, or withdraw it: under tombstones, ${tombstoneFor(before, today)}`;
        say([], id, `this ${kind} was published, and is gone`, mend);
      } else if (kind === 'tombstone') {
        say([], id, 'the tombstone of this record is gone', 'Put it back: it keeps the id taken');
      }
      continue;
    }
    const path = [...now.path, 'id'];
    const { kind: then } = now.entry;
    if (then === kind || (then === 'tombstone' && isRecordKind(kind))) continue;
    if (kind === 'tombstone') {
      const message = `the id "${id}" is that of a withdrawn record`;
      say(path, id, message, 'Give this one another id, and put the tombstone back');
    } else {
      const message = `"${id}" was published as ${aKind(kind)}, and is ${aKind(then)} here`;
      const mend = isRecordKind(kind)
        ? `Withdraw the ${kind} with a tombstone, and give the ${then} another id`
        : `Give the ${then} another id`;
      say(path, id, message, mend);
    }
  }
  return problems;
}
