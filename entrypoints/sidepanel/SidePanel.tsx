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

/** The record of one topic. @returns null until the background has answered */
function useTopic(ask: Ask, key: Key | undefined): TopicView | null {
  const [view, setView] = useState<TopicView | null>(null);
  useEffect(() => {
    let ended = false;
    setView(null);
    if (key !== undefined) {
      ask('topics.view', { topics: [key] }).then(
        ([found]) => !ended && setView(found ?? null),
        () => {},
      );
    }
    return () => {
      ended = true;
    };
  }, [ask, key]);
  return view;
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
  const view = useTopic(ask, open ?? undefined);

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
