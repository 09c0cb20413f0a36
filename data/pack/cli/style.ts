/** Plain ANSI: bold, dim and two colours, or nothing. */
import type { Terminal } from './command';

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  /** Sets a phrase off from the text around it: also where there are no colours. */
  readonly mark: Paint;
}

const same: Paint = (text) => text;
const code =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const brackets: Paint = (text) => `[[${text}]]`;

/** @returns how to set off words on this terminal */
export function styleOf({ colours }: Terminal): Style {
  if (!colours) return { bold: same, dim: same, error: same, warning: same, mark: brackets };
  const bold = code(1, 22);
  return { bold, dim: code(2, 22), error: code(35, 39), warning: code(33, 39), mark: bold };
}
