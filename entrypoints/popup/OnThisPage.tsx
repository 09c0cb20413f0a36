import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { MentionedTopic } from '../../components/MentionedTopic';
import { mentionedTopics } from '../../components/mentionedTopics';
import { PageObstacle } from '../../components/PageObstacle';
import { useMentions } from '../../components/useMentions';
import { usePageKind } from '../../components/usePageKind';
import type { PageReadingNow } from '../../components/usePageReading';
import type { Site } from '../../components/useSite';
import { useTopicCount } from '../../components/useTopicCount';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import { obstacleOf, wantsKind } from '../../data/page/obstacle';
import { isOn } from '../../data/site';
import { askReader, type PopupTab } from './tab';

interface Props {
  readonly ask: AskBackground;
  readonly tab: PopupTab;
  readonly site: Site;
  readonly page: PageReadingNow;
  /** Closes the popup when what was begun succeeds; else says the words. */
  readonly leave: (left: Promise<void>, otherwise: string) => void;
}

const readMentions = (tab: number) => askReader(tab)('page.mentions', null);

/** The topics that the page mentions, or why there are none. */
export function OnThisPage({ ask, tab, site, page, leave }: Props) {
  const { say } = useWords();
  const on = site.state !== null && isOn(site.state);
  const unread = page.reading?.read === false;
  const reading = on && !unread ? tab.id : null;
  const [failed, setFailed] = useState(false);
  const { list, absent } = useMentions(reading, readMentions);
  const topicCount = useTopicCount(ask);

  const facts = site.state && {
    url: tab.url,
    site: site.state,
    // A click in the toolbar is leave to look at the page that is in front.
    tellsWeb: true,
    reading: page.reading,
    absent,
    mentions: list?.length ?? null,
  };
  const kind = usePageKind(ask, facts && wantsKind(facts) ? tab.id : null, tab.url);
  const obstacle = facts && obstacleOf({ ...facts, kind });

  function readNow() {
    page.readNow().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  }

  function reload() {
    if (tab.id !== null) leave(browser.tabs.reload(tab.id), say('page.reload.failed'));
  }

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
  if (obstacle) {
    return (
      <>
        {failed && (
          <p class="note" role="alert">
            {say('page.read.failed')}
          </p>
        )}
        <PageObstacle
          obstacle={obstacle}
          host={site.state.host}
          refused={site.refused}
          topics={topicCount}
          onGoOn={() => site.onPause(false)}
          onTurnOn={() => site.onSwitch(true)}
          onRead={readNow}
          onReload={reload}
        />
      </>
    );
  }
  if (list === null || list.length === 0) return null;
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
