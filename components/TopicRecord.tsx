import { useMemo, useRef } from 'preact/hooks';
import type { DateView, Key, Named, TopicView } from '../data/messages';
import { DatesOfOne } from './DatesOfOne';
import { Figures } from './Figures';
import type { Lit } from './lit';
import { Matches } from './Matches';
import { OverviewLine } from './OverviewLine';
import { Timeline } from './Timeline';
import { useWords } from './words';

/** So many rows fill the tallest card; one above the whole record takes the room of so many in it, with its heading. */
const FILLING = 8;
const MATCH_ROWS = 2;

/** A record of no more rows is seen at one glance. */
const FEW = 2;

/**
 * What the sentence names, best first, to stand above the whole record; never all of it again. Null where there is nothing to put
 * first: nothing is named, or what is stands first already.
 */
function matchesOf({ named, records }: TopicView): Named | null {
  const found = named?.records.slice(0, Math.max(1, records.length - 1)) ?? [];
  const first = records.length <= FEW && found[0]?.key === records[0]?.key;
  return named && found.length > 0 && !first ? { ...named, records: found } : null;
}

interface Props {
  readonly topic: TopicView;
  /** When the page was published; undefined where there is no page, null where that is not known. */
  readonly pageDate?: DateView | null | undefined;
  readonly lit: Lit | null;
  readonly onPick: (record: Key) => void;
  readonly onShown: (row: HTMLElement) => void;
  readonly gone?: ReadonlySet<Key> | undefined;
  /** Else only what a card shows of it before it is scrolled; there must be more than that for it to be cut. */
  readonly whole?: boolean;
}

/** All that is on record about one topic: at a glance, what the sentence names of it, then the whole. */
export function TopicRecord({ topic, pageDate, lit, onPick, onShown, gone, whole = true }: Props) {
  const { say } = useWords();
  const { records, packs, named } = topic;
  const latest = useRef(onPick);
  latest.current = onPick;
  // What the list draws again when a row is lit, or the rest of it comes, is not drawn again above it.
  const { head, rows } = useMemo(() => {
    const pick = (record: Key) => latest.current(record);
    const matches = matchesOf(topic);
    return {
      head: (
        <>
          <OverviewLine records={records} pageDate={pageDate} onPick={pick} />
          <Figures records={records} named={named} onPick={pick} />
          <DatesOfOne records={records} onPick={pick} />
          {matches && (
            <>
              <Matches {...{ records, packs, pageDate, gone }} named={matches} onPick={pick} />
              <h3 class="block-title">{say('record.whole')}</h3>
            </>
          )}
          {topic.omitted > 0 && <p class="when">{say('panel.omitted', { n: topic.omitted })}</p>}
        </>
      ),
      rows: Math.max(1, FILLING - MATCH_ROWS * (matches?.records.length ?? 0)),
    };
  }, [topic, pageDate?.edtf, gone, say]);
  return (
    <>
      {head}
      <Timeline
        {...{ records, packs, pageDate, named, lit, onPick, onShown, gone }}
        first={whole ? undefined : rows}
      />
    </>
  );
}
