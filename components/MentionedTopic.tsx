import type { TopicBrief } from '../data/messages';
import { Counts } from './Counts';
import { useWords } from './words';

interface Props {
  readonly topic: TopicBrief;
  /** How often the page mentions it. */
  readonly mentions: number;
  readonly onOpen: () => void;
}

/** One topic of a page: its name, how often it is mentioned, and what is on record about it. */
export function MentionedTopic({ topic, mentions, onOpen }: Props) {
  const { say } = useWords();
  return (
    <li>
      <button type="button" class="topic" data-row onClick={onOpen}>
        <bdi class="topic-name">{topic.name}</bdi>
        <span class="quiet">{say('page.mentions', { n: mentions })}</span>
        <Counts counts={topic.counts} />
      </button>
    </li>
  );
}
