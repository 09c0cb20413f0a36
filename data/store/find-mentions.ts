/** From blocks of page text to mentions of the topics in the store. */
import { findMentions, type SegmentMention } from '../mentions/matcher';
import type { FoundMention, FoundMentions, Key, TextBlock, TopicBrief } from '../messages';
import type { ReaderLanguage } from './language';
import { areSameStates, indexInMemory, loadIndex } from './mention-index';
import type { PackRow } from './schema';
import { inOneRead, repairing, type Store } from './store';
import { topicsOf, viewBrief } from './topics';

interface FoundInBlock {
  readonly block: number;
  readonly found: readonly SegmentMention[];
}

const NONE: ReadonlySet<Key> = new Set();

/**
 * @param language of the topics' names
 * @param muted topics that are left out
 * @returns the mentions of every stored pack's topics, block by block in the order given, those of a
 *   block in page order
 */
export function findInBlocks(
  store: Store,
  blocks: readonly TextBlock[],
  language: Pick<ReaderLanguage, 'locale'>,
  muted: ReadonlySet<Key> = NONE,
): Promise<FoundMentions> {
  return repairing(store, async () => {
    for (let known = indexInMemory(store); ; known = null) {
      const { rows, matcher } = known ?? (await loadIndex(store));
      const isMuted = ({ segment, topic }: SegmentMention) =>
        muted.has(`${rows[segment]?.id}#${topic}`);
      const found = blocks.map(({ id, text }) => {
        const mentions = findMentions(matcher, text);
        return {
          block: id,
          found: muted.size > 0 ? mentions.filter((one) => !isMuted(one)) : mentions,
        };
      });
      const answer = await inOneRead(store, async () => {
        const briefs = briefsOf(store, rows, found, language);
        // Asked for already; where a pack changed it fails, and its failure says nothing.
        briefs.catch(() => {});
        if (!areSameStates(rows, await store.db.packs.toArray())) return null;
        return answerOf(found, await briefs);
      });
      // Null where a pack changed since its index was read.
      if (answer) return answer;
    }
  });
}

/** @returns of each pack in order: what is to be known of the topics found, by id */
function briefsOf(
  store: Store,
  rows: readonly PackRow[],
  inBlocks: readonly FoundInBlock[],
  { locale }: Pick<ReaderLanguage, 'locale'>,
): Promise<ReadonlyMap<string, TopicBrief>[]> {
  const ids = rows.map(() => new Set<string>());
  for (const { found } of inBlocks) {
    for (const { segment, topic } of found) ids[segment]?.add(topic);
  }
  return Promise.all(
    rows.map(async (row, segment) => {
      const topics = await topicsOf(store, row, ids[segment] ?? []);
      return new Map([...topics].map(([id, topic]) => [id, viewBrief(row, id, topic, locale)]));
    }),
  );
}

function answerOf(
  inBlocks: readonly FoundInBlock[],
  briefs: readonly ReadonlyMap<string, TopicBrief>[],
): FoundMentions {
  const topics = new Map<Key, TopicBrief>();
  const mentions = inBlocks.flatMap(({ block, found }) =>
    found.flatMap(({ segment, topic, parts }): FoundMention[] => {
      const brief = briefs[segment]?.get(topic);
      if (!brief) return [];
      topics.set(brief.key, brief);
      return [{ block, topic: brief.key, parts, quotedBy: null }];
    }),
  );
  return { mentions, topics: [...topics.values()] };
}
