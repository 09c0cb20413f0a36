/** How a mention is shown on one line. */
import { shown } from '../problem';
import type { Style } from './style';

/** A phrase in a table; more would wrap in most terminals. */
const MAX_PHRASE = 90;

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly (readonly [start: number, end: number])[];
}

/** What is not marked of a long phrase: its two ends tell how the parts belong together. */
const MAX_BETWEEN = 24;

/**
 * What stands at a mention, on one line; what would not be marked of it dimmed, and cut where that makes it short enough.
 * @param text what the offsets of the mention lead into
 */
export function phrase(text: string, { start, end, parts }: Marked, { bold, dim }: Style): string {
  const flat = (from: number, to: number) =>
    shown(text.slice(from, to).replace(/\s+/g, ' '), Number.POSITIVE_INFINITY);
  const long = end - start > MAX_PHRASE;
  let at = start;
  let room = MAX_PHRASE;
  let line = '';
  for (const [from, to] of parts) {
    const between = flat(at, from);
    line += dim(long && between.length > MAX_BETWEEN ? ' … ' : between);
    const marked = flat(from, to);
    line += bold(shown(marked, room));
    room -= marked.length;
    if (room <= 0) break;
    at = to;
  }
  return line;
}
