import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { EmptyState } from '../../components/EmptyState';
import { MentionedTopic } from '../../components/MentionedTopic';
import { mentionedTopics } from '../../components/mentionedTopics';
import { useMentions } from '../../components/useMentions';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import { isOn } from '../../data/site';
import { askReader, type PopupTab } from './tab';
import type { PageReadingNow } from './usePageReading';
import type { Site } from './useSite';

interface Props {
  readonly ask: AskBackground;
  readonly tab: PopupTab;
  readonly site: Site;
  readonly page: PageReadingNow;
  /** Closes the popup when what was begun succeeds; else says the words. */
  readonly leave: (left: Promise<void>, otherwise: string) => void;
}

const readMentions = (tab: number) => askReader(tab)('page.mentions', null);

/** How many topics the packs have, for the sentence that none of them is here. */
function useTopicCount(ask: AskBackground): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    ask('packs.list', null).then(
      (packs) => setCount(packs.reduce((sum, { counts }) => sum + counts.topic, 0)),
      () => {},
    );
  }, [ask]);
  return count;
}

/** The topics that the page mentions, or why there are none. */
export function OnThisPage({ ask, tab, site, page, leave }: Props) {
  const { say } = useWords();
  const on = site.state !== null && isOn(site.state);
  const unread = page.reading?.read === false;
  const reading = on && !unread ? tab.id : null;
  const [failed, setFailed] = useState(false);
  const { list, absent } = useMentions(reading, readMentions);
  const topicCount = useTopicCount(ask);

  async function open(index: number) {
    const opened = tab.id !== null && (await askReader(tab.id)('page.open', { index }));
    if (!opened) throw new Error('the mention is gone');
  }

  if (site.trouble) {
    return (
      <p class="note" role="alert">
        {site.trouble}
      </p>
    );
  }
  if (!site.state) return null;
  const { host, paused } = site.state;
  if (paused) {
    const action = { label: say('page.go-on'), onClick: () => site.onPause(false) };
    return (
      <EmptyState icon="power" title={say('page.paused')} action={action}>
        {say('page.paused.text')}
      </EmptyState>
    );
  }
  if (host === null) {
    return (
      <EmptyState icon="page" title={say('page.closed')}>
        {say(tab.url.startsWith('http') ? 'page.closed.store' : 'page.closed.browser')}
      </EmptyState>
    );
  }
  if (!on) {
    const action = { label: say('page.turn-on'), onClick: () => site.onSwitch(true) };
    return site.refused ? (
      <EmptyState icon="power" title={say('page.refused')} action={action}>
        {say('page.refused.text', { host })}
      </EmptyState>
    ) : (
      <EmptyState icon="power" title={say('page.off')} action={action}>
        {say('page.off.text', { host })}
      </EmptyState>
    );
  }
  if (unread) {
    const readNow = () => {
      page.readNow().then(
        () => setFailed(false),
        () => setFailed(true),
      );
    };
    return (
      <>
        {failed && (
          <p class="note" role="alert">
            {say('page.read.failed')}
          </p>
        )}
        <EmptyState
          icon="page"
          title={say('page.unread')}
          action={{ label: say('page.read'), onClick: readNow }}
        >
          {say('page.unread.text')}
        </EmptyState>
      </>
    );
  }
  if (absent) {
    const reload = () => {
      if (tab.id !== null) leave(browser.tabs.reload(tab.id), say('page.reload.failed'));
    };
    return (
      <EmptyState
        icon="page"
        title={say('page.absent')}
        action={{ label: say('page.reload'), onClick: reload }}
      >
        {say('page.absent.text')}
      </EmptyState>
    );
  }
  if (list === null) return null;
  if (list.length === 0) {
    return (
      <EmptyState icon="page" title={say('page.nothing')}>
        {topicCount === null
          ? say('panel.nothing.text')
          : say('page.nothing.text', { n: topicCount })}
      </EmptyState>
    );
  }
  return (
    <section>
      <h2 class="small-title list-title">{say('page.title')}</h2>
      <ul>
        {mentionedTopics(list).map(({ topic, mentions }) => (
          <MentionedTopic
            key={topic.key}
            topic={topic}
            mentions={mentions.length}
            onOpen={() => leave(open(mentions[0]?.index ?? 0), say('page.gone'))}
          />
        ))}
      </ul>
    </section>
  );
}
