/** Named lists of terms: resolved once each, whatever rule or list asks for them. */
import type { Term } from '../model';
import { countSurfaces, expand, type Pattern, patternOf, type TermOptions } from './patterns';
import { RuleError } from './rule-error';

/** How many word patterns a pack may hold; the engine is measured to half of it. */
export const MAX_PATTERNS = 2_000_000;

/** Lists that pull in lists hold their patterns too: this bounds what they come to in all. */
const MAX_LISTED = 2 * MAX_PATTERNS;

/** `$name`, and nothing else. */
const REFERENCE = /^\$([a-z0-9-]+)$/;

/** @returns the list a term or rule refers to, or null when it is a term of its own */
export function listName(text: string): string | null {
  return REFERENCE.exec(text)?.[1] ?? null;
}

/**
 * Refuses lists that stand for too much, before anything is written out.
 * @throws RuleError at the list with which it is too much
 */
export function checkSize(terms: Readonly<Record<string, readonly Term[]>>): void {
  let count = 0;
  for (const [list, all] of Object.entries(terms)) {
    for (const term of all) count += countSurfaces(typeof term === 'string' ? term : term.text);
    if (count > MAX_PATTERNS) {
      throw new RuleError(
        `the pack's terms stand for more than ${MAX_PATTERNS} surfaces`,
        'remove alternatives, or make two packs of it',
        { list },
      );
    }
  }
}

/** What a list holds of each surface of its terms: a pattern, or the number of one. */
export interface PatternReader<P> {
  /** The pattern of a term that is words and nothing else; null when it has to be looked at closely. */
  plain(text: string, options: TermOptions): P | null;
  /** @throws RuleError as {@link patternOf} does */
  read(surface: string, options: TermOptions): P;
}

export interface Lists<P = Pattern> {
  /** The patterns of a named list, those of the lists it pulls in included. */
  named(name: string): readonly P[];
  /** The patterns of one term, added to others. */
  addTerm(term: Term, patterns: P[]): void;
  /** The patterns of one term. */
  term(term: Term): readonly P[];
  /**
   * Counts what a list of a rule holds.
   * @throws RuleError when it is more in all than a pack may ask for
   */
  count(patterns: number): void;
}

const inFull: PatternReader<Pattern> = { plain: () => null, read: patternOf };

/**
 * @param terms the pack's named lists
 * @param language the pack's language, for terms that name none
 */
export function openLists(
  terms: Readonly<Record<string, readonly Term[]>>,
  language: string,
): Lists<Pattern>;
/** @param reader makes what the lists hold */
export function openLists<P>(
  terms: Readonly<Record<string, readonly Term[]>>,
  language: string,
  reader: PatternReader<P>,
): Lists<P>;
export function openLists<P>(
  terms: Readonly<Record<string, readonly Term[]>>,
  language: string,
  reader: PatternReader<P> = inFull as unknown as PatternReader<P>,
): Lists<P> {
  const done = new Map<string, readonly P[]>();
  const open: string[] = [];
  let listed = 0;
  function count(patterns: number): void {
    listed += patterns;
    if (listed <= MAX_LISTED) return;
    throw new RuleError(
      `with this, the pack's lists and rules name more than ${MAX_LISTED} surfaces, those of lists within lists counted anew each time`,
      'name large lists in fewer places, or make two packs of it',
    );
  }
  const usual: TermOptions = { lang: language, cased: false, inflects: true };

  function addTerm(term: Term, patterns: P[]): void {
    const isText = typeof term === 'string';
    const text = isText ? term : term.text;
    const options = isText
      ? usual
      : {
          lang: term.lang ?? language,
          cased: term.case ?? false,
          inflects: term.forms !== 'exact',
        };
    const plain = reader.plain(text, options);
    if (plain !== null) {
      patterns.push(plain);
      return;
    }
    if (/(?:^|[\s{|])\$/.test(text)) {
      throw new RuleError(
        `"${text}" has a $list inside a term`,
        'a $list stands alone; combine lists with near or all',
      );
    }
    for (const surface of expand(text)) patterns.push(reader.read(surface, options));
  }

  function term(one: Term): readonly P[] {
    const patterns: P[] = [];
    addTerm(one, patterns);
    return patterns;
  }

  function resolve(name: string): readonly P[] {
    const known = done.get(name);
    if (known !== undefined) return known;
    const list = Object.hasOwn(terms, name) ? terms[name] : undefined;
    if (list === undefined) {
      const names = Object.keys(terms).slice(0, 12).join(', ') || 'none';
      throw new RuleError(`there is no list $${name}`, `lists of this pack: ${names}`);
    }
    if (open.includes(name)) {
      throw new RuleError(
        `the list $${name} contains itself: ${[...open, name].map((n) => `$${n}`).join(' → ')}`,
        'take one of these out',
        { list: name },
      );
    }
    open.push(name);
    const patterns = new Set<P>();
    list.forEach((one, i) => {
      try {
        const inner = typeof one === 'string' ? listName(one) : null;
        for (const pattern of inner === null ? term(one) : resolve(inner)) patterns.add(pattern);
      } catch (error) {
        if (!(error instanceof RuleError) || error.list !== undefined) throw error;
        throw new RuleError(error.message, error.mend, { list: name, path: [i] });
      }
    });
    open.pop();
    const all = [...patterns];
    try {
      count(all.length);
    } catch (error) {
      const { message, mend } = error as RuleError;
      throw new RuleError(message, mend, { list: name });
    }
    done.set(name, all);
    return all;
  }

  return { named: resolve, addTerm, term, count };
}
