/** Forms of a word, as the mention engine has them: "Курске" and "Курск", "soldiers" and "soldier". */
import { LANGUAGES } from '../mentions/inflect/languages';
import { scriptsOf } from '../mentions/inflect/script';

/** Of fewer units nothing is taken off. */
const SHORTEST = 3;
/** A shorter stem is shared by words that have nothing to do with each other; keys begin with their class. */
const SHORTEST_KEY = 4;

/** Units of a language's tag. */
const TAG = 2;

/** @returns keys that forms of one word share, with the place of their language in front */
function keysOf(word: string): string[] {
  const scripts = scriptsOf(word);
  return LANGUAGES.flatMap(([tag, { script, keysOf }]) => {
    if ((script & scripts) === 0) return [];
    const shortest = tag === 'ko' || tag === 'ar' ? SHORTEST_KEY - 2 : SHORTEST_KEY;
    return keysOf(word)
      .filter((key) => key.length >= shortest)
      .map((key) => tag + key);
  });
}

/** Endings are this long at most; words that differ in more are no forms of each other. */
export const LONGEST_ENDING = 4;

export interface Forms {
  /** Beginnings, of which every form has one. */
  readonly beginnings: readonly string[];
  /** Forms have between these many units. */
  readonly shortest: number;
  readonly longest: number;
  has(word: string): boolean;
}

/** What Arabic writes together with the word behind it. */
const ARABIC_FRONTS = ['', 'ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف', 'ك'];
const LONGEST_FRONT = 3;

const LATIN_ENDING = 3;

/** @returns null for words that have no other forms */
export function formsOf(word: string): Forms | null {
  if (word.length < SHORTEST) return null;
  const own = new Set(keysOf(word));
  if (own.size === 0) return null;
  const { length } = word;
  const has = (other: string) => keysOf(other).some((key) => own.has(key));
  if (/[\u0600-\u06ff]/.test(word)) {
    const stems = [...own].map((key) => key.slice(TAG));
    const beginnings = stems.flatMap((stem) => ARABIC_FRONTS.map((front) => front + stem));
    const most = LONGEST_ENDING + LONGEST_FRONT;
    return {
      beginnings: [...new Set(beginnings)],
      shortest: length - most,
      longest: length + most,
      has,
    };
  }
  if (/[\uac00-\ud7a3]/.test(word)) {
    const beginnings = [word.slice(0, Math.max(2, length - 2))];
    return { beginnings, shortest: 2, longest: length + LONGEST_ENDING, has };
  }
  const ending = /[a-z]/.test(word) ? LATIN_ENDING : LONGEST_ENDING;
  const shared = Math.max(length > SHORTEST + 1 ? SHORTEST : SHORTEST - 1, length - ending);
  return {
    beginnings: [word.slice(0, shared)],
    shortest: shared,
    longest: length + ending,
    has: (other) => other.length - sharedUnits(word, other) <= ending && has(other),
  };
}

function sharedUnits(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}
