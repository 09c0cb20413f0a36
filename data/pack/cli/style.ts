/** Plain ANSI: bold, dim and two colours, or nothing. */
import type { Terminal } from './command';

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly error: Paint;
  readonly warning: Paint;
}

const same: Paint = (text) => text;
const code =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;

/** @returns how to set off words on this terminal */
export function styleOf({ colours }: Terminal): Style {
  if (!colours) return { bold: same, dim: same, error: same, warning: same };
  return { bold: code(1, 22), dim: code(2, 22), error: code(35, 39), warning: code(33, 39) };
}
