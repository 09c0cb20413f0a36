/** Numbers written in words, from their atoms. */
import type { Atom, NumberWords } from './atoms';
import type { SentenceWord } from './words';

/** A number in words, or a word that says how large a number is and not which: "tens of thousands". */
export interface SpokenNumber {
  /** How many words it is. */
  readonly words: number;
  /** Null for a vague one. */
  readonly value: number | null;
  /** Of a vague one the number that it is some of: 10,000 for "tens of thousands". */
  readonly magnitude: number | null;
  /** It rounds by what it is: "une centaine". */
  readonly round: boolean;
  /** It is one word that is more often something else. */
  readonly unsure: boolean;
}

/** Words of one number; "three hundred and forty-five million six hundred and seventy-eight thousand nine hundred and one" has 15. */
const LONGEST = 24;
/** Spaces and hyphens may stand between two words of a number. */
const INSIDE = /^[\s\u00ad]*[-‐‑]?[\s\u00ad]*$/;

const multiplies = ({ kind }: Atom) => kind === 'hundred' || kind === 'scale' || kind === 'group';

/** A number as it is being said. */
class Saying {
  /** What is finished, by thousands and the like. */
  private total = 0;
  /** What is below the next scale word. */
  private below = 0;
  private lastScale = Infinity;
  started = false;
  round = false;

  constructor(private readonly language: NumberWords) {}

  get value() {
    return this.total + this.below;
  }

  private hasRoom(value: number, afterAnd: boolean): boolean {
    const { vigesimal, unitsFirst } = this.language;
    const rest = this.below % 100;
    if (rest === 0) return true;
    if (value < 10) {
      // dix-sept
      const afterTen = vigesimal === true && value > 6 && rest === 10;
      return afterTen || (rest >= 20 && rest % 10 === 0 && !unitsFirst);
    }
    if (unitsFirst) return rest < 10 && (value === 10 || (value >= 20 && afterAnd));
    return vigesimal === true && value < 20 && (rest === 60 || rest === 80);
  }

  /** @returns whether the atom belongs to the number; false where another begins */
  add({ kind, value, round }: Atom, afterAnd: boolean): boolean {
    const fits = this.fits(kind, value, afterAnd);
    if (fits) {
      this.started = true;
      this.round ||= round;
    }
    return fits;
  }

  private fits(kind: Atom['kind'], value: number, afterAnd: boolean): boolean {
    switch (kind) {
      case 'article':
        this.below = 1;
        return !this.started;
      case 'small':
        // quatre-vingts
        if (this.language.vigesimal && value === 20 && this.below % 100 === 4) {
          this.below += 76;
          return true;
        }
        if (!this.hasRoom(value, afterAnd)) return false;
        this.below += value;
        return true;
      case 'hundreds':
        if (this.below !== 0) return false;
        this.below = value;
        return true;
      case 'hundred': {
        const times = this.below;
        if (times === 0 && this.started && !this.language.bareHundred) return false;
        if (times >= 100 || (times > 20 && times % 10 === 0)) return false;
        this.below = (times || 1) * value;
        return true;
      }
      case 'scale':
      case 'group': {
        // English says "a thousand"; "million-dollar" counts nothing.
        if (!this.started && !this.language.bareHundred) return false;
        if (value < this.lastScale) {
          this.total += (this.below || 1) * value;
        } else {
          // "hundred thousand million"
          if (this.below !== 0) return false;
          this.total *= value;
        }
        this.below = 0;
        this.lastScale = value;
        return true;
      }
      default:
        return false;
    }
  }
}

/** "thousands", "tens of thousands", "several hundred": from the word at `from` on. */
function readVague(
  words: readonly SentenceWord[],
  from: number,
  atomsAt: (at: number) => readonly Atom[] | null,
): SpokenNumber | null {
  let magnitude = 0;
  let end = from;
  for (let at = from; at < words.length && at < from + LONGEST; at++) {
    if (at > from && !INSIDE.test(words[at]?.gap ?? '')) break;
    const atoms = atomsAt(at) ?? [];
    const found = atoms.find(({ kind }) => kind !== 'and');
    if (!found) {
      if (at === from || atoms.length === 0) break;
      continue;
    }
    if (found.kind === 'some' && at === from) {
      magnitude = 1;
      continue;
    }
    const isVague = found.plural || (magnitude > 0 && multiplies(found));
    if (!isVague) break;
    magnitude = Math.max(magnitude, 1) * found.value;
    end = at + 1;
  }
  if (end === from || magnitude < 10) return null;
  return { words: end - from, value: null, magnitude, round: false, unsure: false };
}

/** Reads the number that begins with a word, in one language; null where none does. */
export function readSpoken(
  words: readonly SentenceWord[],
  from: number,
  language: NumberWords,
): SpokenNumber | null {
  const atomsAt = (at: number, isFirst = at === from): readonly Atom[] | null => {
    const word = words[at];
    if (word === undefined) return null;
    const found = language.atoms.get(word.folded);
    return found ? [found] : (language.compound?.(word.folded, isFirst) ?? null);
  };
  const first = atomsAt(from);
  const digits = words[from]?.value ?? Number.NaN;
  const [opening] = first ?? [];
  if (Number.isNaN(digits) && (!opening || opening.kind === 'and')) {
    // وعشرون: the "and" is part of the word.
    if (first === null || first.length < 2) return null;
  }
  if (opening?.kind === 'some' || opening?.plural) return readVague(words, from, atomsAt);

  const saying = new Saying(language);
  let end = from;
  let halved = false;
  let isArticle = false;
  let afterAnd = false;
  for (let at = from; at < words.length && at < from + LONGEST; at++) {
    const word = words[at] as SentenceWord;
    if (at > from && !INSIDE.test(word.gap)) break;
    if (at === from && !Number.isNaN(digits)) {
      saying.add({ kind: 'hundreds', value: digits, plural: false, round: false }, false);
      // "2 dozen", and not "2024 three".
      if (!atomsAt(at + 1, false)?.some(multiplies)) return null;
      continue;
    }
    const atoms = atomsAt(at, !saying.started);
    if (atoms === null) break;
    let belongs = true;
    for (const atom of atoms) {
      if (atom.kind === 'and') {
        afterAnd = true;
        continue;
      }
      if (atom.kind === 'half') {
        belongs = !saying.started && !halved;
        halved = true;
        continue;
      }
      // Two thousand: a plural is a number behind one.
      belongs = (isArticle ? multiplies(atom) : true) && saying.add(atom, afterAnd);
      if (!belongs) break;
      isArticle = atom.kind === 'article';
      afterAnd = false;
      if (!isArticle) end = at + 1;
    }
    if (!belongs) break;
  }
  const value = halved ? saying.value / 2 : saying.value;
  // "one of them" and "un soldat" count nothing.
  if (end === from || value <= 1 || !Number.isInteger(value)) return null;
  const isOneWord = end === from + 1;
  return {
    words: end - from,
    value,
    magnitude: null,
    round: saying.round,
    unsure: isOneWord && language.unsure.has(words[from]?.folded ?? ''),
  };
}
