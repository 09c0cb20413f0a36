/** How the figures of a sentence meet those of a record. */
import type { SentenceFigure } from '../figures/joined';
import { readFigures } from '../figures/read';
import { areAlike, type Unit, unitOfPack } from '../figures/units';
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

/** Texts whose figures are remembered: a card asks again with every sentence. Only texts of records, never of pages. */
const MAX_REMEMBERED = 4000;
const remembered = new Map<string, readonly SentenceFigure[]>();

function figuresOf(text: string): readonly SentenceFigure[] {
  const known = remembered.get(text);
  if (known) return known;
  const figures = readFigures(text);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, figures);
  return figures;
}

/** "Thousands" in a record that gives no figure. */
function hasSameVague(text: string, figure: SentenceFigure): boolean {
  if (figure.magnitude === null) return false;
  return figuresOf(text).some(
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

/**
 * @param text a record's, as it is shown
 * @param same figures that it has
 * @returns where they stand in it, in digits or in words
 */
export function marksOf(text: string, same: readonly SentenceFigure[]): Marks {
  if (same.length === 0) return [];
  const isSame = (figure: SentenceFigure) =>
    same.some(({ value, magnitude }) => figure.value === value && figure.magnitude === magnitude);
  return figuresOf(text)
    .filter(isSame)
    .map(({ start, end }) => [start, end]);
}
