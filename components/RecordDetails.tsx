import type { Key, PackView, RecordView } from '../data/messages';
import { CorrectionColumns } from './CorrectionColumns';
import { DateText } from './DateText';
import { Monogram } from './Monogram';
import { PlainText } from './PlainText';
import { Relations } from './Relations';
import { SourceLink } from './SourceLink';
import { Phrase, useWords } from './words';

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
          reason: (
            <bdi>
              <PlainText text={withdrawn.reason} />
            </bdi>
          ),
        }}
      />
    </p>
  );
}

export interface DetailsProps {
  readonly record: RecordView;
  readonly pack?: PackView | undefined;
  /** The record's passage is no longer on the page that is its source. */
  readonly gone?: boolean | undefined;
  /** Shows another record of the same list. */
  readonly onPick?: ((record: Key) => void) | undefined;
  readonly canPick?: ((record: Key) => boolean) | undefined;
  /** The same words in other packs, which name their own sources. */
  readonly also?: readonly { readonly record: RecordView; readonly pack: PackView | undefined }[];
}

/** Each source once: packs that agree mostly name the same page. */
function Sources({ record, pack, gone, also = [] }: DetailsProps) {
  const { say } = useWords();
  const shown = [{ record, pack }, ...also].flatMap((one) =>
    one.record.sources.map((source, i) => ({
      source,
      packs: i === 0 && one.pack ? [one.pack] : [],
    })),
  );
  const seen = new Map<string, { source: RecordView['sources'][number]; packs: PackView[] }>();
  for (const { source, packs } of shown) {
    const { url, publisher, title, print, at, published, quote } = source;
    const name = [url, publisher, title, print, at, published?.edtf, quote?.exact].join('\n');
    const known = seen.get(name);
    if (known) known.packs.push(...packs);
    else seen.set(name, { source, packs: [...packs] });
  }
  if (seen.size === 0) return null;
  return (
    <ul class="sources" aria-label={say('record.sources')}>
      {[...seen].map(([name, { source, packs }]) => (
        <li key={name}>
          {packs.map((each) => (
            <Monogram key={each.id} pack={each} />
          ))}
          <SourceLink source={source} gone={gone} />
        </li>
      ))}
    </ul>
  );
}

/** What stands below a record's words: dates, corrections, how it stands to others, where to check. */
export function RecordDetails(props: DetailsProps) {
  const { record, onPick, canPick = () => false, also = [] } = props;
  const relations = [record, ...also.map((one) => one.record)].flatMap((one) => one.relations);
  return (
    <>
      <WhenLine record={record} />
      {record.corrections.map((correction) => (
        <CorrectionColumns
          key={`${correction.record} ${correction.field}`}
          correction={correction}
          reportedBy={record.sources[0]}
        />
      ))}
      <Relations relations={relations} near={record.made} onPick={onPick} canPick={canPick} />
      <Sources {...props} />
    </>
  );
}
