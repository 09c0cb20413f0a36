import { Counts } from '../../components/Counts';
import { useWords } from '../../components/words';
import type { Key, TopicBrief } from '../../data/messages';

interface Props {
  readonly topics: readonly TopicBrief[];
  readonly onFollow: (topic: Key) => void;
}

/** The topics that a record's words name, each a way to its own record in the same card. */
export function AlsoNamed({ topics, onFollow }: Props) {
  const { say } = useWords();
  if (topics.length === 0) return null;
  return (
    <section class="also">
      <h3 class="group">{say('card.named')}</h3>
      <ul>
        {topics.map(({ key, name, counts }) => (
          <li key={key}>
            <button type="button" class="link" onClick={() => onFollow(key)}>
              <bdi>{name}</bdi>
            </button>
            <Counts counts={counts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
