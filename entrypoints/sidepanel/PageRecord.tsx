import { useMemo, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { PackList } from '../../components/PackList';
import type { PanelView } from '../../components/ViewChoice';
import { useWords } from '../../components/words';
import type { DateView, Key } from '../../data/messages';
import { ByDate } from './ByDate';
import { namesByRecord, type Section } from './sections';
import { TopicSection } from './TopicSection';
import type { Shown } from './useShown';

interface Props {
  readonly shown: Shown;
  readonly order: PanelView;
  readonly pageDate: DateView | null;
  /** Some records are filtered out. */
  readonly filtering: boolean;
  readonly onClear: () => void;
  /** All records are here. */
  readonly complete: boolean;
  /** The topic that the reader is to be taken to. */
  readonly wanted: Key | null;
  readonly onArrived: () => void;
  readonly onJump: (index: number) => void;
  readonly onSeen: (topics: readonly Key[]) => void;
}

const isOf = ({ topic, view }: Section, key: Key | null) =>
  key !== null && (topic.key === key || (view?.topics.includes(key) ?? false));

/** The record of a page, by its topics or on one line. */
export function PageRecord(props: Props) {
  const { shown, order, pageDate, filtering, onClear, complete, wanted, onArrived } = props;
  const { say } = useWords();
  const topicsOf = useMemo(() => namesByRecord(shown.sections), [shown.all]);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());

  function toggle(key: Key) {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  }

  function arrive(section: HTMLElement, key: Key) {
    if (closed.has(key)) toggle(key);
    section.scrollIntoView({ block: 'start' });
    section.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
    onArrived();
  }

  if (filtering && complete && shown.records.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={say('filter.none')}
        action={{ label: say('filter.clear'), onClick: onClear }}
      >
        {say('filter.none.text', { n: shown.all.length })}
      </EmptyState>
    );
  }
  return (
    <>
      {order === 'date' ? (
        <ByDate
          records={shown.records}
          packs={shown.packs}
          pageDate={pageDate}
          topicsOf={topicsOf}
        />
      ) : (
        shown.sections.map((section) => {
          const { key } = section.topic;
          const records = shown.recordsOf(section);
          if (filtering && records?.length === 0) return null;
          return (
            <TopicSection
              key={key}
              section={section}
              records={records}
              pageDate={pageDate}
              open={!closed.has(key)}
              onToggle={() => toggle(key)}
              onJump={props.onJump}
              onSeen={() => props.onSeen(section.view?.topics ?? [key])}
              onArrive={isOf(section, wanted) ? (element) => arrive(element, key) : null}
            />
          );
        })
      )}
      {shown.packs.length > 0 && <PackList packs={shown.packs} />}
    </>
  );
}
