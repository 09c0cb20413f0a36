import type { RecordView } from '../data/messages';

/** More than so many days between two neighbours is drawn as a gap. */
const GAP_DAYS = 60;

/** So many of a kind share a place: two above, two below, one on the line. */
const ROOM = { claim: 2, denial: 2, statement: 1, event: 1 } as const;

export interface OverviewPlace {
  /** The records at this place, in order; one day, as far as there is room for them. */
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
