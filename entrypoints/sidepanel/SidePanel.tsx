import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { EmptyState } from '../../components/EmptyState';
import { Mark } from '../../components/Mark';
import { mentionedTopics } from '../../components/mentionedTopics';
import { useMentions } from '../../components/useMentions';
import { useWords } from '../../components/words';
import {
  asker,
  type BackgroundRequests,
  type Key,
  type ReaderRequests,
  type TopicView,
} from '../../data/messages';
import { TopicSection } from './TopicSection';
import { useActiveTab } from './useActiveTab';

type Ask = ReturnType<typeof asker<BackgroundRequests>>;

const askReader = (tab: number) =>
  asker<ReaderRequests>((message) => browser.tabs.sendMessage(tab, message, { frameId: 0 }));

const readMentions = (tab: number) => askReader(tab)('page.mentions', null);

interface Answered {
  /** Null until the background has answered. */
  readonly view: TopicView | null;
  /** In words, why there is none. */
  readonly trouble: string | null;
}

const OPEN: Answered = { view: null, trouble: null };

/** The record of one topic. */
function useTopic(ask: Ask, key: Key | undefined): Answered {
  const [answered, setAnswered] = useState(OPEN);
  useEffect(() => {
    let ended = false;
    const settle = (result: Answered) => !ended && setAnswered(result);
    setAnswered(OPEN);
    if (key !== undefined) {
      ask('topics.view', { topics: [key] }).then(
        ([view = null]) => settle({ view, trouble: null }),
        (error: Error) => settle({ view: null, trouble: error.message }),
      );
    }
    return () => {
      ended = true;
    };
  }, [ask, key]);
  return answered;
}

/** What the page in front mentions, and the record of the topic that was chosen. */
export function SidePanel({ ask }: { readonly ask: Ask }) {
  const { say } = useWords();
  const tab = useActiveTab();
  const { list, absent } = useMentions(tab?.id ?? null, readMentions);
  const [chosen, setChosen] = useState<Key | 'none' | null>(null);
  const topics = mentionedTopics(list ?? []);
  const open = topics.some(({ topic }) => topic.key === chosen)
    ? chosen
    : chosen === 'none'
      ? undefined
      : topics[0]?.topic.key;
  const { view, trouble } = useTopic(ask, open ?? undefined);

  return (
    <>
      <header class="panel-head">
        <Mark />
        <div>
          <h1 class="panel-title">{say('panel.title')}</h1>
          {tab?.title && (
            <p class="quiet" dir="auto">
              {tab.title}
            </p>
          )}
        </div>
      </header>
      <main>
        {trouble && (
          <p class="note" role="alert">
            {trouble}
          </p>
        )}
        {absent && (
          <EmptyState icon="power" title={say('page.absent')}>
            {say('panel.absent.text')}
          </EmptyState>
        )}
        {list?.length === 0 && (
          <EmptyState icon="page" title={say('page.nothing')}>
            {say('panel.nothing.text')}
          </EmptyState>
        )}
        {topics.map(({ topic, mentions }) => (
          <TopicSection
            key={topic.key}
            topic={topic}
            mentions={mentions}
            view={topic.key === open ? view : null}
            open={topic.key === open}
            onToggle={() => setChosen(topic.key === open ? 'none' : topic.key)}
            onJump={(index) => tab && void askReader(tab.id)('page.open', { index })}
          />
        ))}
      </main>
    </>
  );
}
