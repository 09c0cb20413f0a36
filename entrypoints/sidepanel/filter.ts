/** Which records are on show, of what a reader chose to see. */
import { standsUnder } from '../../components/placing';
import { dateBounds, dateOrder } from '../../data/dates';
import type { RecordView } from '../../data/messages';
import type { RecordKind } from '../../data/model';

export interface Filter {
  /** None is all. */
  readonly kinds: readonly RecordKind[];
  readonly speaker: string | null;
  /** First and last day, `YYYY-MM-DD`; null where it is open. */
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: Filter = { kinds: [], speaker: null, from: null, to: null };

export const isFiltering = ({ kinds, speaker, from, to }: Filter): boolean =>
  kinds.length > 0 || speaker !== null || from !== null || to !== null;

/** Any day that the record's date may mean is within the range; an undated record is within none. */
function isWithin(record: RecordView, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  const date = standsUnder(record);
  if (!date) return false;
  const { earliest, latest } = dateBounds(date.edtf);
  const first = from === null ? -Infinity : dateBounds(from).earliest;
  const last = to === null ? Infinity : dateBounds(to).latest;
  return latest >= first && earliest <= last;
}

/** @returns whether a record is on show */
export const passes = (record: RecordView, { kinds, speaker, from, to }: Filter): boolean =>
  (kinds.length === 0 || kinds.includes(record.kind)) &&
  (speaker === null || record.speakers.includes(speaker)) &&
  isWithin(record, from, to);

/** How many records of each kind there would be, whichever kinds are chosen. */
export function kindCounts(
  records: readonly RecordView[],
  filter: Filter,
): Readonly<Record<RecordKind, number>> {
  const counts: Record<RecordKind, number> = { claim: 0, denial: 0, statement: 0, event: 0 };
  const others = { ...filter, kinds: [] };
  for (const record of records) if (passes(record, others)) counts[record.kind]++;
  return counts;
}

export interface SpeakerCount {
  readonly name: string;
  readonly count: number;
}

/** Who said how many records, whoever is chosen: most first, then by name. The chosen one is there though they said none. */
export function speakerCounts(
  records: readonly RecordView[],
  filter: Filter,
  locale: string,
): SpeakerCount[] {
  const counts = new Map<string, number>();
  if (filter.speaker !== null) counts.set(filter.speaker, 0);
  const others = { ...filter, speaker: null };
  for (const record of records) {
    if (!passes(record, others)) continue;
    for (const name of new Set(record.speakers)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator(locale);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
}

/** Each record once, earliest first, undated last; those of one start as they came. */
export function inDateOrder(records: readonly RecordView[]): RecordView[] {
  const each = new Map(records.map((record) => [record.key, record]));
  return [...each.values()]
    .map((record) => ({ record, at: dateOrder(standsUnder(record)?.edtf) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ record }) => record);
}
