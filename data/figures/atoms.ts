/** What the words are that numbers are made of. The tables of the languages are in `language-*.ts`. */
import { fold } from '../mentions/fold';
import { listed } from './words';

/**
 * - `small`: 1 to 99, and 1.5 (полтора): added where there is room for it;
 * - `hundreds`: 200, 300 … as one word: двести, doscientos, مئتان;
 * - `hundred`: multiplies what is below a hundred before it;
 * - `scale`: thousand, million …: multiplies all before it that is smaller;
 * - `group`: dozen, centaine, десяток: multiplies as a scale does, and makes the figure an approximate one in
 *   languages where that is what it is for;
 * - `article`: "a", "une": only before a word that multiplies;
 * - `half`: of the number behind it;
 * - `some`: several, mehrere: makes a vague number of a word that multiplies behind it;
 * - `and`: may stand between the parts of a number.
 */
export type AtomKind =
  | 'small'
  | 'hundreds'
  | 'hundred'
  | 'scale'
  | 'group'
  | 'article'
  | 'half'
  | 'some'
  | 'and';

export interface Atom {
  readonly kind: AtomKind;
  readonly value: number;
  /** A plural of a word that multiplies: alone it says no number ("thousands"). */
  readonly plural: boolean;
  /** It rounds: "une centaine" is about 100. */
  readonly round: boolean;
}

/** The numbers of a language: what its words are. */
export interface NumberWords {
  readonly atoms: ReadonlyMap<string, Atom>;
  /** Reads a word that is a whole number or several atoms written together, or depends on whether a number goes before it. */
  readonly compound?: (folded: string, isFirst: boolean) => readonly Atom[] | null;
  /** 60 and 80 may be followed by 10 to 19: soixante-dix, quatre-vingt-onze. */
  readonly vigesimal?: boolean;
  /** Units stand before tens: خمسة وعشرون. */
  readonly unitsFirst?: boolean;
  /** "hundred" and the like say 100 by themselves. */
  readonly bareHundred?: boolean;
  /** Words that, alone, are more often something else. */
  readonly unsure: ReadonlySet<string>;
}

export const atom = (
  kind: AtomKind,
  value = 0,
  { plural = false, round = false }: { plural?: boolean; round?: boolean } = {},
): Atom => ({ kind, value, plural, round });

/**
 * A language's table.
 * @param entries kind, value and the words, separated by spaces; a `+` behind the kind makes plurals, a `~` rounds
 */
export function table(entries: readonly (readonly [string, number, string])[]): Map<string, Atom> {
  const atoms = new Map<string, Atom>();
  for (const [kind, value, words] of entries) {
    const options = { plural: kind.includes('+'), round: kind.includes('~') };
    const made = atom(kind.replace(/[+~]/g, '') as AtomKind, value, options);
    for (const word of listed(words)) atoms.set(fold(word), made);
  }
  return atoms;
}

/** Numbers in a row, one word each: from `first` on. */
export const row = (kind: string, first: number, step: number, words: string) =>
  listed(words).map((word, i) => [kind, first + i * step, word.replaceAll('/', ' ')] as const);
