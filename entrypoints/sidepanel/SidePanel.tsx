import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { EmptyState } from '../../components/EmptyState';
import { Mark } from '../../components/Mark';
import { mentionedTopics } from '../../components/mentionedTopics';
import { useMentions } from '../../components/useMentions';
import { useWords } from '../../components/words';
import { type AskBackground, type Key, readerAsker, type TopicView } from '../../data/messages';
import { TopicSection } from './TopicSection';
import { useActiveTab } from './useActiveTab';

const askReader = readerAsker((tab, message, to) => browser.tabs.sendMessage(tab, message, to));

const readMentions = (tab: number) => askReader(tab)('page.mentions', null);

interface Answered {
  /** Null until the background has answered. */
  readonly view: TopicView | null;
  /** In words, why there is none. */
  readonly trouble: string | null;
}

const OPEN: Answered = { view: null, trouble: null };

/** The record of one topic. */
function useTopic(ask: AskBackground, key: Key | undefined): Answered {
  const [answered, setAnswered] = useState(OPEN);
  useEffect(() => {
    let ended = false;
    const settle = (result: Answered) => !ended && setAnswered(result);
    setAnswered(OPEN);
    if (key !== undefined) {
      ask('topics.view', { topics: [key], sentence: null }).then(
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
export function SidePanel({ ask }: { readonly ask: AskBackground }) {
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
  /** The tab on whose page a mention was sought in vain. */
  const [goneFrom, setGoneFrom] = useState<number | null>(null);
  const gone = tab !== null && tab.id === goneFrom;

  async function jump(index: number) {
    if (!tab) return;
    const opened = await askReader(tab.id)('page.open', { index }).catch(() => false);
    setGoneFrom(opened ? null : tab.id);
  }

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
        {(trouble || gone) && (
          <p class="note" role="alert">
            {trouble ?? say('page.gone')}
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
            onJump={(index) => void jump(index)}
          />
        ))}
      </main>
    </>
  );
}
