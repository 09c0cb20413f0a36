/** A phrase with the words around it, on one line. */
import { shown } from '../problem';
import type { Style } from './style';

/** How much stands around it on either side, in UTF-16 units. */
const AROUND = 60;
/** Of a stretch between two marked parts, what may be shown. */
const MAX_BETWEEN = 80;

const flat = (text: string) => shown(text.replace(/\s+/g, ' '), Number.POSITIVE_INFINITY);

/** The last units of a text from a word's beginning on, as far as there is one. */
function tail(text: string): string {
  if (text.length <= AROUND) return text;
  const end = text.slice(-AROUND);
  return `…${end
    .slice(Math.max(0, end.search(/\s/)))
    .trimStart()
    .toWellFormed()}`;
}

function head(text: string): string {
  if (text.length <= AROUND) return text;
  const start = text.slice(0, AROUND);
  const space = start.search(/\s\S*$/);
  return `${start.slice(0, space < 0 ? AROUND : space).toWellFormed()}…`;
}

/**
 * @param text a block
 * @param parts what is set off: in bold on a terminal, else in [[…]]
 */
export function inContext(
  text: string,
  parts: readonly (readonly [start: number, end: number])[],
  style: Style,
): string {
  const first = parts[0]?.[0] ?? 0;
  let line = flat(tail(text.slice(0, first)));
  let at = first;
  for (const [start, end] of parts) {
    const between = text.slice(at, start);
    line +=
      flat(between.length > MAX_BETWEEN ? ' … ' : between) +
      style.mark(flat(text.slice(start, end)));
    at = end;
  }
  return line + flat(head(text.slice(at)));
}
