import { useMemo } from 'preact/hooks';
import type { PageTopic } from '../../components/mentionedTopics';
import type { Key, PackView, RecordView, TopicView } from '../../data/messages';
import { type Filter, inDateOrder, passes } from './filter';
import { type Section, sectionsOf } from './sections';

export interface Shown {
  readonly sections: readonly Section[];
  /** Those of a section's records that are on show; null before they are here. */
  readonly recordsOf: (section: Section) => readonly RecordView[] | null;
  /** Of all topics, in date order, each once. */
  readonly all: readonly RecordView[];
  /** Those of them that are on show. */
  readonly records: readonly RecordView[];
  /** Who published them, each once. */
  readonly packs: readonly PackView[];
}

/** What is on show of a page's record. Lists stay the same ones as long as they hold the same, so that timelines are not planned anew. */
export function useShown(
  topics: readonly PageTopic[],
  views: ReadonlyMap<Key, TopicView>,
  filter: Filter,
): Shown {
  const loaded = useMemo(() => {
    const each = [...new Set(views.values())];
    const packs = new Map(each.flatMap((view) => view.packs).map((pack) => [pack.id, pack]));
    return {
      all: inDateOrder(each.flatMap((view) => view.records)),
      packs: [...packs.values()],
    };
  }, [views]);
  const shown = useMemo(() => {
    const through = (records: readonly RecordView[]) => {
      const passed = records.filter((record) => passes(record, filter));
      return passed.length === records.length ? records : passed;
    };
    const lists = [...views.values()].map((view) => [view, through(view.records)] as const);
    return { records: through(loaded.all), lists: new Map(lists) };
  }, [views, loaded, filter]);
  return {
    ...loaded,
    records: shown.records,
    sections: sectionsOf(topics, views),
    recordsOf: ({ view }) => (view ? (shown.lists.get(view) ?? null) : null),
  };
}
