/** What every check of the linter is given. */
import {
  type Entry,
  isRecord,
  type Pack,
  type RecordEntry,
  SECTIONS,
  type Section,
} from '../../model';
import type { Path, Problem } from '../problem';

export interface PlacedEntry {
  readonly entry: Entry;
  readonly section: Section;
  /** `['claims', 3]` */
  readonly path: Path;
}

export interface PlacedRecord extends PlacedEntry {
  readonly entry: RecordEntry;
}

export interface LintContext {
  readonly pack: Pack;
  readonly entries: readonly PlacedEntry[];
  readonly records: readonly PlacedRecord[];
  /** The first entry of each id. */
  readonly byId: ReadonlyMap<string, PlacedEntry>;
  /** The day the linter runs, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** Reports a problem at a value of the pack. */
  say(severity: Problem['severity'], path: Path, message: string, mend: string): void;
}

/** One concern of the linter: looks at the pack and reports through `say`. */
export type Check = (context: LintContext) => void;

/** All entries of a pack with where they stand. */
export function placedEntries(pack: Pack): PlacedEntry[] {
  return (Object.keys(SECTIONS) as Section[]).flatMap((section) =>
    pack[section].map((entry, index) => ({
      entry: { kind: SECTIONS[section], ...entry } as Entry,
      section,
      path: [section, index],
    })),
  );
}

/** Whether a placed entry is a claim, denial, statement or event. */
export function isPlacedRecord(placed: PlacedEntry): placed is PlacedRecord {
  return isRecord(placed.entry);
}
