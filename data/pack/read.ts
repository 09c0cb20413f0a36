/** Packs on a disk (Node). */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { LIMITS } from '../model';
import { type PackFile, type ParsedPack, parsePack } from './parse';
import type { Problem } from './problem';

/** A folder of more is no pack that somebody wrote by hand. */
const MAX_FILES = 1000;

/** A text, or why it cannot be had and what to do. */
export type ReadText =
  | { readonly text: string }
  | { readonly message: string; readonly mend: string };

/**
 * A stream as UTF-8 text without a byte order mark. No more than the cap is read, whatever comes.
 * @throws what the stream throws
 */
export async function readStream(stream: Readable, maxBytes: number): Promise<ReadText> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      const most = `${maxBytes / 1024 / 1024} MB`;
      return { message: `this file is larger than ${most}`, mend: 'Split it into several' };
    }
    chunks.push(chunk);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { message: 'this file is not UTF-8 text', mend: 'Save it as UTF-8' };
  }
}

/** A file's text; see {@link readStream}. */
export async function readText(path: string, maxBytes: number): Promise<ReadText> {
  try {
    return await readStream(createReadStream(path), maxBytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    if (code === 'ENOENT') return { message: 'there is no such file', mend: 'Check the name' };
    if (code === 'EISDIR') return { message: 'this is a folder', mend: 'Name a file in it' };
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
    .map((name) => join(path, name));
}

/**
 * Reads a pack: a YAML file, or a folder whose *.yaml and *.yml files (by name, no sub-folders) are its parts.
 * @param path as problems shall name it
 * @param progress for a bar that grows with every file
 */
export async function readPack(
  path: string,
  progress: (label: string, total: number) => () => void = () => () => {},
): Promise<ParsedPack> {
  const files: PackFile[] = [];
  const problems: Problem[] = [];
  const say = (file: string, said: { message: string; mend: string }) =>
    problems.push({ severity: 'error', file, line: 1, column: 1, record: null, ...said });
  const paths = await pathsOf(path);
  if (paths.length > MAX_FILES) {
    const message = `this folder holds more than ${MAX_FILES} YAML files`;
    say(path, { message, mend: 'Put several together' });
  }
  for (const file of problems.length > 0 ? [] : paths) {
    const read = await readText(file, LIMITS.fileBytes);
    if ('text' in read) files.push({ path: file, text: read.text });
    else say(file, read);
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
  return parsePack(files, progress('Reading the pack', files.length));
}
