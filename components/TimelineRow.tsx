import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Key, Marks, PackView, RecordView } from '../data/messages';
import { DateCell } from './DateCell';
import { Marker } from './Marker';
import { PacksRow } from './PacksRow';
import { packOf, standsUnder, voices } from './placing';
import { RecordRow } from './RecordRow';
import { agree, type Entry } from './side-by-side';
import { LANES, type Lane, type Passing } from './ties';

/** What every row of a list is shown with; kept the same from one drawing to the next. */
export interface Setting {
  readonly packs: readonly PackView[];
  readonly marksOf: (record: RecordView) => Marks | undefined;
  readonly isGone: (record: RecordView) => boolean;
  /** Stands beside who said it. */
  readonly tagOf: ((record: RecordView) => ComponentChildren) | undefined;
  readonly onPick: ((record: Key) => void) | undefined;
  readonly canPick: (record: Key) => boolean;
}

export type Passings = Readonly<Record<Lane, Passing>>;

const name = (...words: readonly (string | false)[]) => words.filter(Boolean).join(' ');

/** What denies or corrects what, drawn beside the line past one item of the list. */
export function Ties({ rest, lit }: { readonly rest: Passings; readonly lit: Passings | null }) {
  return (
    <>
      {LANES.map((lane) => {
        const { up, down, end } = rest[lane];
        if (!up && !down) return null;
        const bright = lit?.[lane];
        const parts = [
          up && <i key="up" class={name('tie up', lane, Boolean(bright?.up) && 'bright')} />,
          down && (
            <i key="down" class={name('tie down', lane, Boolean(bright?.down) && 'bright')} />
          ),
          end && <i key="end" class={name('tie end', lane, Boolean(bright?.end) && 'bright')} />,
        ];
        return parts;
      })}
    </>
  );
}

interface Props {
  readonly entry: Entry;
  /** The record before it in the list. */
  readonly above: RecordView | null;
  /** That record stands right above. */
  readonly joined: boolean;
  /** The month's heading has said the year. */
  readonly yearSaid: boolean;
  readonly setting: Setting;
  readonly rest: Passings;
  readonly bright: Passings | null;
  readonly lit: boolean;
  /** It belongs with the row that is pointed at. */
  readonly tied: boolean;
}

/** One row on the line of record: date, mark in its place, the record, or what several packs have of it. */
export function TimelineRow(props: Props) {
  const { entry, above, joined, yearSaid, setting, rest, bright, lit, tied } = props;
  const [first, ...others] = entry.records;
  const { packs, marksOf, isGone, tagOf, onPick, canPick } = setting;
  const date = standsUnder(first);
  const aboveDate = above && standsUnder(above);
  // A row that is lit or pointed past is drawn again, what stands in it is not.
  const body = useMemo(() => {
    const packFor = (record: RecordView) => packs.find(({ id }) => id === packOf(record));
    return others.length > 0 && !agree(entry) ? (
      <PacksRow
        records={entry.records}
        packs={packs}
        marksOf={marksOf}
        isGone={isGone}
        tag={tagOf?.(first)}
        onPick={onPick}
        canPick={canPick}
      />
    ) : (
      <RecordRow
        record={first}
        pack={packFor(first)}
        marks={marksOf(first)}
        gone={isGone(first)}
        tag={tagOf?.(first)}
        also={others.map((record) => ({ record, pack: packFor(record) }))}
        onPick={onPick}
        canPick={canPick}
      />
    );
  }, [entry, setting]);
  return (
    <li
      class={name('row', first.kind, lit && 'lit', tied && 'tied')}
      data-key={entry.key}
      data-kind={first.kind}
      tabIndex={-1}
    >
      <DateCell
        date={date}
        yearKnown={
          yearSaid || (date !== null && aboveDate?.edtf.slice(0, 4) === date.edtf.slice(0, 4))
        }
        repeats={
          date !== null &&
          above !== null &&
          joined &&
          aboveDate?.edtf === date.edtf &&
          voices(above) === voices(first)
        }
      />
      <Ties rest={rest} lit={bright} />
      <div class="place">
        <Marker kind={first.kind} />
      </div>
      {body}
    </li>
  );
}
