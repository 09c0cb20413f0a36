import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Counts } from '../../components/Counts';
import { Icon } from '../../components/Icon';
import type { Lit } from '../../components/lit';
import { PlainText } from '../../components/PlainText';
import { focusRow } from '../../components/rows';
import { Timeline } from '../../components/Timeline';
import { useWords } from '../../components/words';
import type { DateView, RecordView } from '../../data/messages';
import { kindCounts, NO_FILTER } from './filter';
import type { Section } from './sections';
import { useNear } from './useNear';
import { useTurn } from './useTurn';

interface Props {
  readonly section: Section;
  /** Those of its records that are on show; null before they are here. */
  readonly records: readonly RecordView[] | null;
  readonly pageDate: DateView | null;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Goes to a mention on the page. */
  readonly onJump: (index: number) => void;
  /** The records came in sight. */
  readonly onSeen: () => void;
  /** Set while the reader is to be taken to this topic: called once it is there. */
  readonly onArrive: ((section: HTMLElement) => void) | null;
}

/** Rows scroll within the panel's middle, no further than they must. */
const bringIn = (row: HTMLElement) => row.scrollIntoView({ block: 'nearest' });

/** Arrows walk the topics, as they do in the popup. */
function walk(event: KeyboardEvent) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  focusRow((event.currentTarget as HTMLElement).closest('main'), by);
}

/** Calls once, when the element first comes in sight. */
function useSight(onSeen: () => void, due: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const call = useRef(onSeen);
  call.current = onSeen;
  useEffect(() => {
    if (!due || !place.current) return;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      call.current();
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [due]);
  return place;
}

/** About as high as a row of a record, in px, and so many rows are on show at first: room is kept for what is drawn later. */
const ROW_PX = 100;
const ROWS = 8;

/** One topic of the page, with its record. */
export function TopicSection(props: Props) {
  const { section, records, pageDate, open, onToggle, onJump, onSeen, onArrive } = props;
  const { topic, mentions, view } = section;
  const { say } = useWords();
  const next = useRef(0);
  const [lit, setLit] = useState<Lit | null>(null);
  const { place, near } = useNear<HTMLElement>();
  const body = useSight(onSeen, open && view !== null);

  useLayoutEffect(() => {
    if (onArrive && place.current) onArrive(place.current);
  });

  /** The first mention at the first click, then one after the other, then from the start again. */
  function jump() {
    const mention = mentions[next.current % mentions.length];
    next.current++;
    if (mention) onJump(mention.index);
  }

  const line = useMemo(
    () =>
      open && view && records ? (
        <>
          <Timeline
            records={records}
            packs={view.packs}
            pageDate={pageDate}
            fold
            lit={lit}
            onPick={(key) => setLit({ key })}
            onShown={bringIn}
          />
          {view.omitted > 0 && <p class="quiet">{say('panel.omitted', { n: view.omitted })}</p>}
        </>
      ) : null,
    [open, view, records, pageDate?.edtf, pageDate?.label, lit, say],
  );
  const drawn = useTurn(line, near);
  const kept = drawn ? 0 : Math.min(records?.length ?? 0, ROWS) * ROW_PX;

  return (
    <section class="panel-topic" data-topic={topic.key} ref={place}>
      <div class="panel-topic-head">
        <h2>
          <button
            type="button"
            class="topic-toggle"
            data-row
            aria-expanded={open}
            onClick={onToggle}
            onKeyDown={walk}
          >
            <Icon name="down" size={12} />
            <bdi>
              <PlainText text={topic.name} />
            </bdi>
          </button>
        </h2>
        <button type="button" class="jump" title={say('panel.jump')} onClick={jump}>
          <Icon name="target" />
          {say('page.mentions', { n: mentions.length })}
        </button>
        <Counts counts={records ? kindCounts(records, NO_FILTER) : topic.counts} />
      </div>
      {line && (
        <div class="panel-record" ref={body} style={{ minBlockSize: `${kept}px` }}>
          {drawn}
        </div>
      )}
    </section>
  );
}
