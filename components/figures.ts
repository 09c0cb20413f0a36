/** What a topic's records put in figures: side by side, each as it was given. Nothing is added up, averaged or counted. */
import type { DateView, FigureView, Named, RecordView } from '../data/messages';
import { standsUnder, voices } from './placing';

export interface FigureRow {
  readonly figure: FigureView;
  /** Who gave it, the same figure at most once. */
  readonly record: RecordView;
  /** When: once, or as often as they gave it. */
  readonly dates: readonly DateView[];
  /** It is the one that the page's sentence gives. */
  readonly same: boolean;
}

export interface FigureGroup {
  readonly unit: string;
  /** Ascending; equal ones in date order. */
  readonly rows: readonly FigureRow[];
}

const nameOf = ({ value, qualifier }: FigureView) => `${qualifier ?? ''} ${value}`;

/** A person's or body's figure; an event's stands for itself. */
const giver = (record: RecordView) => voices(record) || record.key;

/**
 * @param records in date order; what was withdrawn is left out
 * @param named what the page's sentence names, if there is one
 * @returns by unit, those units only of which two or more figures differ
 */
export function figuresOf(records: readonly RecordView[], named: Named | null): FigureGroup[] {
  const given = new Set(named?.figures.map(({ value }) => value));
  const matching = new Set(
    named?.records.filter(({ figure }) => figure === 'same').map(({ key }) => key),
  );
  const units = new Map<string, Map<string, FigureRow>>();
  for (const record of records) {
    if (record.withdrawn) continue;
    for (const figure of record.figures) {
      const rows = units.get(figure.unit) ?? new Map<string, FigureRow>();
      units.set(figure.unit, rows);
      const id = [nameOf(figure), record.kind === 'denial', giver(record)].join('\n');
      const known = rows.get(id);
      const date = standsUnder(record);
      const dates = [...(known?.dates ?? []), ...(date ? [date] : [])];
      rows.set(id, {
        figure,
        record: known?.record ?? record,
        dates: dates.filter(({ edtf }, i) => dates.findIndex((d) => d.edtf === edtf) === i),
        same: (known?.same ?? false) || (matching.has(record.key) && given.has(figure.value)),
      });
    }
  }
  return [...units].flatMap(([unit, rows]) => {
    const list = [...rows.values()].sort((a, b) => a.figure.value - b.figure.value);
    return new Set(list.map(({ figure }) => nameOf(figure))).size > 1 ? [{ unit, rows: list }] : [];
  });
}
