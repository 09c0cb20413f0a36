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
  /** The endings of the class; '' is the bare stem. */
  readonly endings: string;
  /** Makes stems that alternate alike ("Київ", "Києва"). */
  readonly alternate?: (stem: string) => string;
}

/** Indeclinable, and every word as it stands. */
const AS_WRITTEN = '=';

/** A shorter stem says too little about the word. */
const SHORTEST_STEM = 2;

/**
 * @param script the script of the language
 * @param classes by a one-letter name
 * @param classOf the class of a term's word and how long its written ending is, or null when it does not decline
 */
export function declension(
  script: RegExp,
  classes: Readonly<Record<string, DeclensionClass>>,
  classOf: (word: string) => [name: string, ending: number] | null,
): Inflection {
  const byEnding = new Map<string, string[]>();
  let longest = 0;
  for (const [name, { endings }] of Object.entries(classes)) {
    for (const ending of endings.split(' ')) {
      const bare = ending === '-' ? '' : ending;
      longest = Math.max(longest, bare.length);
      byEnding.set(bare, [...(byEnding.get(bare) ?? []), name]);
    }
  }
  const key = (name: string, stem: string) => name + (classes[name]?.alternate?.(stem) ?? stem);
  return {
    script,
    keyOf({ word, written }) {
      const found = isAllCapitals(written) ? null : classOf(word.toLowerCase());
      if (found === null || word.length - found[1] < SHORTEST_STEM) return AS_WRITTEN + word;
      return key(found[0], word.slice(0, word.length - found[1]));
    },
    keysOf(word) {
      const keys = [AS_WRITTEN + word];
      for (let n = 0; n <= longest && word.length - n >= SHORTEST_STEM; n++) {
        const stem = word.slice(0, word.length - n);
        const ending = word.slice(word.length - n).toLowerCase();
        for (const name of byEnding.get(ending) ?? []) keys.push(key(name, stem));
      }
      return keys;
    },
  };
}
