/**
 * The text of a page as a quotation is compared with it: what typesetting and editing change without
 * changing a word is made equal, and every unit knows where it came from.
 *
 * Case, width and ligatures go (NFKD), as do accents, vowel signs and characters that are not seen;
 * each run of white space is one space; quotation marks, apostrophes and dashes are of one kind each.
 */

/** A folded text, or several that follow each other. `units` and `starts` are longer than it. */
export interface Folded {
  /** UTF-16 units. */
  readonly units: Uint16Array;
  /** For each unit: the offset in its text of the one that it was. */
  readonly starts: Uint32Array;
  readonly length: number;
  /** Where each text begins and ends in the fold, half-open; between two a space may stand that is of neither. */
  readonly texts: readonly { readonly from: number; readonly to: number }[];
}

const SPACE = 0x20;

/** What stands in {@link TABLE} for a unit that has no single unit to fold to. */
const UNKNOWN = 0;
const DROPPED = 1;
const EXPANDED = 2;

/** Filled as units are met: a page uses a few hundred, and all 65,536 would take 50 ms. */
const TABLE = new Uint16Array(0x10000);
const EXPANSIONS = new Map<number, readonly number[]>();

const MARKS: readonly [RegExp, string][] = [
  [/[\p{Pd}\u2212]/u, '-'],
  [/['`\u00b4\u2018-\u201b\u2032\u02bb\u02bc]/, "'"],
  [/["\u00ab\u00bb\u201c-\u201f\u2033\u2039\u203a\u300c-\u300f]/, '"'],
];

const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/gu;

function foldedChar(char: string): string {
  if (/\s/.test(char)) return ' ';
  for (const [pattern, one] of MARKS) if (pattern.test(char)) return one;
  const bare = char.normalize('NFKD').toLowerCase().replace(UNSEEN, '');
  // Hangul would come apart into its letters, and one syllable of a page is one of a quotation.
  return /[\u1100-\u11ff]/.test(bare) ? char : bare;
}

function learn(unit: number): number {
  const folded = foldedChar(String.fromCharCode(unit));
  if (folded.length === 1) TABLE[unit] = folded.charCodeAt(0);
  else if (folded === '') TABLE[unit] = DROPPED;
  else {
    TABLE[unit] = EXPANDED;
    EXPANSIONS.set(
      unit,
      Array.from(folded, (char) => char.charCodeAt(0)),
    );
  }
  return TABLE[unit] as number;
}

/** The most units that one unit folds to (U+FDFA, a whole phrase in one character). */
const MOST = 18;

/**
 * So many units are kept of each that a text has, before the rest of it is left out: few units expand, and a text
 * where many do is a joke.
 */
const ROOM = 2;

/** Of scripts that write without spaces, where a line may break inside a word. */
const isUnspaced = (unit: number) => unit >= 0x2e80 && !(unit >= 0xac00 && unit <= 0xd7ff);

/**
 * Folds texts one after the other, each from its first to its last character that is not white space. Between two
 * is a space, as a reader sees one; none between letters that are written without.
 */
export function foldTexts(texts: readonly string[]): Folded {
  const size = texts.reduce((sum, text) => sum + ROOM * text.length + MOST + 1, 0);
  const units = new Uint16Array(size);
  const starts = new Uint32Array(size);
  let length = 0;
  const places = texts.map((text) => {
    const before = length;
    if (before > 0) units[length++] = SPACE;
    let from = length;
    const end = from + ROOM * text.length;
    let last = SPACE;
    for (let at = 0; at < text.length && length < end; at++) {
      const unit = text.charCodeAt(at);
      let folded = TABLE[unit] as number;
      if (folded === UNKNOWN) folded = learn(unit);
      if (folded > EXPANDED) {
        if (folded === SPACE && last === SPACE) continue;
        units[length] = folded;
        starts[length++] = at;
        last = folded;
      } else if (folded === EXPANDED) {
        for (const one of EXPANSIONS.get(unit) ?? []) {
          units[length] = one;
          starts[length++] = at;
          last = one;
        }
      }
    }
    if (length > from && last === SPACE) length--;
    if (length === from) length = from = before;
    else if (
      before > 0 &&
      isUnspaced(units[before - 1] as number) &&
      isUnspaced(units[from] as number)
    ) {
      units.copyWithin(before, from, length);
      starts.copyWithin(before, from, length);
      length--;
      from = before;
    }
    return { from, to: length };
  });
  return { units, starts, length, texts: places };
}

/** @returns the fold of a short text as a string */
export function foldString(text: string): string {
  const folded = foldTexts([text]);
  return stringOf(folded, 0, folded.length);
}

/** @returns the first of the texts that ends after a place of their fold */
export function textAt({ texts }: Folded, at: number): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Units handed to a function at once; engines allow some 100,000. */
const AT_ONCE = 4096;

/** @returns some units of a fold as a string */
export function stringOf({ units }: Folded, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += AT_ONCE) {
    text += String.fromCharCode(...units.subarray(at, Math.min(to, at + AT_ONCE)));
  }
  return text;
}

/**
 * The place in the text of a part of its fold: accents of its last letter belong to it, and no
 * character outside the BMP is cut in two.
 * @returns UTF-16 offsets into the text, half-open
 */
export function placeOf(
  { starts }: Folded,
  text: string,
  from: number,
  to: number,
): readonly [start: number, end: number] {
  let start = starts[from] as number;
  let end = (starts[to - 1] as number) + 1;
  if (isLow(text.charCodeAt(start)) && isHigh(text.charCodeAt(start - 1))) start--;
  if (isLow(text.charCodeAt(end)) && isHigh(text.charCodeAt(end - 1))) end++;
  while (/^\p{M}/u.test(text.charAt(end))) end++;
  return [start, end];
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
