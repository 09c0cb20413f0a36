/** From blocks of page text to mentions of the topics in the store. */
import { findMentions, type Matcher, openMentions } from '../mentions/matcher';
import type { FoundMention, FoundMentions, Key, TextBlock, TopicBrief } from '../messages';
import type { ReaderLanguage } from './language';
import { reading, type Store, sidecar } from './store';
import { findTopic } from './topic-table';
import { topicTable, viewBrief } from './topic-view';

const openMatcher = (body: unknown): Matcher => {
  if (!(body instanceof ArrayBuffer)) throw new TypeError('a mention index is an ArrayBuffer');
  return openMentions(body);
};

/** By where it starts, then the one that reaches further. */
function compareMentions(a: FoundMention, b: FoundMention): number {
  const hull = ({ parts }: FoundMention) => [parts[0]?.[0] ?? 0, parts.at(-1)?.[1] ?? 0] as const;
  const [startA, endA] = hull(a);
  const [startB, endB] = hull(b);
  return startA - startB || endB - endA;
}

/**
 * @returns the mentions of every stored pack's topics, block by block in the order given, those of a
 *   block in page order
 */
export async function findInBlocks(
  store: Store,
  blocks: readonly TextBlock[],
  language: ReaderLanguage,
): Promise<FoundMentions> {
  const packs = await reading(store, async () => {
    const rows = await store.db.packs.toArray();
    return Promise.all(
      rows.map(async (row) => ({
        row,
        matcher: await sidecar(store, row, 'mentions', openMatcher),
        table: await topicTable(store, row),
      })),
    );
  });
  const topics = new Map<Key, TopicBrief>();
  const mentions = blocks.flatMap(({ id, text }) => {
    const found = packs.flatMap(({ row, matcher, table }) =>
      findMentions(matcher, text).flatMap(({ topic, parts }): FoundMention[] => {
        const key = `${row.id}#${topic}`;
        if (!topics.has(key)) {
          const at = findTopic(table, topic);
          if (at < 0) return [];
          topics.set(key, viewBrief(row, table, at, language));
        }
        return [{ block: id, topic: key, parts }];
      }),
    );
    return found.sort(compareMentions);
  });
  return { mentions, topics: [...topics.values()] };
}
