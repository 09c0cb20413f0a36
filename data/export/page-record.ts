/** What a page's record is exported from. */
import type { PackView, PageAbout, RecordView, TopicBrief } from '../messages';

export interface ExportedTopic {
  readonly topic: Pick<TopicBrief, 'key' | 'name'>;
  /** How often the page mentions it. */
  readonly mentions: number;
  /** In date order; undated last. */
  readonly records: readonly RecordView[];
}

export interface PageRecord {
  readonly title: string | null;
  readonly about: Pick<PageAbout, 'address' | 'published'>;
  /** By their first mention. A record may be of several. */
  readonly topics: readonly ExportedTopic[];
  /** Who published the records. */
  readonly packs: readonly PackView[];
  /** How many different records there were before some were filtered out. */
  readonly total: number;
  /** The day it was exported, `YYYY-MM-DD`. */
  readonly exported: string;
}

/** Each record once, in the order in which they are met. */
export const recordsOf = ({ topics }: PageRecord): RecordView[] => [
  ...new Map(
    topics.flatMap(({ records }) => records).map((record) => [record.key, record]),
  ).values(),
];

/** A record is of the pack that its key begins with. */
export const packOf = (
  { packs }: PageRecord,
  { key }: Pick<RecordView, 'key'>,
): PackView | undefined => packs.find(({ id }) => key.startsWith(`${id}#`));
