/** Which records of a topic a sentence of a page names, and in what order that puts them. */
import type { SentenceFigure } from '../figures/joined';
import { readFigures } from '../figures/read';
import { wordsOf } from '../figures/words';
import type { Key, Named, NamedFigure, NamedRecord } from '../messages';
import type { Actor, Quantity } from '../model';
import { namedDays, nearness } from './days';
import { type FigureNaming, figureNaming, marksOf } from './figures';
import { ownersOf } from './owners';
import { type Naming, namedActors } from './speakers';

/** What of a record a sentence may name. */
export interface Nameable {
  readonly key: Key;
  /** Its speakers, as `actors` knows them. */
  readonly by: readonly string[];
  readonly quantity?: readonly Quantity[] | undefined;
  readonly made?: string | undefined;
  readonly when?: string | undefined;
  /** As it is shown: in the reader's language. */
  readonly text: string;
}

const OWN: Readonly<Record<Naming, number>> = { says: 6, named: 5, place: 2 };
const RELATED: Readonly<Record<Naming, number>> = { says: 4, named: 3, place: 1 };
/** From here on the speaker counts as named; below it only a place of the name is. */
const NAMED = 3;

/** How strongly each actor is named, by itself or by whom it belongs to or who belongs to it. */
function strengths(
  named: ReadonlyMap<string, Naming>,
  actors: ReadonlyMap<string, Actor>,
): (id: string) => number {
  const found = new Map<string, number>();
  const raise = (id: string, strength: number) =>
    found.set(id, Math.max(found.get(id) ?? 0, strength));
  for (const [id, naming] of named) {
    raise(id, OWN[naming]);
    // "Budanov said" speaks of what his directorate put on record.
    for (const owner of ownersOf(id, actors)) raise(owner, RELATED[naming]);
  }
  const known = new Map<string, number>();
  return (id) => {
    let strength = known.get(id);
    if (strength === undefined) {
      // "Kyiv says" may be its military intelligence.
      const owners = ownersOf(id, actors).map((owner) => {
        const naming = named.get(owner);
        return naming === undefined ? 0 : RELATED[naming];
      });
      strength = Math.max(found.get(id) ?? 0, ...owners);
      known.set(id, strength);
    }
    return strength;
  };
}

interface Ranked {
  readonly record: Nameable;
  /** 0 to 6 */
  readonly speaker: number;
  readonly figure: FigureNaming;
  /** 0 to 2 */
  readonly day: number;
}

const isNamed = ({ speaker, figure }: Ranked) => speaker >= NAMED || figure.kind !== null;
const kinds = ({ speaker, figure }: Ranked) =>
  Number(speaker >= NAMED) + Number(figure.kind !== null);

/**
 * The order in which records stand that a sentence names. The first difference decides:
 *
 * 1. both the speaker and a figure are named, before one of them;
 * 2. a figure is the same, before another of the same unit, before none; of two with the same, the one that shares
 *    more of the sentence's figures, and its own figure before one of its parts;
 * 3. the speaker says or does something in the sentence, before being named in it at all; by a name of its own, before
 *    that of whom it belongs to or who belongs to it ("Kyiv" for Ukraine's military intelligence); a state that only is
 *    where something happens counts last;
 * 4. the record was made, or happened, on a day that the sentence names, before in a month that it names;
 * 5. as they were given: in order of date.
 *
 * What kind of record it is, a claim or its denial, makes no difference.
 */
function compare(a: Ranked, b: Ranked): number {
  return (
    kinds(b) - kinds(a) ||
    b.figure.strength - a.figure.strength ||
    b.speaker - a.speaker ||
    b.day - a.day
  );
}

/** Figures that count something, and those that are measured as a record's are. */
function shownFigures(
  figures: readonly SentenceFigure[],
  ranked: readonly Ranked[],
): NamedFigure[] {
  const used = new Set(ranked.flatMap(({ figure }) => figure.same));
  return figures.flatMap((figure) => {
    const { text, value, unit } = figure;
    const counts = unit === null || unit.kind !== 'measure' || used.has(figure);
    return value !== null && counts ? [{ text, value }] : [];
  });
}

/**
 * Finds what a sentence names of a topic's records: their speakers, by all names and in any form, and their figures, in
 * digits or in words.
 * @param sentence any text; beyond 4,000 UTF-16 units it is not read
 * @param records in order of date
 * @param actors by the ids that `by` and `of` use: the records' speakers, whom they belong to, and who belongs to them
 */
export function nameIn(
  sentence: string,
  records: readonly Nameable[],
  actors: ReadonlyMap<string, Actor>,
): Named {
  const figures = readFigures(sentence);
  const speaker = strengths(namedActors(sentence, actors), actors);
  const days = namedDays(wordsOf(sentence), sentence);
  const ranked = records
    .map(
      (record): Ranked => ({
        record,
        speaker: Math.max(0, ...record.by.map(speaker)),
        figure: figureNaming(record, figures),
        day: Math.max(nearness(record.made, days), nearness(record.when, days)),
      }),
    )
    .filter(isNamed)
    .sort(compare);
  return {
    figures: shownFigures(figures, ranked),
    records: ranked.map(
      ({ record, speaker, figure }): NamedRecord => ({
        key: record.key,
        speaker: speaker >= NAMED,
        figure: figure.kind,
        marks: marksOf(record.text, figure.same),
      }),
    ),
  };
}
