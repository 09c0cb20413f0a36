/** What the processes of a run share, as files in one temporary folder. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MentionSource } from '../../../data/mentions/compile';
import type { Corpus } from './corpus';
import type { Alias } from './generator';

/** What stands in the files, by the beginning of their names. */
interface Contents {
  readonly corpus: Corpus;
  readonly aliases: readonly Alias[];
  readonly pack: MentionSource;
}

export type FileOf<K extends keyof Contents> = string & { readonly holds?: K };

/**
 * Reads a file of a run. JSON is also how a page's text comes to the background, so texts are flat
 * strings of one byte a unit where that is enough, as there.
 */
export const readFileOf = <K extends keyof Contents>(file: FileOf<K>): Contents[K] =>
  JSON.parse(readFileSync(file, 'utf8')) as Contents[K];

/** @returns a folder, its `write`, and `remove` for the folder and all in it */
export function temporaryFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-bench-'));
  let count = 0;
  return {
    folder,
    write<K extends keyof Contents>(kind: K, content: Contents[K]): FileOf<K> {
      const file = join(folder, `${kind}-${count++}.json`);
      writeFileSync(file, JSON.stringify(content));
      return file;
    },
    /** A name for a file that a process writes. */
    reserve: (name: string) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
