/**
 * The words and patterns of a pack while it is compiled, all as numbers.
 *
 * A gazetteer writes the same few words over and over. A surface met before, in the same role, is
 * found by the hashes that the tokenizer made anyway, so that its key is made once.
 */
import { keyBytes, LONGEST_KEY } from './dictionary';
import { filled, growing, push } from './growing';
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
  /** What there is of each lies together: two hashes, role, word, and where it ends in `units`. */
  rows: Int32Array;
  units: Uint16Array;
}

const ROW = 5;
const OTHER = 1;
const ROLE = 2;
const WORD = 3;
const END = 4;

const slotOf = (hash: number, other: number, role: number, slots: Int32Array) =>
  Math.imul(hash ^ Math.imul(other + role, 0x9e3779b1), 0x85ebca6b) >>>
  Math.clz32(slots.length - 1);

function rehash(surfaces: Surfaces): void {
  const { rows, count } = surfaces;
  const slots = new Int32Array(4 * surfaces.slots.length);
  for (let n = 0, row = 0; n < count; n++, row += ROW) {
    const role = rows[row + ROLE] as number;
    let slot = slotOf(rows[row] as number, rows[row + OTHER] as number, role, slots);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = n + 1;
  }
  surfaces.slots = slots;
}

/** Where a surface begins in `units`: where the one before ends. */
const beginOf = ({ rows }: Surfaces, n: number): number =>
  n === 0 ? 0 : (rows[(n - 1) * ROW + END] as number);

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
    rows: new Int32Array(1024 * ROW),
    units: new Uint16Array(8192),
  };

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
    const { units } = surfaces;
    const start = from[w] as number;
    const length = (ends[w] as number) - start;
    const first = beginOf(surfaces, n);
    if ((surfaces.rows[n * ROW + END] as number) - first !== length) return false;
    for (let i = 0; i < length; i++) {
      if (units[first + i] !== String.prototype.charCodeAt.call(text, start + i)) return false;
    }
    return true;
  }

  function addSurface(all: Words, w: number, role: number, word: number): void {
    const start = all.starts[w] as number;
    const end = all.ends[w] as number;
    let length = beginOf(surfaces, surfaces.count);
    if (length + end - start > surfaces.units.length) {
      const room = new Uint16Array(2 * surfaces.units.length + end - start);
      room.set(surfaces.units);
      surfaces.units = room;
    }
    const row = surfaces.count * ROW;
    if (row === surfaces.rows.length) {
      const room = new Int32Array(2 * row);
      room.set(surfaces.rows);
      surfaces.rows = room;
    }
    const { units, rows } = surfaces;
    for (let i = start; i < end; i++) {
      units[length++] = String.prototype.charCodeAt.call(all.text, i);
    }
    rows[row] = all.hashes[2 * w] as number;
    rows[row + OTHER] = all.hashes[2 * w + 1] as number;
    rows[row + ROLE] = role;
    rows[row + WORD] = word;
    rows[row + END] = length;
    surfaces.count++;
  }

  /** The number of a word of a plain term. */
  function plainWord(all: Words, w: number, role: number, options: TermOptions): number {
    const hash = all.hashes[2 * w] as number;
    const other = all.hashes[2 * w + 1] as number;
    const { slots, rows } = surfaces;
    let slot = slotOf(hash, other, role, slots);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const n = (slots[slot] as number) - 1;
      const row = n * ROW;
      if (
        rows[row] === hash &&
        rows[row + OTHER] === other &&
        rows[row + ROLE] === role &&
        isSurface(n, all, w)
      ) {
        return rows[row + WORD] as number;
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
