import type { DateView, RecordView } from '../data/messages';

/**
 * The date a record stands under: when it was said; for an event that nobody said, when it happened.
 * Mirrors `placingDate` in data/store/order.ts, by which the store sorts; a test holds them equal.
 */
export const standsUnder = (record: RecordView): DateView | null =>
  record.made ?? (record.kind === 'event' ? record.when : null);

/** The pack that a record is of: its key begins with it. */
export const packOf = ({ key }: Pick<RecordView, 'key'>): string =>
  key.slice(0, Math.max(0, key.indexOf('#')));

const SEPARATOR = '\n';

/** Who said it, as one text to compare by. */
export const voices = ({ speakers }: Pick<RecordView, 'speakers'>): string =>
  speakers.join(SEPARATOR);
