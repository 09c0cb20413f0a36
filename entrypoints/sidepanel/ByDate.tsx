import { Fragment } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Lit } from '../../components/lit';
import { PlainText } from '../../components/PlainText';
import { Timeline } from '../../components/Timeline';
import { useWords } from '../../components/words';
import type { DateView, Key, PackView, RecordView } from '../../data/messages';

interface Props {
  /** Of all topics, in date order. */
  readonly records: readonly RecordView[];
  readonly packs: readonly PackView[];
  readonly pageDate: DateView | null;
  /** The names of the page's topics that a record belongs to. */
  readonly topicsOf: ReadonlyMap<Key, readonly string[]>;
}

/** Which topics a record on the line of all of them is about. */
const TopicTag = ({ names }: { readonly names: readonly string[] }) => (
  <span class="tag topics">
    {names.map((name, i) => (
      <Fragment key={name}>
        {i > 0 && ' · '}
        <bdi>
          <PlainText text={name} />
        </bdi>
      </Fragment>
    ))}
  </span>
);

/** The records of all topics on one line. */
export function ByDate({ records, packs, pageDate, topicsOf }: Props) {
  const { say } = useWords();
  const [lit, setLit] = useState<Lit | null>(null);
  const tagOf = useCallback(
    ({ key }: RecordView) => {
      const names = topicsOf.get(key) ?? [];
      return names.length > 0 && <TopicTag names={names} />;
    },
    [topicsOf],
  );
  return (
    <section class="panel-dates">
      <h2 class="unseen">{say('panel.all')}</h2>
      <Timeline
        records={records}
        packs={packs}
        pageDate={pageDate}
        lit={lit}
        tagOf={tagOf}
        onPick={(key) => setLit({ key })}
        onShown={(row) => row.scrollIntoView({ block: 'nearest' })}
      />
    </section>
  );
}
