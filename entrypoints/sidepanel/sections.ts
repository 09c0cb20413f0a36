/** A page's topics as the panel shows them. */
import type { PageTopic } from '../../components/mentionedTopics';
import type { Key, PageMention, TopicBrief, TopicView } from '../../data/messages';

export interface Section {
  readonly topic: TopicBrief;
  /** In page order. */
  readonly mentions: readonly PageMention[];
  /** Null before its records are here. */
  readonly view: TopicView | null;
}

/**
 * @param topics by their first mention
 * @param views of the topics' records, by topic
 * @returns in the same order; topics of several packs that are the same one are one section
 */
export function sectionsOf(
  topics: readonly PageTopic[],
  views: ReadonlyMap<Key, TopicView>,
): Section[] {
  const sections: { topic: TopicBrief; mentions: PageMention[]; view: TopicView | null }[] = [];
  for (const { topic, mentions } of topics) {
    const view = views.get(topic.key) ?? null;
    const known = sections.find((one) => one.view?.topics.includes(topic.key));
    if (known) {
      known.mentions = [...known.mentions, ...mentions].sort((a, b) => a.index - b.index);
    } else sections.push({ topic: view ?? topic, mentions: [...mentions], view });
  }
  return sections;
}

/**
 * @returns by record: the names of the page's topics that it belongs to, in page order; empty where the page has one topic,
 *   which need not be said at each
 */
export function namesByRecord(sections: readonly Section[]): ReadonlyMap<Key, readonly string[]> {
  const names = new Map<Key, string[]>();
  if (sections.length < 2) return names;
  for (const { topic, view } of sections) {
    for (const { key } of view?.records ?? []) {
      const known = names.get(key);
      if (known) known.push(topic.name);
      else names.set(key, [topic.name]);
    }
  }
  return names;
}
