/** A pack as authors write it: YAML text in, a checked pack or a list of what to mend out. */
import { type Pack, packSchema } from '../model';
import { validate } from './explain';
import { mergeFiles, type ReadFile, recordAt } from './merge';
import { byPlace, formatProblem, type Path, type Place, type Problem } from './problem';
import { readYaml } from './yaml';

/** One authored file. */
export interface PackFile {
  /** As problems name it: relative to where the author works. */
  readonly path: string;
  readonly text: string;
}

export interface ParsedPack {
  /** Null when there is any error. */
  readonly pack: Pack | null;
  /** In the order of the files and lines. */
  readonly problems: readonly Problem[];
  /**
   * Where a value of the pack was written (with `on: 'key'`: its name), or the nearest thing above it.
   * A path leads from the top of the pack: `['claims', 3, 'made']`.
   */
  locate(path: Path, on?: 'key' | 'value'): Place;
  /** The id of the entry that a path leads into, `$name` in a term list, or null. */
  recordAt(path: Path): string | null;
}

const fail = (problems: readonly Problem[]): ParsedPack => ({
  pack: null,
  problems,
  locate: () => ({ file: problems[0]?.file ?? '', line: 1, column: 1 }),
  recordAt: () => null,
});

/**
 * Reads and validates a pack: one file, or the files of a folder.
 * Semantic checks that a valid pack may still fail are `lint`'s.
 * @param files in the order in which their lists are joined; any text, however hostile
 * @param tick called when a file was read, for a progress bar
 * @returns the pack, or the errors that keep it from being one; never throws
 */
export function parsePack(files: readonly PackFile[], tick: () => void = () => {}): ParsedPack {
  if (files.length === 0) {
    return fail([
      {
        severity: 'error',
        file: '',
        line: 1,
        column: 1,
        record: null,
        message: 'there is no pack here',
        mend: 'Name a .yaml file, or a folder that holds some',
      },
    ]);
  }
  const read: ReadFile[] = files.map(({ path, text }) => {
    const yaml = readYaml(text.replace(/^\ufeff/, ''));
    tick();
    return { path, yaml };
  });
  const syntax: Problem[] = read.flatMap(({ path, yaml }) =>
    yaml.problems.map(({ offset, message, mend }) => ({
      severity: 'error' as const,
      file: path,
      ...yaml.position(offset),
      record: null,
      message,
      mend,
    })),
  );
  // What stands in an unreadable file would all be reported as missing.
  if (read.some(({ yaml }) => yaml.value === undefined)) return fail(syntax);

  const merged = mergeFiles(read);
  const { problems, output } = validate(merged, packSchema);
  const found = distinct([...syntax, ...merged.problems, ...problems]).sort(byPlace);
  return {
    pack: found.length === 0 ? (output as Pack) : null,
    problems: found,
    locate: merged.locate,
    recordAt: (path) => recordAt(merged.value, path),
  };
}

/** One mistake may break several rules of the schema and be told the same way for each. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}
