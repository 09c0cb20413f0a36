import type { RecordView } from '../data/messages';

/** More than so many days between two neighbours is drawn as a gap. */
const GAP_DAYS = 60;

/** So many of a kind share a place: two above, two below, one on the line. */
const ROOM = { claim: 2, denial: 2, statement: 1, event: 1 } as const;

/** More places would lie on top of each other in a card; neighbours share one then. */
const MOST = 24;

export interface OverviewPlace {
  /** The records at this place, in order; one day, as far as there is room for them, or more where places are scarce. */
  readonly records: RecordView[];
  /** Time was skipped before this place. */
  readonly gap: boolean;
}

const onLine = ({ kind }: RecordView) => kind === 'statement' || kind === 'event';

function hasRoom(place: OverviewPlace, record: RecordView): boolean {
  const there = place.records.filter((other) =>
    onLine(record) ? onLine(other) : other.kind === record.kind,
  );
  return there.length < ROOM[record.kind];
}

/** The first day that a date names, in days since 1970; null when it names none (an open start). */
function day(edtf: string | undefined): number | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf ?? '');
  if (!found) return null;
  const [year, month, date] = found.slice(1).map(Number);
  return Date.UTC(year ?? 0, (month || 1) - 1, date || 1) / 86_400_000;
}

/**
 * Lays records out along a line, by order and not to scale.
 * @param records dated ones, in date order
 * @param dateOf the EDTF date that a record stands under
 * @returns places from the first to the last
 */
export function overview(
  records: readonly RecordView[],
  dateOf: (record: RecordView) => string | undefined,
): OverviewPlace[] {
  const places: OverviewPlace[] = [];
  let before: string | undefined;
  for (const record of records) {
    const date = dateOf(record);
    const last = places.at(-1);
    if (last && date === before && hasRoom(last, record)) {
      last.records.push(record);
      continue;
    }
    const [from, to] = [day(before), day(date)];
    places.push({ records: [record], gap: from !== null && to !== null && to - from > GAP_DAYS });
    before = date;
  }
  return places;
}

/** Puts neighbours together until there is room for all; a gap goes with what follows it. */
function crowded(places: readonly OverviewPlace[], room: number): OverviewPlace[] {
  const each = Math.ceil(places.length / room);
  if (each <= 1) return [...places];
  return Array.from({ length: Math.ceil(places.length / each) }, (_, i) => {
    const together = places.slice(i * each, (i + 1) * each);
    return {
      records: together.flatMap(({ records }) => records),
      gap: together[0]?.gap ?? false,
    };
  });
}

/** What stands on the overview line, one after the other: a place, a gap, or the page's own date. */
export type OverviewSlot = OverviewPlace | 'gap' | 'page';

/**
 * @param earlier dated records that the page may have known, in date order; all where its date is not known
 * @param later those that are certainly later than the page
 * @param withPage the page's date is known
 */
export function overviewSlots(
  earlier: readonly RecordView[],
  later: readonly RecordView[],
  withPage: boolean,
  dateOf: (record: RecordView) => string | undefined,
): OverviewSlot[] {
  // Laid out as one: what was skipped between the last earlier and the first later record is a gap too.
  const places = overview([...earlier, ...later], dateOf);
  const isLater = new Set(later);
  const split = places.findIndex(({ records: [first] }) => first && isLater.has(first));
  const at = split < 0 ? places.length : split;
  const share = (count: number) => Math.max(1, Math.round((MOST * count) / places.length));
  const slots = (side: readonly OverviewPlace[]) =>
    crowded(side, share(side.length)).flatMap((place): OverviewSlot[] =>
      place.gap ? ['gap', place] : [place],
    );
  return [
    ...slots(places.slice(0, at)),
    ...(withPage ? ['page' as const] : []),
    ...slots(places.slice(at)),
  ];
}
