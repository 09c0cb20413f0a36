import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { mentionedTopics, type PageTopic } from '../../components/mentionedTopics';
import { useMentions } from '../../components/useMentions';
import { usePageKind } from '../../components/usePageKind';
import { type PageReadingNow, usePageReading } from '../../components/usePageReading';
import { type Site, useSite } from '../../components/useSite';
import type { AskBackground, PageAbout } from '../../data/messages';
import { type Obstacle, obstacleOf, wantsKind } from '../../data/page/obstacle';
import { EVERY_HOST, originsOf } from '../../data/site';
import { allow, askReader, type PanelTab } from './tab';
import { useActiveTab } from './useActiveTab';
import { usePageAbout } from './usePageAbout';

const readMentions = (tab: number) => askReader(tab)('page.mentions', null);

/** Whether the browser would tell the address of any web page. */
function useTellsWeb(): boolean {
  const [tells, setTells] = useState(false);
  useEffect(() => {
    const look = () => {
      browser.permissions.contains({ origins: originsOf(EVERY_HOST) }).then(setTells, () => {});
    };
    look();
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(look);
    onRemoved.addListener(look);
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, []);
  return tells;
}

export interface Page {
  /** Null before it is known. */
  readonly tab: PanelTab | null;
  readonly site: Site;
  readonly reading: PageReadingNow;
  /** Null as long as it is not known. */
  readonly about: PageAbout | null;
  /** By their first mention. */
  readonly topics: readonly PageTopic[];
  readonly obstacle: Obstacle | null;
}

/** All that is known of the page in front. */
export function usePage(ask: AskBackground): Page {
  const tab = useActiveTab();
  const id = tab?.id ?? null;
  const url = tab?.url ?? '';
  const reading = usePageReading(id, askReader);
  const { list, absent } = useMentions(id, readMentions);
  // A site is turned on and off, and reading is paused, elsewhere: the reader in the page comes or goes with it.
  const site = useSite(ask, tab, allow, `${url} ${reading.reading?.why} ${absent}`);
  const about = usePageAbout(ask, id, `${url} ${tab?.title} ${reading.reading?.why}`);
  const tellsWeb = useTellsWeb();

  const facts = site.state && {
    url,
    site: site.state,
    tellsWeb,
    reading: reading.reading,
    absent,
    mentions: list?.length ?? null,
  };
  const kind = usePageKind(ask, facts && wantsKind(facts) ? id : null, url);
  const obstacle = facts && obstacleOf({ ...facts, kind });
  const topics = obstacle ? [] : mentionedTopics(list ?? []);
  return { tab, site, reading, about, topics, obstacle };
}
