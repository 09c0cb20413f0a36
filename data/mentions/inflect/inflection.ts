/** How one language lets the words of a term vary. */

/** A word of a term, as its author wrote it. */
export interface TermWord {
  /** Folded, or folded except for case. */
  readonly word: string;
  /** As written: capitals tell names and abbreviations from other words. */
  readonly written: string;
  /** It is the last word of its term. */
  readonly last: boolean;
}

/**
 * A language's regular, light inflection. A word of a text is a form of a term's word exactly when
 * `keysOf(word)` has `keyOf(termWord)`; the keys mean nothing outside the language.
 *
 * `keysOf` is asked once for each different word of a page, so it looks at character codes, not patterns.
 */
export interface Inflection {
  /** The script the language is written in, a bit of script.ts; words of others are left alone. */
  readonly script: number;
  keyOf(term: TermWord): string;
  keysOf(word: string): string[];
}

/** @returns whether a word is written like a name */
export function isCapitalised(written: string): boolean {
  const unit = written.charCodeAt(0);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** @returns whether a word is written like an abbreviation: "КНДР", "NATO" */
export function isAllCapitals(written: string): boolean {
  return written.length > 1 && isCapitalised(written) && written === written.toUpperCase();
}

/** @returns whether a word ends so and has at least `before` units in front of that */
export function hasEnding(word: string, ending: string, before: number): boolean {
  const start = word.length - ending.length;
  if (start < before) return false;
  // From the end, where most words differ at once; `endsWith` costs a call each.
  for (let i = ending.length - 1; i >= 0; i--) {
    if (word.charCodeAt(start + i) !== ending.charCodeAt(i)) return false;
  }
  return true;
}
