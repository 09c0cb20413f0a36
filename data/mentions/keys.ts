/**
 * Keys: how a word of a term meets a word of a text.
 *
 * A term's word has one key; a word of a text has several, one for each way in which it may be a
 * form of some term's word. They meet when the key is among them. The first unit of a key names its
 * kind, so that the keys of two languages never meet. Keys are compared as strings, never by hash alone.
 */

import { fold, foldExceptCase } from './fold';
import { withoutArticle, withoutClitics } from './inflect/ar';
import { LANGUAGES } from './inflect/languages';
import { scriptsOf } from './inflect/script';
import { DOTTED } from './words';

const EXACT = 0;
const PREFIX = 1;
/** A prefix behind Arabic clitics. */
const PREFIX_ARABIC = 2;
const FIRST_LANGUAGE = 3;
/** Added for terms whose case must be as written. */
const CASED = 16;

const ARABIC = LANGUAGES.findIndex(([tag]) => tag === 'ar');

/** What a word of a term asks for. */
export interface WordSpec {
  /** As written, without the `*`. */
  readonly written: string;
  /** Its flags from the tokenizer. */
  readonly flags: number;
  readonly last: boolean;
  /** Place in LANGUAGES, or -1. */
  readonly language: number;
  readonly inflects: boolean;
  readonly prefix: boolean;
  readonly cased: boolean;
}

function foldAs(surface: string, flags: number, cased: boolean): string {
  const folded = cased ? foldExceptCase(surface) : fold(surface);
  return (flags & DOTTED) !== 0 && !folded.endsWith('.') ? `${folded}.` : folded;
}

const key = (kind: number, cased: boolean, rest: string) =>
  String.fromCharCode(1 + kind + (cased ? CASED : 0)) + rest;

/**
 * The key of a word of a term.
 * @param spec the word
 */
export function termKey(spec: WordSpec): string {
  const { cased, written } = spec;
  const word = foldAs(written, spec.flags, cased);
  const inflection = LANGUAGES[spec.language]?.[1];
  if (spec.prefix) {
    return spec.language === ARABIC
      ? key(PREFIX_ARABIC, cased, withoutArticle(word))
      : key(PREFIX, cased, word);
  }
  const inflects =
    inflection !== undefined &&
    spec.inflects &&
    (spec.flags & DOTTED) === 0 &&
    (scriptsOf(word) & inflection.script) !== 0;
  if (!inflects) return key(EXACT, cased, word);
  return key(
    FIRST_LANGUAGE + spec.language,
    cased,
    inflection.keyOf({ word, written, last: spec.last }),
  );
}

/** The key of a number, by its value: "12,000" is "12 000". */
export function numberTermKey(value: number): string {
  return key(EXACT, false, String(value));
}

/** Whether a key may be one of {@link numberTermKey}. */
export function isNumberTermKey(entry: string): boolean {
  const digit = entry.charCodeAt(1);
  return entry.charCodeAt(0) === EXACT + 1 && digit >= 0x30 && digit <= 0x39;
}

/** Which kinds of keys an index holds, so that no others are made. */
export interface KeyKinds {
  /** Bit n: kind n is in use. */
  mask: number;
  shortestPrefix: number;
  longestPrefix: number;
}

/**
 * The kinds in use among the keys of an index.
 * @param keys keys from {@link termKey}
 */
export function kindsOf(keys: Iterable<string>): KeyKinds {
  let mask = 0;
  let shortestPrefix = 0xffff;
  let longestPrefix = 0;
  for (const entry of keys) {
    const kind = entry.charCodeAt(0) - 1;
    mask |= 1 << kind;
    if ((kind & 15) === PREFIX || (kind & 15) === PREFIX_ARABIC) {
      shortestPrefix = Math.min(shortestPrefix, entry.length - 1);
      longestPrefix = Math.max(longestPrefix, entry.length - 1);
    }
  }
  return { mask, shortestPrefix, longestPrefix };
}

function addKeys(found: string[], word: string, dotted: boolean, cased: boolean, kinds: KeyKinds) {
  const uses = (kind: number) => (kinds.mask & (1 << (kind + (cased ? CASED : 0)))) !== 0;
  if (uses(EXACT)) found.push(key(EXACT, cased, word));
  const addPrefixes = (kind: number, whole: string) => {
    const longest = Math.min(kinds.longestPrefix, whole.length);
    for (let n = kinds.shortestPrefix; n <= longest; n++) {
      found.push(key(kind, cased, whole.slice(0, n)));
    }
  };
  if (uses(PREFIX)) addPrefixes(PREFIX, word);
  if (uses(PREFIX_ARABIC)) {
    for (const rest of new Set([word, ...withoutClitics(word)])) addPrefixes(PREFIX_ARABIC, rest);
  }
  if (dotted) return;
  const scripts = scriptsOf(word);
  for (let language = 0; language < LANGUAGES.length; language++) {
    const [, inflection] = LANGUAGES[language] as (typeof LANGUAGES)[number];
    const kind = FIRST_LANGUAGE + language;
    if (!uses(kind) || (inflection.script & scripts) === 0) continue;
    for (const form of inflection.keysOf(word)) found.push(key(kind, cased, form));
  }
}

/**
 * The keys of a word of a text.
 * @param surface the word as it stands in the text
 * @param flags its flags from the tokenizer
 * @param kinds the kinds of keys that the index holds
 */
export function textKeys(surface: string, flags: number, kinds: KeyKinds): string[] {
  const found: string[] = [];
  const dotted = (flags & DOTTED) !== 0;
  addKeys(found, foldAs(surface, flags, false), dotted, false, kinds);
  if (kinds.mask >>> CASED !== 0) {
    addKeys(found, foldAs(surface, flags, true), dotted, true, kinds);
  }
  return found;
}
