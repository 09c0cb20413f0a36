import type { DateView, Key, PackView, RecordView } from '../data/messages';
import { DateText } from './DateText';
import { dateParts } from './dateParts';
import { Marker } from './Marker';
import { RecordRow } from './RecordRow';
import { useWords } from './words';

/**
 * The date a record stands under: when it was said; for an event that nobody said, when it happened.
 * Mirrors `placingDate` in data/store/order.ts, by which the store sorts; a test holds them equal.
 */
export const standsUnder = (record: RecordView): DateView | null =>
  record.made ?? (record.kind === 'event' ? record.when : null);

interface DateCellProps {
  readonly date: DateView | null;
  readonly above: DateView | null;
  /** The row above has the same day and the same speakers: the date is there for screen readers only. */
  readonly repeats: boolean;
}

/** "24 Oct", with the year in the first row and wherever it changes. */
function DateCell({ date, above, repeats }: DateCellProps) {
  const { locale } = useWords();
  if (!date) return <div class="date" />;
  const parts = dateParts(date, locale);
  const sameYear = above !== null && above.edtf.slice(0, 4) === date.edtf.slice(0, 4);
  return (
    <div class={parts ? 'date' : 'date worded'}>
      <span class={repeats ? 'unseen' : undefined}>
        {parts ? (
          <time dateTime={date.edtf}>
            {parts.day}
            <span class={sameYear ? 'unseen' : 'year'}> {parts.year}</span>
          </time>
        ) : (
          <DateText date={date} />
        )}
      </span>
    </div>
  );
}

interface Props {
  /** In date order. */
  readonly records: readonly RecordView[];
  /** Who published them. */
  readonly packs?: readonly PackView[] | undefined;
  /** The record to light up: one that the reader has just been taken to. */
  readonly lit?: Key | null;
  /** Asked for by a relation that names another record of the list. */
  readonly onPick?: ((record: Key) => void) | undefined;
}

/**
 * Records on the one line of record: claims before it, denials after it, statements and events on it.
 * Undated records stand last, off the line.
 */
export function Timeline({ records, packs, lit = null, onPick }: Props) {
  const { say } = useWords();
  const keys = new Set(records.map(({ key }) => key));
  const dated = records.filter((record) => standsUnder(record));
  const undated = records.filter((record) => !standsUnder(record));

  const row = (record: RecordView, i: number, list: readonly RecordView[]) => {
    const date = standsUnder(record);
    const previous = list[i - 1];
    const above = previous ? standsUnder(previous) : null;
    const repeats =
      date !== null &&
      date.edtf === above?.edtf &&
      record.speakers.join('\n') === previous?.speakers.join('\n');
    return (
      <li
        key={record.key}
        class={lit === record.key ? `row ${record.kind} lit` : `row ${record.kind}`}
        data-key={record.key}
        data-kind={record.kind}
      >
        <DateCell date={date} above={above} repeats={repeats} />
        <div class="place">
          <Marker kind={record.kind} />
        </div>
        <RecordRow
          record={record}
          pack={packs?.find(({ id }) => record.key.startsWith(`${id}#`))}
          onPick={onPick}
          canPick={(key) => keys.has(key) && key !== record.key}
        />
      </li>
    );
  };

  return (
    <>
      {dated.length > 0 && <ol class="timeline dated">{dated.map(row)}</ol>}
      {undated.length > 0 && (
        <>
          {dated.length > 0 && <h3 class="group">{say('record.undated')}</h3>}
          <ul class="timeline" aria-label={say('record.undated')}>
            {undated.map(row)}
          </ul>
        </>
      )}
    </>
  );
}
