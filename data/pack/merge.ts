/**
 * The files of a pack as one value. Every file is a mapping with the same top-level keys: lists are
 * joined in the order of the files, `terms` is merged, anything else stands in one file only.
 */
import { LIMITS, SECTIONS, type Section } from '../model';
import { type Path, type Place, type Problem, shown } from './problem';
import type { YamlFile } from './yaml';

export interface ReadFile {
  readonly path: string;
  readonly yaml: YamlFile;
}

export interface Merged {
  readonly value: Record<string, unknown>;
  readonly problems: readonly Problem[];
  /** Where a value of the merged pack was written; see {@link YamlFile.offsetOf}. */
  locate(path: Path, on?: 'key' | 'value'): Place;
}

/** Where a top-level key, or an entry of a list, came from. */
interface Origin {
  readonly file: ReadFile;
  readonly path: Path;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeIn(file: ReadFile, path: Path, on: 'key' | 'value' = 'value'): Place {
  return { file: file.path, ...file.yaml.position(file.yaml.offsetOf(path, on)) };
}

/** @param files in the order in which their lists are joined */
export function mergeFiles(files: readonly ReadFile[]): Merged {
  const value: Record<string, unknown> = Object.create(null);
  const origins = new Map<string, Origin>();
  const problems: Problem[] = [];
  const say = (file: ReadFile, path: Path, message: string, mend: string) => {
    const at = placeIn(file, path, 'key');
    problems.push({ severity: 'error', ...at, record: null, message, mend });
  };
  const repeated = (file: ReadFile, path: Path, name: string, first: Origin) => {
    const there = placeIn(first.file, first.path, 'key');
    const message = `"${shown(name)}" stands here and at ${there.file}:${there.line}`;
    say(file, path, message, 'Keep it in one file');
  };
  const claim = (key: string, origin: Origin, name: string): boolean => {
    const first = origins.get(key);
    if (first) repeated(origin.file, origin.path, name, first);
    else origins.set(key, origin);
    return first === undefined;
  };

  for (const file of files) {
    const top = file.yaml.value;
    if (top === undefined || top === null) continue;
    if (!isMapping(top)) {
      say(file, [], 'this file is not a mapping', 'Write "claims:" and the like, then a list each');
      continue;
    }
    for (const [key, part] of Object.entries(top)) {
      const known = value[key];
      if (Object.hasOwn(SECTIONS, key) && Array.isArray(part)) {
        // A list that stands beside something that is no list: the schema says so of the first.
        if (known !== undefined && !Array.isArray(known)) continue;
        const list: unknown[] = known ?? [];
        if (known === undefined) origins.set(key, { file, path: [key] });
        for (const [index, entry] of part.entries()) {
          origins.set(`${key} ${list.length}`, { file, path: [key, index] });
          list.push(entry);
        }
        value[key] = list;
      } else if (key === 'terms' && isMapping(part)) {
        if (known !== undefined && !isMapping(known)) continue;
        const terms = known ?? Object.create(null);
        if (known === undefined) origins.set(key, { file, path: [key] });
        for (const [name, list] of Object.entries(part)) {
          if (claim(`terms ${name}`, { file, path: ['terms', name] }, name)) terms[name] = list;
        }
        value[key] = terms;
      } else if (key === 'terms' && part !== null) {
        say(
          file,
          [key],
          '"terms" is not a mapping',
          'Write a name and a list each: kursk: [Kursk]',
        );
      } else if (Object.hasOwn(SECTIONS, key) || key === 'terms') {
        // `claims:` with nothing after it is a heading that waits for its entries.
        if (part === null) continue;
        origins.set(key, { file, path: [key] });
        value[key] = part;
      } else if (claim(key, { file, path: [key] }, key)) value[key] = part;
    }
  }

  const head = files[0];
  return {
    value,
    problems,
    locate(path, on) {
      const [key, step] = path;
      const nested = step === undefined ? undefined : origins.get(`${key} ${step}`);
      if (nested) return placeIn(nested.file, [...nested.path, ...path.slice(2)], on);
      const origin = key === undefined ? undefined : origins.get(String(key));
      if (origin) return placeIn(origin.file, [...origin.path, ...path.slice(1)], on);
      return head ? placeIn(head, []) : { file: '', line: 1, column: 1 };
    },
  };
}

/** The id of the entry that a path leads into, `$name` in a term list, or null. */
export function recordAt(value: Record<string, unknown>, path: Path): string | null {
  const [key, step] = path;
  if (key === undefined || step === undefined) return null;
  if (key === 'terms') return `$${shown(step, LIMITS.id)}`;
  if (!Object.hasOwn(SECTIONS, key)) return null;
  const section = value[key as Section];
  const entry: unknown = Array.isArray(section) ? section[Number(step)] : undefined;
  return isMapping(entry) && typeof entry.id === 'string' ? shown(entry.id, LIMITS.id) : null;
}
