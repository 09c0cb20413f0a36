import { useState } from 'preact/hooks';
import type { Key, PackView, RecordView } from '../data/messages';
import { CorrectionColumns } from './CorrectionColumns';
import { DateText } from './DateText';
import { Monogram } from './Monogram';
import { RelationLine } from './RelationLine';
import { SourceLink } from './SourceLink';
import { Phrase, useWords } from './words';

/** So many relations stand at once; a record that answers dozens would hide the next one. */
const RELATIONS_SHOWN = 3;

interface RelationsProps {
  readonly record: RecordView;
  readonly onPick: ((record: Key) => void) | undefined;
  readonly canPick: (record: Key) => boolean;
}

function Relations({ record, onPick, canPick }: RelationsProps) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const { relations } = record;
  if (relations.length === 0) return null;
  const shown = all ? relations : relations.slice(0, RELATIONS_SHOWN);
  return (
    <>
      <ul class="relations">
        {shown.map((relation) => (
          <li key={`${relation.type} ${relation.direction} ${relation.record}`}>
            <RelationLine
              relation={relation}
              near={record.made}
              onPick={canPick(relation.record) ? onPick : undefined}
            />
          </li>
        ))}
      </ul>
      {relations.length > RELATIONS_SHOWN && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? say('relation.fewer')
            : say('relation.more', { n: relations.length - RELATIONS_SHOWN })}
        </button>
      )}
    </>
  );
}

/** `when`, on a line of its own, when it is another date than the one the row stands under. */
function WhenLine({ record }: { readonly record: RecordView }) {
  const { when, made } = record;
  if (!when || when.edtf === made?.edtf || (!made && record.kind === 'event')) return null;
  return (
    <p class="when">
      <Phrase
        id={record.kind === 'event' ? 'record.happened' : 'record.refers'}
        parts={{ date: <DateText date={when} near={made} /> }}
      />
    </p>
  );
}

/** When and why its publisher withdrew a record; nothing for one that stands. */
export function Withdrawal({ record: { withdrawn } }: { readonly record: RecordView }) {
  if (!withdrawn) return null;
  return (
    <p class="when">
      <Phrase
        id="record.withdrawn"
        parts={{
          date: <DateText date={withdrawn.date} />,
          reason: <bdi>{withdrawn.reason}</bdi>,
        }}
      />
    </p>
  );
}

export interface RecordProps {
  readonly record: RecordView;
  readonly pack?: PackView | undefined;
  /** Shows another record of the same list. */
  readonly onPick?: ((record: Key) => void) | undefined;
  readonly canPick?: ((record: Key) => boolean) | undefined;
}

/** What stands below a record's words: dates, corrections, how it stands to others, where to check. */
export function RecordDetails({ record, pack, onPick, canPick = () => false }: RecordProps) {
  const { say } = useWords();
  const { translator } = record.text;
  return (
    <>
      {translator && (
        <p class="when">
          <Phrase id="text.translator" parts={{ who: <bdi>{translator}</bdi> }} />
        </p>
      )}
      <WhenLine record={record} />
      {record.corrections.map((correction) => (
        <CorrectionColumns
          key={`${correction.record} ${correction.field}`}
          correction={correction}
          reportedBy={record.sources[0]}
        />
      ))}
      <Relations record={record} onPick={onPick} canPick={canPick} />
      {record.sources.length > 0 && (
        <ul class="sources" aria-label={say('record.sources')}>
          {record.sources.map((source, i) => (
            <li key={i}>
              {pack && i === 0 && <Monogram pack={pack} />}
              <SourceLink source={source} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
