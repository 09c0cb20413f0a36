import { useState } from 'preact/hooks';
import type { Lit } from '../../components/lit';
import { Timeline } from '../../components/Timeline';
import { useWords } from '../../components/words';
import type { DateView, PackView, RecordView } from '../../data/messages';

interface Props {
  /** Of all topics, in date order. */
  readonly records: readonly RecordView[];
  readonly packs: readonly PackView[];
  readonly pageDate: DateView | null;
}

/** The records of all topics on one line. */
export function ByDate({ records, packs, pageDate }: Props) {
  const { say } = useWords();
  const [lit, setLit] = useState<Lit | null>(null);
  return (
    <section class="panel-dates">
      <h2 class="unseen">{say('panel.all')}</h2>
      <Timeline
        records={records}
        packs={packs}
        pageDate={pageDate}
        lit={lit}
        onPick={(key) => setLit({ key })}
        onShown={(row) => row.scrollIntoView({ block: 'nearest' })}
      />
    </section>
  );
}
