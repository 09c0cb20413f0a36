/** Dates that cannot all be so. */
import { dateBounds } from '../../dates';
import type { Check, LintContext, PlacedRecord } from './context';

const DAY = 24 * 60 * 60 * 1000;

/** A day's grace: "today" begins up to 14 hours earlier in the author's time zone than in UTC. */
const isFuture = (date: string, now: number) => dateBounds(date).earliest > now + DAY;

/** Whether the first date lies after the second wherever in their bounds they fall. */
const surelyAfter = (a: string, b: string) => dateBounds(a).earliest > dateBounds(b).latest;

/** What was said, read or published cannot lie ahead; `when` may, in a forecast. */
export const futureDates: Check = ({ entries, now, say }) => {
  for (const { entry, path } of entries) {
    const dates: [string, string | undefined][] =
      entry.kind === 'source'
        ? [['published', entry.published]]
        : entry.kind === 'tombstone'
          ? [['withdrawn', entry.withdrawn]]
          : 'sources' in entry
            ? [['made', entry.made]]
            : [];
    for (const [key, date] of dates) {
      if (!date || !isFuture(date, now)) continue;
      say('warning', [...path, key], `"${key}" lies in the future (${date})`, 'Check the year');
    }
    for (const [index, { retrieved }] of ('sources' in entry ? entry.sources : []).entries()) {
      if (!retrieved || !isFuture(retrieved, now)) continue;
      const at = [...path, 'sources', index, 'retrieved'];
      say('warning', at, `"retrieved" lies in the future (${retrieved})`, 'Check the year');
    }
  }
};

/** An event that somebody told of had happened by then; what lies ahead is a forecast or a claim. */
export const eventBeforeItsTelling: Check = ({ records, say }) => {
  for (const { entry, path } of records) {
    const { kind, made, when } = entry;
    if (kind !== 'event' || !made || !when || !surelyAfter(when, made)) continue;
    const message = `"made" (${made}) is earlier than "when" (${when}): nobody tells of an event before it happens`;
    say(
      'warning',
      [...path, 'when'],
      message,
      'Check both dates, or write a statement of form forecast',
    );
  }
};

/** A source cannot report what was said after it came out, nor be read before it did or before that was said. */
export const sourceBeforeRecord: Check = ({ records, byId, say }) => {
  for (const { entry, path } of records) {
    for (const [index, { source: id, retrieved }] of entry.sources.entries()) {
      if (retrieved && entry.made && surelyAfter(entry.made, retrieved)) {
        const at = [...path, 'sources', index, 'retrieved'];
        const message = `"retrieved" (${retrieved}) is earlier than "made" (${entry.made})`;
        say('warning', at, message, 'Check both dates');
      }
      const source = byId.get(id)?.entry;
      if (source?.kind !== 'source' || !source.published) continue;
      const { published } = source;
      if (entry.made && surelyAfter(entry.made, published)) {
        const message = `"made" (${entry.made}) is later than its source ${id} (${published})`;
        say('warning', [...path, 'made'], message, 'Check both dates');
      }
      if (retrieved && surelyAfter(published, retrieved)) {
        const at = [...path, 'sources', index, 'retrieved'];
        const message = `"retrieved" (${retrieved}) is earlier than ${id} was published (${published})`;
        say('warning', at, message, 'Check both dates');
      }
    }
  }
};

/** Nobody denies, corrects or replaces what has not been said yet. */
export const answerBeforeRecord: Check = ({ records, byId, say }) => {
  const verbs = [
    ['denies', 'denied'],
    ['corrects', 'corrected'],
    ['supersedes', 'superseded'],
  ] as const;
  for (const { entry, path } of records) {
    if (!entry.made) continue;
    for (const [type, verb] of verbs) {
      for (const [index, id] of (entry.relations?.[type] ?? []).entries()) {
        const other = byId.get(id)?.entry;
        if (!other || !('made' in other) || !other.made) continue;
        if (!surelyAfter(other.made, entry.made)) continue;
        say(
          'warning',
          [...path, 'relations', type, index],
          `${id} is ${verb} here on ${entry.made}, before it was made (${other.made})`,
          'Check both dates, or remove the relation',
        );
      }
    }
  }
};

/** The ids of records without any date, not even a source's. Often nothing can be done about it. */
export function undatedRecords({ records, byId }: LintContext): string[] {
  const isUndated = ({ entry }: PlacedRecord) =>
    !entry.made &&
    !entry.when &&
    entry.sources.every(({ source: id }) => {
      const source = byId.get(id)?.entry;
      return source?.kind === 'source' && source.published === undefined;
    });
  return records.filter(isUndated).map(({ entry }) => entry.id);
}
