/** Turns valibot's issues into problems at a line, in words that an author can act on. */
import * as v from 'valibot';
import { isDate } from '../dates';
import { STATEMENT_FORMS } from '../model';
import { dateHint } from './date-hint';
import { type Merged, recordAt } from './merge';
import { type Path, type Problem, shown } from './problem';
import { keysAt } from './schema-keys';
import { closest } from './suggest';

type Issue = v.BaseIssue<unknown>;

/** More than anybody reads in one go; a file of another kind altogether gives a million. */
const MAX_PROBLEMS = 500;
/** valibot names one unknown key an object; each round takes those away and looks again. */
const MAX_ROUNDS = 8;

function orList(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** How to write what is missing. */
const EXAMPLES: Readonly<Record<string, string>> = {
  pack: 'pack: a-short-name',
  id: 'id: a-short-name-of-its-own',
  name: 'name: …',
  text: 'text: …',
  language: 'language: en',
  licence: 'licence: CC-BY-4.0',
  publisher: 'publisher: {name: …}',
  about: 'about: [id-of-a-topic]',
  by: 'by: [id-of-an-actor]',
  sources: 'sources: [{source: id-of-a-source}]',
  source: 'source: id-of-a-source',
  form: `form: ${orList(STATEMENT_FORMS)}`,
  withdrawn: 'withdrawn: 2024-10-24',
  reason: 'reason: …',
  exact: 'exact: the words of the source',
  value: 'value: 12000',
  unit: 'unit: soldiers',
};

interface Words {
  readonly message: string;
  readonly mend: string;
}

const pathOf = (issue: Issue): (string | number)[] =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

const isUnknownKey = (issue: Issue) => issue.type === 'strict_object' && issue.expected === 'never';

const isMissingKey = (issue: Issue) =>
  issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key' && !isUnknownKey(issue);

/** What a path leads to, as the subject of a sentence. */
function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the pack';
  if (typeof last === 'string') return `"${shown(last)}"`;
  const owner = path.findLast((step) => typeof step === 'string');
  return `entry ${last + 1} of "${shown(owner)}"`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'boolean') return 'yes or no';
  return typeof value === 'number' ? 'a number' : 'text';
}

/** The mistakes that every schema shares: one kind of value where another belongs. */
function wrongKind({ type, input, expected }: Issue, keys: () => string[]): Words | null {
  if (type === 'union') return null;
  const what = kindOf(input);
  const simple = typeof input === 'object' ? '' : shown(input);
  if (expected === 'string') {
    const mend =
      what === 'a list'
        ? 'Write one text, without brackets or "- "'
        : what === 'a mapping'
          ? 'Put text that contains ": " in quotes'
          : `Put it in quotes: "${simple}"`;
    return { message: `is ${what}, not text`, mend };
  }
  if (expected === 'Array') {
    const mend =
      what === 'a mapping'
        ? 'Make it a list: begin each entry with "- "'
        : simple.length < 40
          ? `Write [${simple}]`
          : 'Begin each entry with "- "';
    return { message: `is ${what}, not a list`, mend };
  }
  if (expected === 'Object') {
    const [first] = keys();
    const inline = simple !== '' && simple.length < 40 && first !== undefined;
    const mend = inline ? `Write {${first}: ${simple}}` : knownHere(keys());
    return { message: `is ${what}, not a mapping`, mend };
  }
  if (expected === 'boolean') {
    return { message: `is neither true nor false (${quoted(input)})`, mend: 'Write true or false' };
  }
  return null;
}

const knownHere = (keys: readonly string[]) =>
  keys.length > 0 ? `Known here: ${keys.join(', ')}` : 'Write a name and a value: {name: …}';

function choice(issue: Issue): Words | null {
  if (issue.type !== 'picklist' || !issue.expected) return null;
  const options = [...issue.expected.matchAll(/"([^"]*)"/g)].flatMap(([, option]) => option ?? []);
  return {
    message: `is not known here (${quoted(issue.input)})`,
    // All of them: the one most alike in letters ("prediction", "provision") need not be the one meant.
    mend: `Write one of ${options.join(', ')}`,
  };
}

const quoted = (value: unknown) => (typeof value === 'string' ? `"${shown(value)}"` : shown(value));

function unknownKey(name: string, keys: readonly string[]): Words {
  const near = closest(name, keys);
  return {
    message: `"${shown(name)}" is not known here`,
    mend: near ? `Did you mean "${near}"?` : knownHere(keys),
  };
}

function missingKey(name: string, keys: readonly string[]): Words {
  const translation = name === 'by' && !keys.includes('about');
  const example = translation ? 'by: who translated it' : (EXAMPLES[name] ?? `${name}: …`);
  return { message: `"${name}" is missing`, mend: `Add ${example}` };
}

/**
 * Word processors put “ ” around a text; what YAML makes of it, at its first comma or colon, is a name
 * that nobody wrote. No name of a pack holds them.
 */
const CURLY_QUOTE = /["“”„‟«»]/;
const CURLY_QUOTES: Words = {
  message: '“ and ” are no quotes to YAML',
  mend: 'Write straight ones (")',
};

/** A list passes for an object in JavaScript; its issues would speak of keys. */
function listForMapping(issue: Issue, keys: () => string[]): Words | null {
  const aboutKeys = isUnknownKey(issue) || isMissingKey(issue);
  if (!aboutKeys || !Array.isArray(issue.path?.at(-1)?.input)) return null;
  return { message: 'is a list, not a mapping', mend: knownHere(keys()) };
}

function explainOne(merged: Merged, schema: v.GenericSchema, issue: Issue): Problem {
  const path = pathOf(issue);
  const owner = path.slice(0, -1);
  const name = String(path.at(-1) ?? '');
  const keysOf = (at: Path) => () => keysAt(schema, merged.value, at);
  const problem = (at: Path, on: 'key' | 'value', said: Words): Problem => ({
    severity: 'error',
    ...merged.locate(at, on),
    record: recordAt(merged.value, at),
    ...said,
  });
  const about = (at: Path, said: Words) => ({ ...said, message: `${subject(at)} ${said.message}` });

  if (CURLY_QUOTE.test(name)) return problem(path, 'key', CURLY_QUOTES);
  const list = listForMapping(issue, keysOf(owner));
  if (list) return problem(owner, 'value', about(owner, list));
  if (isUnknownKey(issue)) return problem(path, 'key', unknownKey(name, keysOf(owner)()));
  if (isMissingKey(issue)) return problem(owner, 'value', missingKey(name, keysOf(owner)()));
  if (issue.input === null) {
    const mend =
      typeof path.at(-1) === 'number'
        ? 'Write it; text that begins with # must be in quotes'
        : 'Write it, or remove the line';
    return problem(path, 'value', about(path, { message: 'is empty', mend }));
  }
  const on = issue.path?.at(-1)?.origin === 'key' ? 'key' : 'value';
  const general = choice(issue) ?? wrongKind(issue, keysOf(path));
  if (general) return problem(path, on, about(path, general));
  return problem(path, on, about(path, ownWords(issue)));
}

/** "predicate; mend", as data/model.ts words them, with the value itself where it helps. */
function ownWords({ message, input }: Issue): Words {
  const [what = '', mend = ''] = message.split('; ', 2);
  const evident = typeof input === 'object' || what.startsWith('is empty');
  const hint = what.includes('date') && typeof input === 'string' ? dateHint(input) : null;
  return {
    message: evident ? what : `${what} (${quoted(input)})`,
    mend: hint !== null && isDate(hint) ? `Write ${hint}` : mend,
  };
}

/**
 * What keeps a value from being a pack.
 * @param merged the files' value; unknown keys are removed from it on the way
 */
export function validate(
  merged: Merged,
  schema: v.GenericSchema,
): { problems: Problem[]; output: unknown } {
  const problems: Problem[] = [];
  // "langauge" explains why "language" is missing, and "al" why a rule has no "all".
  const explained = new Set<string>();
  const place = (path: Path) => path.join(' ');
  for (let round = 0; ; round++) {
    const result = v.safeParse(schema, merged.value);
    const issues: readonly Issue[] = result.issues ?? [];
    const unknown = issues.filter(isUnknownKey);
    const told = unknown.length > 0 && round < MAX_ROUNDS ? unknown : issues;
    for (const issue of told.slice(0, MAX_PROBLEMS - problems.length)) {
      const path = pathOf(issue);
      if (isUnknownKey(issue)) {
        const owner = path.slice(0, -1);
        const near = closest(String(path.at(-1)), keysAt(schema, merged.value, owner));
        explained.add(place(owner)).add(place([...owner, near ?? '']));
      } else if (explained.has(place(path))) continue;
      problems.push(explainOne(merged, schema, issue));
    }
    if (told === issues) return { problems, output: result.success ? result.output : undefined };
    for (const issue of unknown) {
      const { input, key } = issue.path?.at(-1) ?? {};
      if (typeof input === 'object' && input !== null) Reflect.deleteProperty(input, String(key));
    }
  }
}
