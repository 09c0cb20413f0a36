import { useRef, useState } from 'preact/hooks';
import { Counts } from '../../components/Counts';
import { Icon } from '../../components/Icon';
import { OverviewLine } from '../../components/OverviewLine';
import { PackFooter } from '../../components/PackFooter';
import { Timeline } from '../../components/Timeline';
import { TopicTabs } from '../../components/TopicTabs';
import { useWords } from '../../components/words';
import type { Key, TopicView } from '../../data/messages';

/** One or two records need neither counts nor an overview. */
const COMPACT_RECORDS = 2;

/** @returns whether a card on these topics is the small one */
export const isCompact = (topics: readonly TopicView[]) =>
  topics.length === 1 && (topics[0]?.records.length ?? 0) <= COMPACT_RECORDS;

/** Kept off the edge when scrolling to a record, in px. */
const SCROLL_MARGIN = 8;

interface Props {
  readonly topics: readonly TopicView[];
  /** The card stays; the button that would make it stay is pressed. */
  readonly pinned: boolean;
  readonly onClose: () => void;
  readonly onPin: () => void;
}

/** What stands inside the dialog: title, the record of the chosen topic, and who published it. */
export function Card({ topics, pinned, onClose, onPin }: Props) {
  const { say } = useWords();
  const [selected, setSelected] = useState(0);
  const [scrolled, setScrolled] = useState(false);
  const [lit, setLit] = useState<Key | null>(null);
  const middle = useRef<HTMLDivElement>(null);
  const topic = topics[selected];
  if (!topic) return null;

  function select(index: number) {
    setSelected(index);
    setLit(null);
    middle.current?.scrollTo(0, 0);
  }

  function goTo(record: Key) {
    const rows = [...(middle.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const row = rows.find((each) => each.dataset.key === record);
    if (row) middle.current?.scrollTo({ top: row.offsetTop - SCROLL_MARGIN });
    setLit(record);
  }

  const tabbed = topics.length > 1;
  return (
    <>
      {tabbed && <TopicTabs topics={topics} selected={selected} onSelect={select} panel="record" />}
      <div class={scrolled ? 'top scrolled' : 'top'}>
        <h2 id="title" class="title" dir="auto" title={topic.name}>
          {topic.name}
        </h2>
        {!isCompact(topics) && <Counts counts={topic.counts} />}
        <div class="controls">
          <button
            type="button"
            class="control"
            aria-label={say('card.pin')}
            title={say('card.pin')}
            aria-pressed={pinned}
            onClick={pinned ? onClose : onPin}
          >
            <Icon name="pin" />
          </button>
          <button
            type="button"
            class="control close"
            aria-label={say('card.close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
      </div>
      <div
        id="record"
        class="middle"
        ref={middle}
        {...(tabbed ? { role: 'tabpanel', 'aria-labelledby': 'title' } : {})}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
      >
        <OverviewLine key={`overview ${topic.key}`} records={topic.records} onPick={goTo} />
        <Timeline
          key={topic.key}
          records={topic.records}
          packs={topic.packs}
          lit={lit}
          onPick={goTo}
        />
      </div>
      <div class="bottom">
        {topic.packs.map((pack) => (
          <PackFooter key={pack.id} pack={pack} />
        ))}
      </div>
    </>
  );
}
