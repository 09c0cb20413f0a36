/** The names of an actor as patterns of the mention engine, so that "Києва", "Rutte's", "뤼터는" and "لموسكو" are found as on pages. */
import { fold } from '../mentions/fold';
import { withoutArticle } from '../mentions/inflect/ar';
import { isAllCapitals, isCapitalised } from '../mentions/inflect/inflection';
import { ARABIC, CYRILLIC, HANGUL, scriptsOf } from '../mentions/inflect/script';
import { type Pattern, patternOf } from '../mentions/patterns';
import { RuleError } from '../mentions/rule-error';
import type { Actor } from '../model';

/** A name of an actor, told by its beginning until somebody needs more. */
export interface Name {
  /** The first letters, one or two, of every word that the name may begin with; folded. */
  readonly begins: string;
  readonly patterns: () => readonly Pattern[];
}

/** Longer abbreviations in capitals are hardly another word in small letters; "UN" is French for "a". */
const LONGEST_CASED = 5;
/** How many first letters inflection leaves alone. */
const BEGINNING = 2;
/** Names that are remembered: more than the speakers of a large pack have, some MB. */
const MAX_REMEMBERED = 50_000;

const remembered = new Map<string, readonly Name[]>();

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

/** How a word begins in every form: not behind an Arabic article. */
export const beginning = (word: string): string => withoutArticle(fold(word)).slice(0, BEGINNING);

/** UTF-16 units of a name that are looked at for its beginning. */
const LONGEST_BEGINNING = 12;

/** How every word begins that a name may begin with; particles follow a Korean syllable at once. */
function beginningOf(name: string): string {
  const [first = ''] = fold(name.slice(0, LONGEST_BEGINNING)).split(/[^\p{L}\p{N}\p{M}]/u);
  const begins = beginning(first);
  return /^[가-힣]/.test(begins) ? begins.slice(0, 1) : begins;
}

function read(name: string): Pattern[] {
  const cased = isAllCapitals(name) && name.length <= LONGEST_CASED;
  return languagesOf(name).flatMap((lang) => {
    try {
      return [patternOf(name, { lang, cased, inflects: true })];
    } catch (error) {
      // A name such as "Re: Russia" is no term that the engine can find.
      if (error instanceof RuleError) return [];
      throw error;
    }
  });
}

function nameOf(text: string): Name {
  let patterns: readonly Pattern[] | null = null;
  return {
    begins: beginningOf(text),
    patterns: () => (patterns ??= [text, ...genitive(text)].flatMap(read)),
  };
}

function namesOfText(text: string): readonly Name[] {
  const known = remembered.get(text);
  if (known) return known;
  // "Ukraine's military intelligence (HUR)" goes by either.
  const parts = [text.replace(/\s*\([^)]*\)/g, ''), ...(text.match(/(?<=\()[^()]+(?=\))/g) ?? [])];
  const names = parts.filter((each) => each.trim() !== '').map(nameOf);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, names);
  return names;
}

/** @returns all names of an actor, in whatever language */
export function namesOf({ name, aliases = [] }: Actor): Name[] {
  const names = typeof name === 'string' ? [name] : Object.values(name);
  const texts = names.map((each) => (typeof each === 'string' ? each : each.text));
  return [...texts, ...aliases].flatMap(namesOfText);
}
