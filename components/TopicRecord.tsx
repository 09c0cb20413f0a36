import type { DateView, Key, TopicView } from '../data/messages';
import { DatesOfOne } from './DatesOfOne';
import { Figures } from './Figures';
import type { Lit } from './lit';
import { Matches } from './Matches';
import { OverviewLine } from './OverviewLine';
import { Timeline } from './Timeline';
import { useWords } from './words';

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
  const matches = named?.records.length ? named : null;
  return (
    <>
      <OverviewLine records={records} pageDate={pageDate} onPick={onPick} />
      <Figures records={records} named={named} onPick={onPick} />
      <DatesOfOne records={records} onPick={onPick} />
      {/* One or two records need no list of the best of them. */}
      {matches && records.length > matches.records.length && (
        <Matches {...{ records, packs, pageDate, gone, onPick }} named={matches} />
      )}
      {matches && records.length > matches.records.length && (
        <h3 class="block-title whole">{say('record.whole')}</h3>
      )}
      {topic.omitted > 0 && <p class="when">{say('panel.omitted', { n: topic.omitted })}</p>}
      <Timeline {...{ records, packs, pageDate, named, lit, onPick, onShown, gone }} />
    </>
  );
}
