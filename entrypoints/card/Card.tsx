import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Counts } from '../../components/Counts';
import { Icon } from '../../components/Icon';
import type { Lit } from '../../components/lit';
import { PackList } from '../../components/PackList';
import { TopicRecord } from '../../components/TopicRecord';
import { TopicTabs } from '../../components/TopicTabs';
import { useWords } from '../../components/words';
import type { Key, PageAbout, TopicBrief, TopicView } from '../../data/messages';
import { AlsoNamed } from './AlsoNamed';
import type { Actions } from './actions';
import { CardActions } from './CardActions';
import type { Passages } from './contract';
import { PinBar } from './PinBar';
import { goneFrom, withPassageFirst } from './passages';

/** One or two records need neither counts nor an overview. */
const COMPACT_RECORDS = 2;

/** @returns whether a card on these topics is the small one */
export const isCompact = (topics: readonly TopicView[]) =>
  topics.length === 1 && (topics[0]?.records.length ?? 0) <= COMPACT_RECORDS;

/** Kept off the edge when scrolling to a record, in px. */
const SCROLL_MARGIN = 8;

interface Props {
  readonly topics: readonly TopicView[];
  /** Null where it is not known yet. */
  readonly about: PageAbout | null;
  readonly passages: Passages;
  readonly actions: Actions;
  /** It is on the screen, and all of it is there to be scrolled to. */
  readonly whole: boolean;
  readonly pinned: boolean;
  readonly sheet: boolean;
  /** Calls back once the pointer is not on the card. */
  readonly whenAway: (then: () => void) => void;
  readonly onClose: () => void;
  readonly onPin: () => void;
  readonly onReturn: () => void;
  readonly onMove: (x: number, y: number) => void;
}

/** A topic that was gone to from another's record. */
interface Followed {
  readonly topic: TopicView;
  /** What is said on the way back. */
  readonly from: string;
  /** How far the record before it was scrolled, in px. */
  readonly scrolled: number;
}

/** What stands inside the dialog: title, the record of the chosen topic, who published it, and what can be done. */
export function Card(props: Props) {
  const { topics, about, actions, whole, pinned } = props;
  const { say } = useWords();
  const [selected, setSelected] = useState(0);
  const [trail, setTrail] = useState<readonly Followed[]>([]);
  const [scrolled, setScrolled] = useState(false);
  const [lit, setLit] = useState<Lit | null>(null);
  const middle = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const followed = trail.at(-1);
  const topic = followed?.topic ?? topics[selected];
  const also = useAlsoNamed(props);

  const { passages } = props;
  const gone = useMemo(() => topic && goneFrom(topic, passages), [topic, passages]);
  const shown = useMemo(
    () => topic && { ...topic, named: withPassageFirst(topic, passages) },
    [topic, passages],
  );
  useEffect(() => {
    if (topic && whole) actions.see(topic.topics);
  }, [topic, whole, actions]);
  const isFirst = useRef(true);
  useEffect(() => {
    // The button that led here is gone, and focus with it.
    if (!isFirst.current) title.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [trail]);

  if (!topic || !shown) return null;

  function turnTo(change: () => void, top: number) {
    change();
    setLit(null);
    // After the new records are there to be scrolled.
    setTimeout(() => middle.current?.scrollTo(0, top));
  }

  async function follow(to: Key) {
    const view = await actions.view(to).catch(() => null);
    if (!view || !topic) return;
    const next = { topic: view, from: topic.name, scrolled: middle.current?.scrollTop ?? 0 };
    also.look(view);
    turnTo(() => setTrail([...trail, next]), 0);
  }

  const tabbed = topics.length > 1 && !followed;
  const compact = isCompact(followed ? [topic] : topics);
  const pageDate = about === null ? undefined : (about.published?.date ?? null);
  return (
    <>
      {pinned && !props.sheet && (
        <PinBar onReturn={props.onReturn} onClose={props.onClose} onMove={props.onMove} />
      )}
      {tabbed && (
        <TopicTabs
          topics={topics}
          selected={selected}
          onSelect={(index) => turnTo(() => setSelected(index), 0)}
          panel="record"
        />
      )}
      <div class={scrolled ? 'top scrolled' : 'top'}>
        {followed && (
          <button
            type="button"
            class="link back"
            onClick={() => turnTo(() => setTrail(trail.slice(0, -1)), followed.scrolled)}
          >
            <Icon name="back" size={12} />
            <span>{say('card.back', { topic: followed.from })}</span>
          </button>
        )}
        <h2 id="title" class="title" dir="auto" title={topic.name} tabIndex={-1} ref={title}>
          {topic.name}
        </h2>
        {!compact && <Counts counts={topic.counts} />}
        {pageDate === null && <p class="when">{say('page.date.none')}</p>}
        {!(pinned && !props.sheet) && <CloseButton onClose={props.onClose} />}
      </div>
      <div
        id="record"
        class="middle"
        ref={middle}
        {...(tabbed ? { role: 'tabpanel', 'aria-labelledby': 'title' } : {})}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
      >
        <TopicRecord
          key={topic.key}
          topic={shown}
          pageDate={pageDate}
          lit={lit}
          gone={gone}
          whole={whole}
          onPick={(record) => setLit({ key: record })}
          onShown={(row) => scrollTo(middle, row)}
        />
        <AlsoNamed topics={also.named(topic.key)} onFollow={follow} />
      </div>
      <div class="bottom">
        <PackList packs={topic.packs} compact={compact} />
        <CardActions
          key={topic.key}
          topic={shown}
          lit={lit?.key ?? null}
          actions={actions}
          compact={compact}
          pinned={pinned}
          onPin={pinned ? props.onClose : props.onPin}
        />
      </div>
    </>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <button type="button" class="control close" aria-label={say('card.close')} onClick={onClose}>
      <Icon name="close" />
    </button>
  );
}

function scrollTo({ current: middle }: RefObject<HTMLDivElement | null>, row: HTMLElement) {
  if (!middle) return;
  const down = row.getBoundingClientRect().top - middle.getBoundingClientRect().top;
  // In a window that is too low for a head and a foot the whole card scrolls.
  const scroller = middle.scrollHeight > middle.clientHeight ? middle : middle.parentElement;
  scroller?.scrollBy({ top: down - SCROLL_MARGIN, behavior: 'instant' });
}

/** What the records of each topic name besides, looked up after the card is seen. */
function useAlsoNamed({ topics, actions, whole, whenAway }: Props) {
  const [found, setFound] = useState<Readonly<Record<Key, readonly TopicBrief[]>>>({});
  const look = (topic: TopicView) => {
    const shown = [topic.key, ...topics.map(({ key }) => key)];
    void actions.named(topic, shown).then((named) => {
      if (named.length > 0) {
        whenAway(() => setFound((before) => ({ ...before, [topic.key]: named })));
      }
    });
  };
  useEffect(() => {
    if (whole) topics.forEach(look);
  }, [topics, whole]);
  return { look, named: (key: Key) => found[key] ?? [] };
}
