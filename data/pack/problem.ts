/** What is wrong in a pack, said so that its author can mend it. */

export interface Problem {
  /** A warning leaves the pack usable. */
  readonly severity: 'error' | 'warning';
  /** The file as it was named to the reader of the pack. */
  readonly file: string;
  /** Both from 1; a column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The id of the entry it stands in, `$name` of a term list, or null at the head of the pack. */
  readonly record: string | null;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** Where something stands in the authored files; line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Steps from the top of the pack to a value: `['claims', 3, 'made']`. */
export type Path = readonly (string | number)[];

const MAX_SHOWN = 60;

/**
 * A value from the pack as an error may quote it: on one line, cut short, control characters and
 * direction marks shown as escapes, so that a hostile pack cannot rewrite the author's terminal.
 */
export function shown(value: unknown, max: number = MAX_SHOWN): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const cut = text.length > max ? `${text.slice(0, max).toWellFormed()}…` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (unit) => `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** `records.yaml:41:5` */
export const placeOf = ({ file, line, column }: Place) => `${file}:${line}:${column}`;

/**
 * `hur-12000: "made" is not an EDTF date ("24 Oct 2024"). Write 2024-10-24`, safe to print: ids and
 * keys are the pack's own text too.
 */
export function wordsOf({ record, message, mend }: Problem): string {
  return shown(`${record === null ? '' : `${record}: `}${message}. ${mend}`, Infinity);
}

/** Both on one line. */
export const formatProblem = (problem: Problem) => `${placeOf(problem)}  ${wordsOf(problem)}`;

/** By file, then line, then column; errors before warnings at one place. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.severity < b.severity ? -1 : 1);
}
