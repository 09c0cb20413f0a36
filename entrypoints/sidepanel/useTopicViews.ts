import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskBackground, Key, TopicBrief, TopicView } from '../../data/messages';

/** The first is on show soon; then fewer messages cost less, and each is drawn before the next is here. */
const FIRST_BATCH = 2;
const BATCH = 6;

/** What is known of a topic, and of which edition of it. */
interface Known {
  readonly counts: string;
  /** Null where the background knows no such topic. */
  readonly view: TopicView | null;
}

export interface TopicViews {
  /** By the key that a page's mention has. */
  readonly views: ReadonlyMap<Key, TopicView>;
  /** Everything asked for is here, or will not come. */
  readonly complete: boolean;
  /** In words, why some are not here. */
  readonly trouble: string | null;
}

const editionOf = ({ counts }: TopicBrief) => JSON.stringify(counts);

export interface WhichTopics {
  /** In the order in which they are wanted. */
  readonly topics: readonly TopicBrief[];
  /** What the page gives as its own. */
  readonly address: string | null;
  readonly privately: boolean;
}

/**
 * The records of a page's topics, a few topics at a time. What came stays while the page finds more; it is asked for
 * again when the topic's counts change, or the page is another.
 * @param which null while it is not known of which page
 */
export function useTopicViews(ask: AskBackground, which: WhichTopics | null): TopicViews {
  const known = useRef(new Map<Key, Known>());
  const [result, setResult] = useState<TopicViews>({
    views: new Map(),
    complete: false,
    trouble: null,
  });
  const page = which && `${which.privately} ${which.address}`;
  const wanted = which?.topics.map((topic) => `${topic.key} ${editionOf(topic)}`).join('\n') ?? '';

  useEffect(() => {
    known.current = new Map();
  }, [ask, page]);

  useEffect(() => {
    if (!which) {
      setResult({ views: new Map(), complete: false, trouble: null });
      return;
    }
    let ended = false;
    const store = known.current;
    const { topics, address, privately } = which;
    const isMissing = (topic: TopicBrief) => store.get(topic.key)?.counts !== editionOf(topic);
    const tell = (trouble: string | null) => {
      const views = topics.flatMap(({ key }) => {
        const view = store.get(key)?.view;
        return view ? [[key, view] as const] : [];
      });
      setResult({ views: new Map(views), complete: !topics.some(isMissing), trouble });
    };
    const load = async () => {
      for (let size = FIRST_BATCH; ; size = BATCH) {
        const batch = topics.filter(isMissing).slice(0, size);
        if (batch.length === 0) return;
        const keys = batch.map(({ key }) => key);
        const answered = await ask('topics.view', {
          topics: keys,
          sentence: null,
          address,
          privately,
        });
        for (const topic of batch) {
          const view = answered.find((one) => covers(one, topic.key)) ?? null;
          store.set(topic.key, { counts: editionOf(topic), view });
        }
        if (ended) return;
        tell(null);
        // Between two batches there is time to draw, and for who presses something.
        await new Promise((resolve) => setTimeout(resolve));
        if (ended) return;
      }
    };
    tell(null);
    load().catch((error: Error) => ended || tell(error.message));
    return () => {
      ended = true;
    };
  }, [ask, page, wanted]);

  return result;
}

const covers = (view: TopicView, key: Key) => view.key === key || view.topics.includes(key);
