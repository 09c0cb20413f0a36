import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PageObstacle } from '../../components/PageObstacle';
import { useTopicCount } from '../../components/useTopicCount';
import type { PanelView } from '../../components/ViewChoice';
import { useWords } from '../../components/words';
import type { AskBackground, Key } from '../../data/messages';
import { exportRecord } from './exportRecord';
import { Filters } from './Filters';
import { Foot } from './Foot';
import { type Filter, isFiltering, NO_FILTER } from './filter';
import { Head } from './Head';
import { PageRecord } from './PageRecord';
import { ALL_BY_TOPIC, type Choices, printRecord } from './print';
import { useJump } from './useJump';
import { usePage } from './usePage';
import { usePrinting } from './usePrinting';
import { useShown } from './useShown';
import { useTopicViews } from './useTopicViews';
import { useWanted } from './useWanted';

/** By the reader's own calendar day, `YYYY-MM-DD`: Swedish writes dates so. */
const today = () => new Date().toLocaleDateString('sv-SE');

const NOTHING_SAID = { address: null, published: null };

interface Props {
  readonly ask: AskBackground;
  /** What this page was opened to print, as soon as it is there. */
  readonly printing?: Choices | null;
}

/** The whole record of the page in front. What is chosen here holds for every page, as long as the panel is open. */
export function SidePanel({ ask, printing = null }: Props) {
  const words = useWords();
  const { say } = words;
  const { tab, site, reading, about, topics, obstacle } = usePage(ask);
  const first = printing ?? ALL_BY_TOPIC;
  const [order, setOrder] = useState<PanelView>(first.order);
  const [filter, setFilter] = useState<Filter>(first.filter);
  const [wanted, setWanted] = useState<Key | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const jump = useJump(tab);
  const topicCount = useTopicCount(ask);
  const privately = tab?.isPrivate ?? false;
  const { views, complete, trouble } = useTopicViews(
    ask,
    about && topics.length > 0
      ? { topics: topics.map(({ topic }) => topic), address: about.address, privately }
      : null,
  );
  const shown = useShown(topics, views, filter);
  const title = about?.title ?? tab?.title ?? null;
  const filled = topics.length > 0;

  useWanted(ask, tab?.id ?? null, (topic) => {
    setOrder('topic');
    setFilter(NO_FILTER);
    setWanted(topic);
  });

  const sections = shown.sections.flatMap((section) => {
    const records = shown.recordsOf(section) ?? [];
    return records.length > 0
      ? [{ topic: section.topic, mentions: section.mentions.length, records }]
      : [];
  });
  const total = shown.all.length;
  const { packs } = shown;

  usePrinting({ title, about, order, topics: sections, records: shown.records, total, packs });

  const due = printing !== null && complete && about !== null;
  useEffect(() => {
    if (due) print();
  }, [due]);

  const exported = () => ({
    title,
    about: about ?? NOTHING_SAID,
    topics: sections,
    packs,
    total,
    exported: today(),
  });

  function attempt(tried: Promise<unknown>, otherwise: string) {
    tried.then(
      () => setFailed(null),
      () => setFailed(otherwise),
    );
  }

  const alert = site.trouble ?? trouble ?? failed ?? (jump.gone ? say('page.gone') : null);
  return (
    <>
      <Head
        title={title}
        about={obstacle ? null : about}
        view={filled ? order : null}
        onView={setOrder}
      />
      {filled && (
        <Filters
          records={shown.all}
          shown={shown.records.length}
          filter={filter}
          onFilter={setFilter}
        />
      )}
      <main>
        {alert && (
          <p class="note" role="alert">
            {alert}
          </p>
        )}
        {obstacle && (
          <PageObstacle
            obstacle={obstacle}
            host={site.state?.host ?? null}
            refused={site.refused}
            topics={topicCount}
            onGoOn={() => site.onPause(false)}
            onTurnOn={() => site.onSwitch(true)}
            onRead={() => attempt(reading.readNow(), say('page.read.failed'))}
            onReload={() => tab && attempt(browser.tabs.reload(tab.id), say('page.reload.failed'))}
          />
        )}
        {filled && (
          <PageRecord
            shown={shown}
            order={order}
            pageDate={about?.published?.date ?? null}
            filtering={isFiltering(filter)}
            onClear={() => setFilter(NO_FILTER)}
            complete={complete}
            wanted={wanted}
            onArrived={() => setWanted(null)}
            onJump={jump.to}
            onSeen={(seen) => {
              ask('topics.seen', { topics: seen, privately }).catch(() => {});
            }}
          />
        )}
      </main>
      {(shown.records.length > 0 || jump.away) && (
        <Foot
          filled={shown.records.length > 0}
          away={jump.away}
          onBack={jump.back}
          onPrint={() =>
            tab && attempt(printRecord(tab.id, { order, filter }), say('panel.print.failed'))
          }
          onExport={(form) =>
            attempt(exportRecord(form, exported(), words), say('panel.export.failed'))
          }
        />
      )}
    </>
  );
}
