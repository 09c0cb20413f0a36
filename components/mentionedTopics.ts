import type { Key, PageMention, TopicBrief } from '../data/messages';

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
  const topics = new Map<Key, { topic: TopicBrief; mentions: PageMention[] }>();
  for (const mention of mentions) {
    const known = topics.get(mention.topic.key);
    if (known) known.mentions.push(mention);
    else topics.set(mention.topic.key, { topic: mention.topic, mentions: [mention] });
  }
  return [...topics.values()];
}
