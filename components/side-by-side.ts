import type { RecordView } from '../data/messages';
import { packOf, standsUnder, voices } from './placing';

/** What stands in one row: a record, or what several packs have of one speaker, kind and day. */
export interface Entry {
  /** Of the first record; names the row. */
  readonly key: string;
  readonly records: readonly [RecordView, ...RecordView[]];
}

/** Records that may be the same thing said, by who said it, what kind it is and when; null for such as are alone. */
const sameness = (record: RecordView): string | null => {
  const date = standsUnder(record);
  return date && record.speakers.length > 0 && !record.withdrawn
    ? [record.kind, date.edtf, voices(record)].join('\n\n')
    : null;
};

/**
 * Puts the records of several packs beside each other where they have the same speaker, kind and date.
 * Records of one pack are never put together.
 * @param records in date order
 * @returns rows in the order of their first records; no record is lost
 */
export function sideBySide(records: readonly RecordView[]): Entry[] {
  const packs = new Set(records.map(packOf));
  if (packs.size < 2) return records.map((record) => ({ key: record.key, records: [record] }));
  const alike = new Map<string, RecordView[]>();
  for (const record of records) {
    const key = sameness(record);
    if (key !== null) alike.set(key, [...(alike.get(key) ?? []), record]);
  }
  const done = new Set<RecordView>();
  return records.flatMap((record) => {
    if (done.has(record)) return [];
    const group = alike.get(sameness(record) ?? '') ?? [];
    if (new Set(group.map(packOf)).size < 2) return [{ key: record.key, records: [record] }];
    for (const each of group) done.add(each);
    const others = group.filter((each) => each !== record);
    return [{ key: record.key, records: [record, ...others] }];
  });
}

/** Whether the packs have the very same words, one record each: then one row says it for all. */
export function agree({ records: [first, ...others] }: Entry): boolean {
  const packs = new Set([first, ...others].map(packOf));
  return (
    packs.size === others.length + 1 &&
    others.every(
      ({ text, form }) =>
        text.text === first.text.text && text.lang === first.text.lang && form === first.form,
    )
  );
}
