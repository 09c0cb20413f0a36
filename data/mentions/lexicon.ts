/**
 * The words and patterns of a pack while it is compiled, all as numbers.
 *
 * A gazetteer writes the same few words over and over. A surface met before, in the same role, is
 * found by the hashes that the tokenizer made anyway, so that its key is made once.
 */
import { keyBytes, LONGEST_KEY } from './dictionary';
import { filled, type Growing, growing, push } from './growing';
import { hashText } from './hash';
import { languageIndex } from './inflect/languages';
import { termKey } from './keys';
import { MAX_PATTERNS, type PatternReader } from './lists';
import { patternOf, type TermOptions } from './patterns';
import { RuleError } from './rule-error';
import { scanWords } from './scan';
import { isPlain, type Words } from './words';

export interface Lexicon extends PatternReader<number> {
  /** By number, each once. */
  readonly keys: readonly string[];
  /** The hash of each key. */
  hashes(): Int32Array;
  /** The words of all patterns, and where each pattern begins; one more than patterns. */
  patterns(): { words: Int32Array; starts: Int32Array };
}

/** Only English tells a term's last word from the others. */
const LAST_MATTERS = languageIndex('en');

const ROLE_CASED = 1;
const ROLE_INFLECTS = 2;
const ROLE_LAST = 4;
const ROLE_LANGUAGE = 8;

/** Surfaces met, in a hash table of twice their number or more. */
interface Surfaces {
  /** Number of a surface + 1, or 0. */
  slots: Int32Array;
  count: number;
  hashes: Growing;
  others: Growing;
  roles: Growing;
  words: Growing;
  /** Where each begins in `units`; one more than there are. */
  starts: Growing;
  units: Uint16Array;
}

const slotOf = (hash: number, other: number, role: number, slots: Int32Array) =>
  Math.imul(hash ^ Math.imul(other + role, 0x9e3779b1), 0x85ebca6b) >>>
  Math.clz32(slots.length - 1);

function rehash(surfaces: Surfaces): void {
  const hashes = surfaces.hashes.values;
  const others = surfaces.others.values;
  const roles = surfaces.roles.values;
  const slots = new Int32Array(4 * surfaces.slots.length);
  for (let n = 0; n < surfaces.count; n++) {
    let slot = slotOf(hashes[n] as number, others[n] as number, roles[n] as number, slots);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = n + 1;
  }
  surfaces.slots = slots;
}

export function createLexicon(): Lexicon {
  const keys: string[] = [];
  const keyHashes = growing();
  /** Number of a key + 1, or 0: a hash table of twice as many or more. */
  let keySlots = new Int32Array(2048);
  const words = growing();
  const starts = growing();
  push(starts, 0);
  const surfaces: Surfaces = {
    slots: new Int32Array(2048),
    count: 0,
    hashes: growing(),
    others: growing(),
    roles: growing(),
    words: growing(),
    starts: growing(),
    units: new Uint16Array(8192),
  };
  push(surfaces.starts, 0);

  function growKeySlots(): void {
    keySlots = new Int32Array(4 * keySlots.length);
    for (let word = 0; word < keys.length; word++) {
      let slot = (keyHashes.values[word] as number) & (keySlots.length - 1);
      while (keySlots[slot] !== 0) slot = (slot + 1) & (keySlots.length - 1);
      keySlots[slot] = word + 1;
    }
  }

  function wordOf(key: string): number {
    const hash = hashText(key) | 0;
    let slot = hash & (keySlots.length - 1);
    for (; keySlots[slot] !== 0; slot = (slot + 1) & (keySlots.length - 1)) {
      const word = (keySlots[slot] as number) - 1;
      if (keyHashes.values[word] === hash && keys[word] === key) return word;
    }
    if (key.length > LONGEST_KEY / 3 && keyBytes(key) > LONGEST_KEY) {
      throw new RuleError(
        `the word "${key.slice(1, 20)}…" is too long`,
        `words have at most ${LONGEST_KEY} bytes in UTF-8`,
      );
    }
    keySlots[slot] = keys.push(key);
    push(keyHashes, hash);
    if (2 * keys.length > keySlots.length) growKeySlots();
    return keys.length - 1;
  }

  function endPattern(): number {
    const pattern = starts.length - 1;
    if (pattern >= MAX_PATTERNS) {
      throw new RuleError(
        `with this, the pack's terms stand for more than ${MAX_PATTERNS} surfaces`,
        'remove alternatives, or make two packs of it',
      );
    }
    push(starts, words.length);
    return pattern;
  }

  const languages = new Map<string, number>();
  function languageOf(lang: string): number {
    let language = languages.get(lang);
    if (language === undefined) {
      language = languageIndex(lang);
      languages.set(lang, language);
    }
    return language;
  }

  function isSurface(n: number, { text, starts: from, ends }: Words, w: number): boolean {
    const start = from[w] as number;
    const length = (ends[w] as number) - start;
    const first = surfaces.starts.values[n] as number;
    if ((surfaces.starts.values[n + 1] as number) - first !== length) return false;
    for (let i = 0; i < length; i++) {
      if (surfaces.units[first + i] !== text.charCodeAt(start + i)) return false;
    }
    return true;
  }

  function addSurface(all: Words, w: number, role: number, word: number): void {
    const start = all.starts[w] as number;
    const end = all.ends[w] as number;
    let length = surfaces.starts.values[surfaces.count] as number;
    while (length + end - start > surfaces.units.length) {
      const room = new Uint16Array(2 * surfaces.units.length);
      room.set(surfaces.units);
      surfaces.units = room;
    }
    for (let i = start; i < end; i++) surfaces.units[length++] = all.text.charCodeAt(i);
    push(surfaces.starts, length);
    push(surfaces.hashes, all.hashes[2 * w] as number);
    push(surfaces.others, all.hashes[2 * w + 1] as number);
    push(surfaces.roles, role);
    push(surfaces.words, word);
    surfaces.count++;
  }

  /** The number of a word of a plain term. */
  function plainWord(all: Words, w: number, role: number, options: TermOptions): number {
    const hash = all.hashes[2 * w] as number;
    const other = all.hashes[2 * w + 1] as number;
    const { slots } = surfaces;
    let slot = slotOf(hash, other, role, slots);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const n = (slots[slot] as number) - 1;
      if (
        surfaces.hashes.values[n] === hash &&
        surfaces.others.values[n] === other &&
        surfaces.roles.values[n] === role &&
        isSurface(n, all, w)
      ) {
        return surfaces.words.values[n] as number;
      }
    }
    const word = wordOf(
      termKey({
        written: all.text.slice(all.starts[w], all.ends[w]),
        flags: 0,
        last: (role & ROLE_LAST) !== 0,
        language: languageOf(options.lang),
        inflects: options.inflects,
        prefix: false,
        cased: options.cased,
      }),
    );
    addSurface(all, w, role, word);
    slots[slot] = surfaces.count;
    if (2 * surfaces.count > slots.length) rehash(surfaces);
    return word;
  }

  return {
    keys,
    plain(text, options) {
      const all = scanWords(text);
      if (!isPlain(all)) return null;
      const language = languageOf(options.lang);
      const role =
        (options.cased ? ROLE_CASED : 0) |
        (options.inflects ? ROLE_INFLECTS : 0) |
        ((language + 1) * ROLE_LANGUAGE);
      const { count } = all;
      const last = language === LAST_MATTERS ? ROLE_LAST : 0;
      for (let w = 0; w < count; w++) {
        push(words, plainWord(all, w, w === count - 1 ? role | last : role, options));
      }
      return endPattern();
    },
    read(surface, options) {
      for (const key of patternOf(surface, options)) push(words, wordOf(key));
      return endPattern();
    },
    hashes: () => filled(keyHashes),
    patterns: () => ({ words: filled(words), starts: filled(starts) }),
  };
}
