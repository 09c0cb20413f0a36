/** Turns valibot's issues into problems at a line, in words that an author can act on. */
import type { BaseIssue } from 'valibot';
import { type Merged, recordAt } from './merge';
import { type Path, type Problem, shown } from './problem';

type Issue = BaseIssue<unknown>;

const steps = (issue: Issue): Path => (issue.path ?? []).map(({ key }) => key as string | number);

/**
 * @param merged what was validated
 * @param issues what valibot found wrong with it
 */
export function explain(merged: Merged, issues: readonly Issue[]): Problem[] {
  return issues.map((issue) => {
    const path = steps(issue);
    const missing = issue.type === 'strict_object' && issue.input === undefined;
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    const name = path.at(-1) ?? 'the pack';
    const at = unknown ? merged.locate(path, 'key') : merged.locate(path);
    const base = { severity: 'error' as const, ...at, record: recordAt(merged.value, path) };
    if (unknown)
      return {
        ...base,
        message: `"${name}" is not known here`,
        mend: 'Remove it or mend its name',
      };
    if (missing) return { ...base, message: `"${name}" is missing`, mend: `Add "${name}: …"` };
    const [what = '', ...mend] = issue.message.split('; ');
    return {
      ...base,
      message: `"${name}": ${what} (${shown(issue.input)})`,
      mend: mend.join('; '),
    };
  });
}
