/** Which other topics the words of a topic's records name: the way from one record to the next. */
import type { AskBackground, Key, TopicBrief, TopicView } from '../../data/messages';

/** So many records are looked through, and so many units of each text: the background takes no more at once. */
const RECORDS = 500;
const UNITS = 4000;

/** More would be a list of everything. */
const MOST = 6;

/**
 * @param shown topics that are in the card already
 * @returns those named most often first
 */
export async function topicsNamed(
  ask: AskBackground,
  topic: TopicView,
  shown: readonly Key[],
): Promise<readonly TopicBrief[]> {
  const { mentions, topics } = await ask('mentions.find', {
    blocks: topic.records
      .slice(0, RECORDS)
      .map(({ text }, id) => ({ id, text: text.text.slice(0, UNITS) })),
    address: null,
  });
  const times = new Map<Key, number>();
  for (const { topic: key } of mentions) times.set(key, (times.get(key) ?? 0) + 1);
  const count = ({ key }: TopicBrief) => times.get(key) ?? 0;
  return topics
    .filter(({ key }) => !shown.includes(key))
    .sort((a, b) => count(b) - count(a))
    .slice(0, MOST);
}
