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
