/** What records are shown with. */
import type { Key } from '../messages';
import type { ReaderLanguage } from './language';
import type { PackRow, SeenRow } from './schema';
import type { Surroundings } from './surroundings';
import type { Topic } from './topic-table';

/** All that a record is shown with. */
export interface Scene {
  readonly pack: PackRow;
  /** At least those that the record is about, by id. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** Of the record's own bucket. */
  readonly surroundings: Surroundings;
  readonly language: ReaderLanguage;
  readonly asking: SceneAsking;
}

/** Who the record is shown to. */
export interface SceneAsking {
  /** The addresses by which the page may be a source, see `addressesOf`. */
  readonly page: readonly string[];
  /** The records of its topic as they were seen before; empty where that is not remembered. */
  readonly seen: readonly SeenRow[];
}

/** @param id of an entry, as entries of the pack name it: without a pack where it is of the same */
export const keyOf = (pack: PackRow, id: string): Key =>
  id.includes('#') ? id : `${pack.id}#${id}`;
