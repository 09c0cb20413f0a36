/** Records that speak of one event and give it different dates. */
import type { DateView, RecordView, RelationView } from '../data/messages';
import { areApart } from './bounds';

/** Relations whose two records speak of one event. A correction stands in its own two columns already. */
const OF_ONE: readonly RelationView['type'][] = [
  'denies',
  'corroborates',
  'qualifies',
  'supersedes',
];

export interface DatedRecord {
  readonly when: DateView;
  readonly record: RecordView;
}

/**
 * @param records in date order
 * @returns groups of records that relations tie together and of which two dates at least cannot mean the same day; earliest date first
 */
export function datesOfOne(records: readonly RecordView[]): DatedRecord[][] {
  const dated = new Map(
    records.flatMap((record) =>
      record.when && !record.withdrawn
        ? [[record.key, { when: record.when, record }] as const]
        : [],
    ),
  );
  /** Each record's group, by union and find. */
  const leaders = new Map([...dated.keys()].map((key) => [key, key]));
  const leaderOf = (key: string): string => {
    let at = key;
    for (let up = leaders.get(at); up !== undefined && up !== at; up = leaders.get(at)) at = up;
    leaders.set(key, at);
    return at;
  };
  for (const { record } of dated.values()) {
    for (const { type, record: other } of record.relations) {
      if (dated.has(other) && OF_ONE.includes(type))
        leaders.set(leaderOf(record.key), leaderOf(other));
    }
  }
  const groups = new Map<string, DatedRecord[]>();
  for (const [key, each] of dated) {
    const leader = leaderOf(key);
    groups.set(leader, [...(groups.get(leader) ?? []), each]);
  }
  return [...groups.values()]
    .filter((group) => group.some((one) => group.some((other) => areApart(one.when, other.when))))
    .map((group) => group.sort((a, b) => (a.when.edtf < b.when.edtf ? -1 : 1)));
}
