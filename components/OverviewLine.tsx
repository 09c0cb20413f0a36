import type { Key, RecordView } from '../data/messages';
import { DateText } from './DateText';
import { Marker } from './Marker';
import { overview } from './overview';
import { standsUnder } from './Timeline';

/** Fewer records are seen whole at one glance. */
const FEWEST = 3;

/** Beyond so many places the marks shrink, so that neighbours stay apart. */
const CROWDED = 26;

/** Distance of stacked marks from the line and from each other, in px. */
const STACK = { first: 13, step: 13 };

interface Props {
  readonly records: readonly RecordView[];
  readonly onPick: (record: Key) => void;
}

/**
 * The whole record at a glance: one mark a record, by order and not to scale. A shortcut for the
 * pointer; the list below it says the same to everybody, so this is hidden from screen readers.
 */
export function OverviewLine({ records, onPick }: Props) {
  const dated = records.filter((record) => standsUnder(record));
  const first = dated[0] && standsUnder(dated[0]);
  const lastRecord = dated.at(-1);
  const last = lastRecord && standsUnder(lastRecord);
  if (records.length < FEWEST || !first || !last) return null;
  const places = overview(dated, (record) => standsUnder(record)?.edtf);
  // A gap takes a place of its own.
  const slots = places.flatMap((place) => (place.gap ? [null, place] : [place]));
  const tall = (kind: 'claim' | 'denial') =>
    Math.max(...places.map((p) => p.records.filter((r) => r.kind === kind).length));
  const size = slots.length > CROWDED ? 7 : 10;
  return (
    // Focus stays where it is: it would be lost among marks that a screen reader does not have.
    <div class="overview" aria-hidden="true" onMouseDown={(event) => event.preventDefault()}>
      <div
        class="overview-line"
        style={{
          height: `${10 + tall('claim') * STACK.step + tall('denial') * STACK.step + 4}px`,
          '--line-at': `${5 + tall('claim') * STACK.step + 2}px`,
        }}
      >
        {slots.map((place, i) => {
          const at = `${slots.length === 1 ? 50 : (i / (slots.length - 1)) * 100}%`;
          if (!place) {
            return (
              <span key={at} class="overview-gap" style={{ insetInlineStart: at }}>
                {'//'}
              </span>
            );
          }
          const height = { claim: 0, denial: 0, statement: 0, event: 0 };
          return place.records.map((record) => {
            const up = record.kind === 'claim' ? -1 : record.kind === 'denial' ? 1 : 0;
            const away = up * (STACK.first + height[record.kind]++ * STACK.step);
            return (
              <button
                key={record.key}
                type="button"
                tabIndex={-1}
                class={`overview-dot ${record.kind}`}
                style={{ insetInlineStart: at, marginBlockStart: `${away}px` }}
                onClick={() => onPick(record.key)}
              >
                <Marker kind={record.kind} size={size} />
              </button>
            );
          });
        })}
      </div>
      <div class="overview-ends">
        <DateText date={first} near={last} />
        {last.edtf !== first.edtf && <DateText date={last} />}
      </div>
    </div>
  );
}
