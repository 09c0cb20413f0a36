/** The names of an actor as patterns of the mention engine, so that "Києва", "Rutte's", "뤼터는" and "لموسكو" are found as on pages. */
import { fold } from '../mentions/fold';
import { withoutArticle } from '../mentions/inflect/ar';
import { isAllCapitals, isCapitalised } from '../mentions/inflect/inflection';
import { ARABIC, CYRILLIC, HANGUL, scriptsOf } from '../mentions/inflect/script';
import { type Pattern, patternOf } from '../mentions/patterns';
import { RuleError } from '../mentions/rule-error';
import type { Actor } from '../model';

export interface NamePattern {
  readonly pattern: Pattern;
  /** The first letters of every word that the name may begin with, folded; '' where they vary. */
  readonly begins: string;
}

/** Longer abbreviations in capitals are hardly another word in small letters; "UN" is French for "a". */
const LONGEST_CASED = 5;
/** How many first letters inflection leaves alone. */
const BEGINNING = 2;
/** Names that are remembered: a pack of 2,000 actors with ten aliases each. */
const MAX_REMEMBERED = 20_000;

const remembered = new Map<string, readonly NamePattern[]>();

/** The languages whose inflection a name may have; nothing says which it is in. */
function languagesOf(name: string): readonly string[] {
  const scripts = scriptsOf(fold(name));
  if ((scripts & HANGUL) !== 0) return ['ko'];
  if ((scripts & ARABIC) !== 0) return ['ar'];
  if ((scripts & CYRILLIC) !== 0) return ['ru', 'uk'];
  // Names take no ending but "'s"; "ukrainischer Militärgeheimdienst" is no name.
  return isCapitalised(name) ? ['en'] : ['en', 'de', 'fr', 'es'];
}

/** German genitives: Russlands, Selenskyjs. With all that German does to nouns, "Korean" would name Korea. */
const genitive = (name: string) =>
  /\p{Script=Latin}$/u.test(name) && /[^sxzß]$/i.test(name) ? [`${name}s`] : [];

/** How a name begins in every form: not behind an Arabic article. */
export const beginning = (word: string): string => withoutArticle(fold(word)).slice(0, BEGINNING);

function read(name: string): NamePattern[] {
  const cased = isAllCapitals(name) && name.length <= LONGEST_CASED;
  const begins = beginning(name);
  return languagesOf(name).flatMap((lang) => {
    try {
      return [{ pattern: patternOf(name, { lang, cased, inflects: true }), begins }];
    } catch (error) {
      // A name such as "Re: Russia" is no term that the engine can find.
      if (error instanceof RuleError) return [];
      throw error;
    }
  });
}

function patternsOfName(name: string): readonly NamePattern[] {
  const known = remembered.get(name);
  if (known) return known;
  // "Ukraine's military intelligence (HUR)" goes by either.
  const names = [name.replace(/\s*\([^)]*\)/g, ''), ...(name.match(/(?<=\()[^()]+(?=\))/g) ?? [])];
  const patterns = names
    .filter((each) => each.trim() !== '')
    .flatMap((each) => [each, ...genitive(each)].flatMap(read));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(name, patterns);
  return patterns;
}

/** @returns patterns of all names of an actor, in whatever language */
export function patternsOf({ name, aliases }: Actor): NamePattern[] {
  const names = typeof name === 'string' ? [name] : Object.values(name);
  const texts = names.map((each) => (typeof each === 'string' ? each : each.text));
  return [...texts, ...(aliases ?? [])].flatMap(patternsOfName);
}
