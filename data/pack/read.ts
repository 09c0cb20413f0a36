/** Packs on a disk (Node). */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../model';
import { type PackFile, type ParsedPack, parsePack } from './parse';
import type { Problem } from './problem';

/** A folder of more is no pack that somebody wrote by hand. */
const MAX_FILES = 1000;

/** A file's text as UTF-8, or why it cannot be had. */
export async function readText(
  path: string,
  maxBytes: number,
): Promise<{ text: string } | { message: string; mend: string }> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      const most = `${maxBytes / 1024 / 1024} MB`;
      return { message: `this file is larger than ${most}`, mend: 'Split it into several' };
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof TypeError) {
      return { message: 'this file is not UTF-8 text', mend: 'Save it as UTF-8' };
    }
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    if (code === 'ENOENT') return { message: 'there is no such file', mend: 'Check the name' };
    if (code === 'EISDIR') return { message: 'this is a folder', mend: 'Name a file' };
    return { message: `this file cannot be read (${code})`, mend: 'Check its permissions' };
  }
}

async function pathsOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .slice(0, MAX_FILES)
    .map((name) => join(path, name));
}

/**
 * Reads a pack: a YAML file, or a folder whose *.yaml and *.yml files (by name, no sub-folders) are its parts.
 * @param path as problems shall name it
 */
export async function readPack(path: string): Promise<ParsedPack> {
  const files: PackFile[] = [];
  const problems: Problem[] = [];
  for (const file of await pathsOf(path)) {
    const read = await readText(file, LIMITS.fileBytes);
    if ('text' in read) files.push({ path: file, text: read.text });
    else problems.push({ severity: 'error', file, line: 1, column: 1, record: null, ...read });
  }
  if (problems.length > 0) {
    const [first] = problems;
    return {
      pack: null,
      problems,
      locate: () => ({ file: first?.file ?? path, line: 1, column: 1 }),
      recordAt: () => null,
    };
  }
  if (files.length === 0) {
    const parsed = parsePack([]);
    return { ...parsed, problems: parsed.problems.map((problem) => ({ ...problem, file: path })) };
  }
  return parsePack(files);
}
