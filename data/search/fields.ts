/** What of a record can be searched, and how much each part counts. */
import type { Actor, Entry, LocalText, Source, Topic } from '../model';
import { isRecord } from '../model';

/** Higher is better. Who said it counts more than what about. The order is part of the index format. */
export const WEIGHTS = {
  speaker: 8,
  topic: 6,
  text: 5,
  figure: 5,
  date: 3,
  source: 2,
  kind: 4,
  pack: 1,
} as const;

export type Field = keyof typeof WEIGHTS;

const FIELDS = Object.keys(WEIGHTS) as Field[];

/** A field's bit in a set of fields. */
export const fieldBit = (field: Field): number => 1 << FIELDS.indexOf(field);

export const ALL_FIELDS = 2 ** FIELDS.length - 1;

/** By set of fields, what they count together. */
export const WEIGHT_OF: Uint8Array = Uint8Array.from({ length: ALL_FIELDS + 1 }, (_, set) =>
  FIELDS.reduce((sum, field) => sum + ((set & fieldBit(field)) === 0 ? 0 : WEIGHTS[field]), 0),
);

/** The parts of a pack that records refer to, by id. */
export interface Referred {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** The pack's own name. */
  readonly pack: LocalText;
}

/** @returns the texts in all languages */
export function textsOf(text: LocalText | undefined): string[] {
  if (text === undefined) return [];
  if (typeof text === 'string') return [text];
  return Object.values(text).map((one) => (typeof one === 'string' ? one : one.text));
}

/** @returns what an actor is known by */
export const actorTexts = ({ name, role, aliases }: Actor): string[] => [
  ...textsOf(name),
  ...textsOf(role),
  ...(aliases ?? []),
];

export const sourceTexts = ({ publisher, title }: Source): string[] =>
  [publisher, title].filter((text) => text !== undefined);

/** @returns figures with their units, parts included */
export const figureTexts = (entry: Entry): string[] =>
  isRecord(entry)
    ? (entry.quantity ?? [])
        .flatMap((quantity) => [quantity, ...(quantity.parts ?? [])])
        .map(({ value, unit }) => `${value} ${unit}`)
    : [];

/** @returns every date of a record that finds it */
export const datesOf = (entry: Entry): string[] =>
  isRecord(entry) ? [entry.made, entry.when].filter((date) => date !== undefined) : [];
