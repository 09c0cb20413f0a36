/** How the figures of a sentence meet those of a record. */
import { readFigures, type SentenceFigure } from '../figures/read';
import { areAlike, type Unit, unitOfPack } from '../figures/units';
import { readFigure } from '../mentions/numbers';
import type { Marks } from '../messages';
import type { Quantity } from '../model';

export interface FigureNaming {
  /** As in {@link NamedRecord.figure} of messages.ts. */
  readonly kind: 'same' | 'other' | null;
  /** What it weighs among others: 0 for none. */
  readonly strength: number;
  /** The sentence's figures that the record has too. */
  readonly same: readonly SentenceFigure[];
}

/** A figure that stands without its noun may count anything; a small one does so too often. */
const LEAST_WITHOUT_UNIT = 100;
const NONE: FigureNaming = { kind: null, strength: 0, same: [] };
const OTHER = 1;
const SAME_PART = 8;
/** "12,000 soldiers expected", where a sentence speaks of soldiers. */
const SAME_NARROWED = 9;
const SAME = 10;

/** Whether a sentence's figure and a record's may be of the same things. */
function mayMean({ value, magnitude, unit }: SentenceFigure, other: Unit): boolean {
  if (unit !== null) return areAlike(unit, other);
  return other.kind !== 'measure' && (value ?? magnitude ?? 0) >= LEAST_WITHOUT_UNIT;
}

const isNarrowed = (unit: string) => /\s/.test(unit.trim());

/** @returns what one figure of the sentence weighs for a record's figure */
function weigh(figure: SentenceFigure, { value, unit, parts = [] }: Quantity): number {
  const own = unitOfPack(unit);
  if (figure.value === value && mayMean(figure, own))
    return isNarrowed(unit) ? SAME_NARROWED : SAME;
  const isPart = (part: (typeof parts)[number]) =>
    figure.value === part.value && mayMean(figure, unitOfPack(part.unit));
  if (parts.some(isPart)) return SAME_PART;
  return mayMean(figure, own) ? OTHER : 0;
}

/** "Thousands" in a record that gives no figure. */
function hasSameVague(text: string, figure: SentenceFigure): boolean {
  if (figure.magnitude === null) return false;
  return readFigures(text).some(
    ({ magnitude, unit }) =>
      magnitude === figure.magnitude &&
      (unit === null || figure.unit === null || areAlike(unit, figure.unit)),
  );
}

/** @returns how a record's figures are named by those of a sentence */
export function figureNaming(
  {
    quantity = [],
    text,
  }: { readonly quantity?: readonly Quantity[] | undefined; readonly text: string },
  figures: readonly SentenceFigure[],
): FigureNaming {
  if (figures.length === 0) return NONE;
  if (quantity.length === 0) {
    const same = figures.filter((figure) => hasSameVague(text, figure));
    return same.length === 0 ? NONE : { kind: 'same', strength: SAME, same };
  }
  let strength = 0;
  const same: SentenceFigure[] = [];
  for (const figure of figures) {
    const weight = Math.max(...quantity.map((one) => weigh(figure, one)));
    if (weight > OTHER) same.push(figure);
    strength = weight > OTHER ? Math.max(strength, 0) + weight : Math.max(strength, weight);
  }
  if (strength === 0) return NONE;
  return { kind: same.length > 0 ? 'same' : 'other', strength, same };
}

/** Where figures may begin that are written in digits. */
const DIGITS = /(?<![\p{L}\p{N}])\p{Nd}/gu;

/**
 * @param text a record's, as it is shown
 * @param same figures that it has
 * @returns where they stand in it, in digits or in words
 */
export function marksOf(text: string, same: readonly SentenceFigure[]): Marks {
  if (same.length === 0) return [];
  const values = new Set(same.map(({ value }) => value));
  const marks: [number, number][] = [];
  // In digits first, which are found a hundred times as fast.
  for (const { index } of text.matchAll(DIGITS)) {
    if (index < (marks.at(-1)?.[1] ?? 0)) continue;
    const figure = readFigure(text, index, () => '');
    if (figure?.counts && values.has(figure.value)) marks.push([index, figure.end]);
  }
  if (marks.length >= values.size) return marks;
  const magnitudes = new Set(same.map(({ magnitude }) => magnitude));
  return readFigures(text)
    .filter(({ value, magnitude }) =>
      value === null ? magnitudes.has(magnitude) : values.has(value),
    )
    .map(({ start, end }) => [start, end]);
}
