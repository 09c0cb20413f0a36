/** From one term as an author writes it to the word patterns that it stands for. */
import { classAt, HANGUL, UNSPACED } from './chars';
import { languageIndex } from './inflect/languages';
import { numberTermKey, termKey } from './keys';
import { RuleError } from './rule-error';
import { readWords } from './tokenize';

/** One word of a pattern: a key (see keys.ts), or FIGURE and the least value. */
export type PatternWord = string;
export type Pattern = readonly PatternWord[];

/** Marks a pattern word that stands for any figure; no key begins with it. */
export const FIGURE = '#';

/** How many surfaces one term may stand for. */
const MAX_EXPANSIONS = 256;
/** A shorter beginning would match too much of a language. */
const SHORTEST_PREFIX = 3;
/** A syllable or an ideograph says more than a letter. */
const SHORTEST_PREFIX_SYLLABLES = 2;

/** How a term's words may vary, with what its author left out filled in. */
export interface TermOptions {
  readonly lang: string;
  readonly cased: boolean;
  readonly inflects: boolean;
}

/** Reads alternatives up to `}` or the end; returns them expanded and where reading stopped. */
function alternatives(text: string, from: number, depth: number): [string[], number] {
  const all: string[] = [];
  let current = [''];
  let at = from;
  const grow = (pieces: string[]) => {
    if (current.length * pieces.length > MAX_EXPANSIONS) throw tooMany(text);
    current = current.flatMap((head) => pieces.map((piece) => head + piece));
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '{') {
      const [inner, end] = alternatives(text, at + 1, depth + 1);
      if (text[end] !== '}') {
        throw new RuleError(`"${text}" opens { and does not close it`, 'add the missing }');
      }
      grow(inner);
      at = end + 1;
    } else if (char === '|' && depth > 0) {
      all.push(...current);
      current = [''];
      at++;
    } else if (char === '}' && depth > 0) {
      break;
    } else if (char === '}' || char === '|') {
      throw new RuleError(`"${text}" has ${char} outside of { }`, 'write alternatives as {a|b}');
    } else {
      const next = text.slice(at).search(/[{}|]/);
      const end = next < 0 ? text.length : at + next;
      grow([text.slice(at, end)]);
      at = end;
    }
  }
  all.push(...current);
  if (all.length > MAX_EXPANSIONS) throw tooMany(text);
  return [all, at];
}

function tooMany(text: string): RuleError {
  return new RuleError(
    `"${text}" stands for more than ${MAX_EXPANSIONS} surfaces`,
    'split it into several terms, or into lists combined with near',
  );
}

/**
 * How many surfaces a term stands for, without writing them out. Unbalanced braces are not its matter.
 * @param text a term
 */
export function countSurfaces(text: string): number {
  const sums: number[] = [0];
  const products: number[] = [1];
  for (const char of text) {
    const depth = products.length - 1;
    const product = products[depth] ?? 1;
    if (char === '{') {
      sums.push(0);
      products.push(1);
    } else if (char === '|' && depth > 0) {
      sums[depth] = (sums[depth] ?? 0) + product;
      products[depth] = 1;
    } else if (char === '}' && depth > 0) {
      products.pop();
      products[depth - 1] = (products[depth - 1] ?? 1) * ((sums.pop() ?? 0) + product);
    }
  }
  return products[0] ?? 1;
}

/**
 * Writes out the alternatives of a term.
 * @param text such as "North Korean {troops|soldiers}"
 * @returns each surface once, in order
 * @throws RuleError for unbalanced braces or more than 256 surfaces
 */
export function expand(text: string): string[] {
  if (!/[{}|]/.test(text)) return [text];
  return [...new Set(alternatives(text, 0, 0)[0])];
}

/** Punctuation that a term cannot hold, since no match reaches across it. */
const BARRIER = /[,;:()[\]!?…。，、]/;

/** The figures that stand in a gap between words: `#`. */
function figuresIn(gap: string, surface: string): PatternWord[] {
  const barrier = BARRIER.exec(gap);
  if (barrier !== null) {
    throw new RuleError(
      `"${surface}" has "${barrier[0]}" in it, and no match reaches across that`,
      'make two terms of it and combine them with near',
    );
  }
  return [...gap.matchAll(/#/g)].map(() => `${FIGURE}0`);
}

/**
 * The words of one surface.
 * @param surface one expansion of a term
 * @param options of the term
 * @throws RuleError when it has no word, punctuation inside, or a `*` behind too few letters
 */
export function patternOf(surface: string, options: TermOptions): Pattern {
  const words = readWords(surface);
  const language = languageIndex(options.lang);
  const pattern: PatternWord[] = [];
  let from = 0;
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const value = words.values[i] ?? Number.NaN;
    const gap = surface.slice(from, start);
    from = end;
    const least = gap.endsWith('#') && surface[end] === '+' && !Number.isNaN(value);
    pattern.push(...figuresIn(least ? gap.slice(0, -1) : gap, surface));
    if (least) {
      pattern.push(FIGURE + value);
    } else if (Number.isNaN(value)) {
      const written = surface.slice(start, end);
      const kind = classAt(surface, start);
      const star = surface[end] === '*';
      if (star && kind !== UNSPACED) {
        const shortest = kind === HANGUL ? SHORTEST_PREFIX_SYLLABLES : SHORTEST_PREFIX;
        if (written.length < shortest) {
          throw new RuleError(
            `"${written}*" would match too many words`,
            `put at least ${shortest} letters before the *`,
          );
        }
      }
      pattern.push(
        termKey({
          written,
          flags: words.flags[i] ?? 0,
          last: i === words.count - 1,
          language,
          inflects: options.inflects,
          prefix: star && kind !== UNSPACED,
          cased: options.cased,
        }),
      );
    } else {
      pattern.push(numberTermKey(value));
    }
  }
  pattern.push(...figuresIn(surface.slice(from), surface));
  if (pattern.length === 0) {
    throw new RuleError(`"${surface}" has no word in it`, 'write at least one word, or remove it');
  }
  return pattern;
}
