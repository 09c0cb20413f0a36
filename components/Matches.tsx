import { useState } from 'preact/hooks';
import type { DateView, Key, Named, PackView, RecordView } from '../data/messages';
import { DateCell } from './DateCell';
import { Marker } from './Marker';
import { LaterTag } from './PageDate';
import { packOf, standsUnder } from './placing';
import { RecordRow } from './RecordRow';
import { useWords } from './words';

/** So many stand above the whole record; a busy speaker may have said dozens. */
const SHOWN = 3;

interface Props {
  readonly records: readonly RecordView[];
  readonly packs: readonly PackView[];
  readonly named: Named | null;
  readonly pageDate?: DateView | null | undefined;
  readonly gone?: ReadonlySet<Key> | undefined;
  readonly onPick?: ((record: Key) => void) | undefined;
}

/** The records that the page's sentence names, best first and out of date order. */
export function Matches({ records, packs, named, pageDate, gone, onPick }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const byKey = new Map(records.map((record) => [record.key, record]));
  const found = (named?.records ?? []).flatMap(({ key, marks }) => {
    const record = byKey.get(key);
    return record ? [{ record, marks }] : [];
  });
  if (found.length === 0) return null;
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <section class="block">
      <h3 class="block-title">{say('record.matches')}</h3>
      <ul class="timeline">
        {shown.map(({ record, marks }) => (
          <li key={record.key} class={`row ${record.kind}`} data-match={record.key}>
            <DateCell date={standsUnder(record)} yearKnown={false} />
            <div class="place">
              <Marker kind={record.kind} />
            </div>
            <RecordRow
              record={record}
              pack={packs.find(({ id }) => id === packOf(record))}
              marks={marks}
              gone={gone?.has(record.key)}
              tag={<LaterTag date={standsUnder(record)} pageDate={pageDate} />}
              onPick={onPick}
              canPick={(key) => byKey.has(key)}
            />
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('record.more', { n: found.length - shown.length })}
        </button>
      )}
    </section>
  );
}
