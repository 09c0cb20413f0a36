/** Named lists of terms: resolved once each, whatever rule or list asks for them. */
import type { Term } from '../model';
import { countSurfaces, expand, type FullTerm, type Pattern, patternOf } from './patterns';
import { RuleError } from './rule-error';

/** How many word patterns a pack may hold; the engine is measured to this size and beyond. */
const MAX_PATTERNS = 2_000_000;

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

export interface Lists {
  /** The patterns of a named list, those of the lists it pulls in included, each once. */
  named(name: string): readonly Pattern[];
  /** The patterns of one term. */
  term(term: Term): readonly Pattern[];
}

/**
 * @param terms the pack's named lists
 * @param language the pack's language, for terms that name none
 */
export function openLists(
  terms: Readonly<Record<string, readonly Term[]>>,
  language: string,
): Lists {
  const done = new Map<string, readonly Pattern[]>();
  const open: string[] = [];

  function full(term: Term): FullTerm {
    const options = typeof term === 'string' ? { text: term } : term;
    const { text } = options;
    if (/(?:^|[\s{|])\$/.test(text)) {
      throw new RuleError(
        `"${text}" has a $list inside a term`,
        'a $list stands alone; combine lists with near or all',
      );
    }
    return {
      text,
      lang: options.lang ?? language,
      cased: options.case ?? false,
      inflects: options.forms !== 'exact',
    };
  }

  function patternsOf(term: Term): readonly Pattern[] {
    const complete = full(term);
    return expand(complete.text).map((surface) => patternOf(surface, complete));
  }

  function resolve(name: string): readonly Pattern[] {
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
    const unique = new Map<string, Pattern>();
    list.forEach((term, i) => {
      try {
        const inner = typeof term === 'string' ? listName(term) : null;
        const patterns = inner === null ? patternsOf(term) : resolve(inner);
        for (const pattern of patterns) unique.set(pattern.join('\0'), pattern);
      } catch (error) {
        if (!(error instanceof RuleError) || error.list !== undefined) throw error;
        throw new RuleError(error.message, error.mend, { list: name, path: [i] });
      }
    });
    open.pop();
    const patterns = [...unique.values()];
    done.set(name, patterns);
    return patterns;
  }

  return { named: resolve, term: patternsOf };
}
