import type { PageMention, TopicBrief } from '../data/messages';

export interface PageTopic {
  readonly topic: TopicBrief;
  /** Its mentions, in page order; at least one. */
  readonly mentions: readonly PageMention[];
}

/**
 * @param mentions of a page, in page order
 * @returns its topics, by their first mention
 */
export function mentionedTopics(mentions: readonly PageMention[]): PageTopic[] {
  const topics = Map.groupBy(mentions, ({ topic }) => topic.key);
  return [...topics.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ topic: first.topic, mentions: all }] : [];
  });
}
