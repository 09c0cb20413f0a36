import type { DateView, Key, Named, TopicView } from '../data/messages';
import { DatesOfOne } from './DatesOfOne';
import { Figures } from './Figures';
import type { Lit } from './lit';
import { Matches } from './Matches';
import { OverviewLine } from './OverviewLine';
import { Timeline } from './Timeline';
import { useWords } from './words';

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
}

/** All that is on record about one topic: at a glance, what the sentence names of it, then the whole. */
export function TopicRecord({ topic, pageDate, lit, onPick, onShown, gone }: Props) {
  const { say } = useWords();
  const { records, packs, named } = topic;
  const matches = matchesOf(topic);
  return (
    <>
      <OverviewLine records={records} pageDate={pageDate} onPick={onPick} />
      <Figures records={records} named={named} onPick={onPick} />
      <DatesOfOne records={records} onPick={onPick} />
      {matches && (
        <>
          <Matches {...{ records, packs, pageDate, gone, onPick }} named={matches} />
          <h3 class="block-title">{say('record.whole')}</h3>
        </>
      )}
      {topic.omitted > 0 && <p class="when">{say('panel.omitted', { n: topic.omitted })}</p>}
      <Timeline {...{ records, packs, pageDate, named, lit, onPick, onShown, gone }} />
    </>
  );
}
