/**
 * Declension by classes, for languages whose names and nouns change their endings.
 *
 * A term's word gets a class (how its kind of word declines) and a stem from the way it is written,
 * which is a dictionary form: nominative, singular or plural. A word of a text is a form of it when
 * it is the stem and an ending of that class. Nothing is stemmed beyond the class of the term, so
 * that unlike words do not fall together as they do with a general stemmer.
 */
import { type Inflection, isAllCapitals } from './inflection';

export interface DeclensionClass {
  /** The endings of the class; '-' is the bare stem. */
  readonly endings: string;
  /** Makes stems that alternate alike ("Київ", "Києва"). */
  readonly alternate?: (stem: string) => string;
}

/** Indeclinable, and every word as it stands. */
const AS_WRITTEN = '=';

/** A shorter stem says too little about the word. */
const SHORTEST_STEM = 2;

/** The classes that have an ending, read from its last letter to its first. */
interface Endings {
  readonly longer: Map<number, Endings>;
  readonly classes: [name: string, alternate: DeclensionClass['alternate']][];
}

/** The small letter of a Cyrillic one. */
function lowered(unit: number): number {
  if (unit >= 0x410 && unit <= 0x42f) return unit + 0x20;
  return unit >= 0x400 && unit <= 0x40f ? unit + 0x50 : unit;
}

/**
 * @param script the script of the language, a bit of script.ts
 * @param classes by a one-letter name
 * @param classOf the class of a term's word and how long its written ending is, or null when it does not decline
 */
export function declension(
  script: number,
  classes: Readonly<Record<string, DeclensionClass>>,
  classOf: (word: string) => [name: string, ending: number] | null,
): Inflection {
  const bare: Endings = { longer: new Map(), classes: [] };
  for (const [name, { endings, alternate }] of Object.entries(classes)) {
    for (const ending of endings.split(' ')) {
      let at = bare;
      for (let i = ending === '-' ? -1 : ending.length - 1; i >= 0; i--) {
        const unit = ending.charCodeAt(i);
        const next = at.longer.get(unit) ?? { longer: new Map(), classes: [] };
        at.longer.set(unit, next);
        at = next;
      }
      at.classes.push([name, alternate]);
    }
  }
  return {
    script,
    keyOf({ word, written }) {
      const found = isAllCapitals(written) ? null : classOf(word.toLowerCase());
      if (found === null || word.length - found[1] < SHORTEST_STEM) return AS_WRITTEN + word;
      const [name, ending] = found;
      const stem = word.slice(0, word.length - ending);
      return name + (classes[name]?.alternate?.(stem) ?? stem);
    },
    keysOf(word) {
      const keys = [AS_WRITTEN + word];
      let at: Endings | undefined = bare;
      for (let end = word.length; at !== undefined && end >= SHORTEST_STEM; end--) {
        if (at.classes.length > 0) {
          const stem = word.slice(0, end);
          for (const [name, alternate] of at.classes) {
            keys.push(name + (alternate === undefined ? stem : alternate(stem)));
          }
        }
        at = at.longer.get(lowered(word.charCodeAt(end - 1)));
      }
      return keys;
    },
  };
}
