import { useMemo } from 'preact/hooks';
import type { DateView, Key, RecordView } from '../data/messages';
import type { RecordKind } from '../data/model';
import { isAfter } from './bounds';
import { DateText } from './DateText';
import { monthOf } from './dayRange';
import { Marker } from './Marker';
import { type OverviewPlace, overviewSlots } from './overview';
import { standsUnder } from './placing';
import { useWords } from './words';

/** Fewer records are seen whole at one glance. */
const FEWEST = 3;

/** Beyond so many places the marks shrink, so that neighbours stay apart. */
const CROWDED = 20;

/** So many of a kind are stacked at one place; where places are shared by more, one mark stands for all of a kind. */
const STACKED: Record<RecordKind, number> = { claim: 2, denial: 2, statement: 1, event: 1 };

/** Distance of stacked marks from the line and from each other, in px. */
const STACK = 13;

/** The page's mark stands out from the line by so much, in px, also where no mark is that high. */
const PAGE = 14;

/** A label at an end gives way to the page's when that is nearer to it than this, in per cent of a card's width. */
const NEAR_END = 27;

/** The marks at one place: as many of each kind as are stacked. */
function marksAt(
  { records }: OverviewPlace,
  crowded: boolean,
): { record: RecordView; away: number }[] {
  const height: Record<RecordKind, number> = { claim: 0, denial: 0, statement: 0, event: 0 };
  return records.flatMap((record) => {
    const onLine = record.kind === 'statement' || record.kind === 'event';
    const stacked = onLine ? height.statement + height.event : height[record.kind];
    if (stacked >= (crowded ? 1 : STACKED[record.kind])) return [];
    height[record.kind]++;
    const side = record.kind === 'claim' ? -1 : record.kind === 'denial' ? 1 : 0;
    return [{ record, away: side * (stacked + 1) * STACK }];
  });
}

interface EndProps {
  readonly date: DateView;
  readonly other: DateView;
  readonly withYear?: boolean;
}

/** The date at an end, short: "18 Oct" … "28 Oct 2024"; months where the years differ: "Oct 2024" … "Apr 2025". */
function EndDate({ date, other, withYear = false }: EndProps) {
  const { locale } = useWords();
  const month = date.edtf.slice(0, 4) === other.edtf.slice(0, 4) ? null : monthOf(date, locale);
  return month === null ? (
    <DateText date={date} near={withYear ? null : other} />
  ) : (
    <time dateTime={date.edtf.slice(0, 7)}>{month}</time>
  );
}

interface Props {
  readonly records: readonly RecordView[];
  /** When the page was published, if there is one and that is known. */
  readonly pageDate?: DateView | null | undefined;
  readonly onPick: (record: Key) => void;
}

/**
 * The whole record at a glance: by order and not to scale, whole up to the page's date and dashed after it. A shortcut for the
 * pointer; the list below it says the same to everybody, so this is hidden from screen readers.
 */
export function OverviewLine({ records, pageDate = null, onPick }: Props) {
  const { say } = useWords();
  const { dated, slots } = useMemo(() => {
    const all = records.filter((record) => standsUnder(record));
    const later = all.filter((record) => isAfter(standsUnder(record), pageDate));
    const isLater = new Set(later);
    const earlier = all.filter((record) => !isLater.has(record));
    const laid = overviewSlots(
      earlier,
      later,
      pageDate !== null,
      (record) => standsUnder(record)?.edtf,
    );
    const crowded = laid.length > CROWDED;
    return {
      dated: all,
      slots: laid.map((slot) => (typeof slot === 'string' ? slot : marksAt(slot, crowded))),
    };
  }, [records, pageDate?.edtf]);
  const [firstRecord, lastRecord] = [dated[0], dated.at(-1)];
  const [first, last] = [firstRecord, lastRecord].map((one) => (one ? standsUnder(one) : null));
  if (records.length < FEWEST || !first || !last) return null;

  const away = slots.flatMap((slot) =>
    typeof slot === 'string' ? [] : slot.map((one) => one.away),
  );
  const above = Math.max(pageDate ? PAGE : 0, ...away.map((px) => -px));
  const below = Math.max(pageDate ? PAGE : 0, ...away);
  const percent = (i: number) => (slots.length === 1 ? 50 : (i / (slots.length - 1)) * 100);
  const page = slots.indexOf('page');
  const pageAt = page < 0 ? 100 : percent(page);
  const size = slots.length > CROWDED ? 7 : 10;
  return (
    // Focus stays where it is: it would be lost among marks that a screen reader does not have.
    <div
      class="overview"
      aria-hidden="true"
      style={{ '--page': `${pageAt}%`, '--at': `${pageAt / 100}` }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div
        class={page < 0 ? 'overview-line' : 'overview-line paged'}
        style={{ height: `${above + below + 14}px`, '--line-at': `${above + 7}px` }}
      >
        {slots.map((slot, i) => {
          const at = `${percent(i)}%`;
          if (slot === 'page') return <span key="page" class="overview-page" />;
          if (slot === 'gap') {
            return (
              <span key={at} class="overview-gap" style={{ insetInlineStart: at }}>
                {'//'}
              </span>
            );
          }
          return slot.map(({ record, away: px }) => (
            <Marker
              key={record.key}
              kind={record.kind}
              size={size}
              name="overview-dot"
              style={{ insetInlineStart: at, marginBlockStart: `${px}px` }}
              onClick={() => onPick(record.key)}
            />
          ));
        })}
      </div>
      <div class="overview-ends">
        {page < 0 || pageAt > NEAR_END ? <EndDate date={first} other={last} /> : <span />}
        {page >= 0 && (
          <b class={pageAt < 10 ? 'at-start' : pageAt > 90 ? 'at-end' : undefined}>
            {say('page.this')}
          </b>
        )}
        {last.edtf !== first.edtf && (page < 0 || pageAt < 100 - NEAR_END) && (
          <EndDate date={last} other={first} withYear />
        )}
      </div>
    </div>
  );
}
