/** Problems of a pack, for people and for programs. */
import { relative } from 'node:path';
import { entriesOf, isRecord } from '../../model';
import type { ParsedPack } from '../parse';
import { type Problem, placeOf, wordsOf } from '../problem';
import type { Terminal } from './command';
import { styleOf } from './style';

/** A path as somebody in this folder would type it. */
export function typed(path: string): string {
  const near = relative('', path);
  return near.length < path.length ? near : path;
}

/** "1 file", "2 files" */
export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Each problem on a line of its own: place, severity, record, what, mend. */
export function problemLines(problems: readonly Problem[], terminal: Terminal): string {
  const style = styleOf(terminal);
  const lines = problems.map((problem) => {
    const place = placeOf({ ...problem, file: typed(problem.file) });
    const word = problem.severity === 'error' ? style.error('error  ') : style.warning('warning');
    return `${style.bold(place)}  ${word}  ${wordsOf(problem)}\n`;
  });
  return lines.join('');
}

/** "2 errors and 1 warning." or "No problems: 10 topics, 84 records." */
export function summary(packs: readonly ParsedPack[], problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (errors + warnings > 0) {
    const parts = [
      ...(errors > 0 ? [count(errors, 'error')] : []),
      ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ];
    return `${parts.join(' and ')}.`;
  }
  const read = packs.flatMap(({ pack }) => pack ?? []);
  const topics = read.reduce((sum, pack) => sum + pack.topics.length, 0);
  const records = read.reduce((sum, pack) => sum + entriesOf(pack).filter(isRecord).length, 0);
  return `No problems: ${count(topics, 'topic')}, ${count(records, 'record')}.`;
}
