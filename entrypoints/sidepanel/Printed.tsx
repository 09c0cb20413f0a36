import { Counts } from '../../components/Counts';
import { PackList } from '../../components/PackList';
import { PlainText } from '../../components/PlainText';
import { Timeline } from '../../components/Timeline';
import type { PanelView } from '../../components/ViewChoice';
import { useWords } from '../../components/words';
import type { PackView, PageAbout, RecordView, TopicBrief } from '../../data/messages';
import { kindCounts, NO_FILTER } from './filter';
import { Origin } from './Head';

/** What of a page's record is printed. */
export interface PrintedRecord {
  readonly title: string | null;
  readonly about: PageAbout | null;
  readonly order: PanelView;
  readonly topics: readonly {
    readonly topic: TopicBrief;
    readonly records: readonly RecordView[];
  }[];
  /** Of all topics, in date order. */
  readonly records: readonly RecordView[];
  /** How many there are, those that were filtered out included. */
  readonly total: number;
  readonly packs: readonly PackView[];
}

/** A page's record on paper: everything open, nothing to press, the addresses of sources written out. */
export function Printed(props: PrintedRecord) {
  const { title, about, order, topics, records, total, packs } = props;
  const { say } = useWords();
  const pageDate = about?.published?.date ?? null;
  const line = (of: readonly RecordView[]) => (
    <Timeline records={of} packs={packs} pageDate={pageDate} whole />
  );
  return (
    <>
      <header>
        <p class="quiet">{say('panel.title')}</p>
        <h1 dir="auto">
          <PlainText text={title ?? say('panel.title')} />
        </h1>
        {about?.address && <p class="printed-address">{about.address}</p>}
        {about && (
          <p class="quiet">
            <Origin about={about} />
          </p>
        )}
        {records.length < total && (
          <p class="quiet">{say('filter.shown', { n: total, shown: records.length })}</p>
        )}
      </header>
      {order === 'date'
        ? line(records)
        : topics.map(({ topic, records: own }) => (
            <section key={topic.key}>
              <h2>
                <bdi>
                  <PlainText text={topic.name} />
                </bdi>
              </h2>
              <Counts counts={kindCounts(own, NO_FILTER)} />
              {line(own)}
            </section>
          ))}
      <PackList packs={packs} />
    </>
  );
}
