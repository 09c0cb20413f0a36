/** From the records of a view to what a sentence may name of them. */
import type { Named, RecordView } from '../messages';
import { type Actor, isRecord } from '../model';
import { type Nameable, nameIn } from '../named/name-in';
import type { PlacedEntry } from './entries';
import { keyOf } from './scene';
import type { PackRow } from './schema';

/** A record as it is stored and as it is shown. */
export interface ShownEntry extends PlacedEntry {
  readonly pack: PackRow;
  readonly view: RecordView;
}

/** The actors around the records, by keys, since several packs may call different people by one id. */
function actorsAround(shown: readonly ShownEntry[]): ReadonlyMap<string, Actor> {
  const actors = new Map<string, Actor>();
  const done = new Set<object>();
  for (const { pack, surroundings } of shown) {
    if (done.has(surroundings)) continue;
    done.add(surroundings);
    for (const [id, actor] of surroundings.actors) {
      const { of, ...own } = actor;
      actors.set(keyOf(pack, id), of === undefined ? own : { ...own, of: keyOf(pack, of) });
    }
  }
  return actors;
}

/**
 * @param sentence of a page
 * @param shown in order of date
 * @returns what the sentence names of the records
 */
export function nameRecords(sentence: string, shown: readonly ShownEntry[]): Named {
  const records = shown.flatMap(({ entry, pack, view }): Nameable[] =>
    isRecord(entry)
      ? [
          {
            key: view.key,
            by: (entry.by ?? []).map((id) => keyOf(pack, id)),
            quantity: entry.quantity,
            made: entry.made,
            when: entry.when,
            text: view.text.text,
          },
        ]
      : [],
  );
  return nameIn(sentence, records, actorsAround(shown));
}
