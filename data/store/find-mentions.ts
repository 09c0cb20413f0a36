/** From blocks of page text to mentions of the topics in the store, and to the passages that its records quote. */
import type { FoundMention, FoundMentions, Key, TextBlock, TopicBrief } from '../messages';
import { findQuotes } from '../quote/find';
import type { ReaderLanguage } from './language';
import {
  areSameStates,
  findInIndex,
  indexInMemory,
  loadIndex,
  type OpenIndex,
  type PackMention,
} from './mention-index';
import { type QuotedHere, quotedOn } from './page-source';
import { countAll, sameTopics, someAreShared } from './same-topics';
import { inOneRead, repairing, type Store } from './store';
import { topicsOf, viewBrief } from './topics';

/** What is known of who asks. */
export interface Asking {
  /** The addresses by which the page may be a source (see `addressesOf`); none for a frame in a page. */
  readonly page: readonly string[];
  /** Topics that are not to be marked. */
  readonly muted: ReadonlySet<Key>;
}

const ANYBODY: Asking = { page: [], muted: new Set() };

interface FoundInBlock {
  readonly block: number;
  readonly found: readonly PackMention[];
}

/** A topic that was found, and what is the same in other packs. */
interface FoundTopic {
  readonly brief: TopicBrief;
  readonly same: readonly Key[];
}

/** Of each pack in the index: what was found, by the topic's id. */
type FoundTopics = readonly ReadonlyMap<string, FoundTopic>[];

/**
 * @param language of the topics' names
 * @returns the mentions of every stored pack's topics, and the passages of the page that records quote; block by
 *   block in the order given, those of a block in page order
 */
export function findInBlocks(
  store: Store,
  blocks: readonly TextBlock[],
  language: Pick<ReaderLanguage, 'locale'>,
  { page, muted }: Asking = ANYBODY,
): Promise<FoundMentions> {
  return repairing(store, async () => {
    for (let known = indexInMemory(store); ; known = null) {
      const index = known ?? (await loadIndex(store));
      const found = blocks.map(({ id, text }) => ({
        block: id,
        found: findInIndex(index, text),
      }));
      const looked = await inOneRead(store, async () => {
        const looking = lookUp(store, index, found, page, language);
        // Asked for already; where a pack changed it fails, and its failure says nothing.
        looking.catch(() => {});
        return areSameStates(index.rows, await store.db.packs.toArray()) ? looking : null;
      });
      // Null where a pack changed since its index was read.
      if (!looked) continue;
      const { topics, quotes } = looked;
      return answerOf(unmuted(topics, muted), found, quotesIn(blocks, quotes));
    }
  });
}

interface LookedUp {
  readonly topics: FoundTopics;
  /** By pack. */
  readonly quotes: readonly (readonly QuotedHere[])[];
}

async function lookUp(
  store: Store,
  index: OpenIndex,
  inBlocks: readonly FoundInBlock[],
  page: readonly string[],
  { locale }: Pick<ReaderLanguage, 'locale'>,
): Promise<LookedUp> {
  const { rows, links } = index;
  const ids = rows.map(() => new Set<string>());
  for (const { found } of inBlocks) {
    for (const { pack, topic } of found) ids[pack]?.add(topic);
  }
  const quotes = await Promise.all(
    rows.map((row, segment) => {
      const own = links[segment];
      return own ? quotedOn(store, row, own, page) : [];
    }),
  );
  quotes.forEach((own, segment) => {
    for (const { topic } of own) ids[segment]?.add(topic);
  });
  const shared = someAreShared(index);
  const topics = await Promise.all(
    rows.map(async (pack, segment) => {
      const stored = await topicsOf(store, pack, ids[segment] ?? []);
      const found = new Map<string, FoundTopic>();
      for (const [id, topic] of stored) {
        const own = { key: `${pack.id}#${id}`, id, pack, topic };
        const brief = viewBrief(pack, id, topic, locale);
        const same = shared ? await sameTopics(store, index, own) : [];
        found.set(id, {
          brief: { ...brief, counts: countAll([own, ...same]) },
          same: same.map(({ key }) => key),
        });
      }
      return found;
    }),
  );
  return { topics, quotes };
}

/** Who mutes a topic means it in whatever pack. */
function unmuted(topics: FoundTopics, muted: ReadonlySet<Key>): FoundTopics {
  if (muted.size === 0) return topics;
  const isMuted = ({ brief, same }: FoundTopic) =>
    muted.has(brief.key) || same.some((key) => muted.has(key));
  return topics.map((found) => new Map([...found].filter(([, topic]) => !isMuted(topic))));
}

interface QuoteInBlock extends QuotedHere {
  readonly segment: number;
  readonly part: readonly [start: number, end: number];
}

/** @returns by block: where the passages stand that records quote */
function quotesIn(
  blocks: readonly TextBlock[],
  quotes: LookedUp['quotes'],
): ReadonlyMap<number, readonly QuoteInBlock[]> {
  const all = quotes.flatMap((own, segment) => own.map((quoted) => ({ ...quoted, segment })));
  const inBlocks = new Map<number, QuoteInBlock[]>();
  if (all.length === 0) return inBlocks;
  const sought = all.map((one) => one.quote);
  for (const { quote, parts } of findQuotes(blocks, sought)) {
    const quoted = all[quote];
    if (!quoted) continue;
    for (const { block, start, end } of parts) {
      const list = inBlocks.get(block) ?? [];
      list.push({ ...quoted, part: [start, end] });
      inBlocks.set(block, list);
    }
  }
  return inBlocks;
}

/** Topics of several packs that are the same and hold at one place are one mention, of the first pack's. */
function isRepeated(
  { same, brief }: FoundTopic,
  { parts }: PackMention,
  heldAt: Map<string, Key[]>,
): boolean {
  if (same.length === 0) return false;
  const place = parts.join(';');
  const held = heldAt.get(place) ?? [];
  if (held.some((key) => same.includes(key))) return true;
  heldAt.set(place, [...held, brief.key]);
  return false;
}

function answerOf(
  topics: FoundTopics,
  inBlocks: readonly FoundInBlock[],
  quotes: ReadonlyMap<number, readonly QuoteInBlock[]>,
): FoundMentions {
  const briefs = new Map<Key, TopicBrief>();
  const mentions = inBlocks.flatMap(({ block, found }) => {
    const heldAt = new Map<string, Key[]>();
    const byRule = found.flatMap((mention): FoundMention[] => {
      const topic = topics[mention.pack]?.get(mention.topic);
      if (!topic || isRepeated(topic, mention, heldAt)) return [];
      briefs.set(topic.brief.key, topic.brief);
      return [{ block, topic: topic.brief.key, parts: mention.parts, quotedBy: null }];
    });
    const quoted = (quotes.get(block) ?? []).flatMap((one): FoundMention[] => {
      const topic = topics[one.segment]?.get(one.topic);
      if (!topic) return [];
      briefs.set(topic.brief.key, topic.brief);
      return [{ block, topic: topic.brief.key, parts: [one.part], quotedBy: one.record }];
    });
    if (quoted.length === 0) return byRule;
    const startOf = ({ parts }: FoundMention) => parts[0]?.[0] ?? 0;
    return [...byRule, ...quoted].sort((a, b) => startOf(a) - startOf(b));
  });
  return { mentions, topics: [...briefs.values()] };
}
