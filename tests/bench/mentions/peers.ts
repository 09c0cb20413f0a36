/**
 * The packages that others would take, each in the forms in which it can do our job: find aliases in
 * a text without regard to case, as whole words. None folds case by itself but flashtext.js, so the
 * text is lower-cased within the time measured, as ours folds within it too.
 */
import { AhoCorasick as MonyoneMaps } from '@monyone/aho-corasick';
import { AhoCorasick as MonyoneDoubleArray } from '@monyone/aho-corasick/fast';
import { AhoCorasick as MonyoneGreedy } from '@monyone/aho-corasick/greedy';
import AhoCorasick from 'ahocorasick';
import KeywordProcessor from 'flashtext.js';
import { TrieMap } from 'mnemonist';
import { standsAlone, WORD_UNITS } from './word-units';

/** @returns how often aliases stand in a text */
export type Scan = (text: string) => number;

export interface PeerForm {
  readonly peer: string;
  readonly form: string;
  /** What does the work is not the peer's documented interface but code written here around it. */
  readonly rewritten?: boolean;
  /** @param aliases in lower case, each once */
  build(aliases: readonly string[]): Scan;
}

interface KeywordMatch {
  readonly begin: number;
  readonly end: number;
}

/** An Aho-Corasick automaton knows no words: what stands inside one is left out behind it. */
const wholeWords =
  (automaton: { matchInText(text: string): readonly KeywordMatch[] }): Scan =>
  (text) => {
    const lower = text.toLowerCase();
    let found = 0;
    for (const { begin, end } of automaton.matchInText(lower)) {
      if (standsAlone(lower, begin, end)) found++;
    }
    return found;
  };

function ahocorasick(aliases: readonly string[]): Scan {
  const automaton = new AhoCorasick(aliases);
  return (text) => {
    const lower = text.toLowerCase();
    let found = 0;
    for (const [last, keywords] of automaton.search(lower)) {
      for (const { length } of keywords) {
        if (standsAlone(lower, last + 1 - length, last + 1)) found++;
      }
    }
    return found;
  };
}

function flashtext(aliases: readonly string[]): Scan {
  const processor = new KeywordProcessor();
  const inWords = new Set('0123456789');
  for (let unit = 0; unit < WORD_UNITS.length; unit++) {
    if (WORD_UNITS[unit] === 1) inWords.add(String.fromCharCode(unit));
  }
  processor.setNonWordBoundaries(inWords);
  for (const alias of aliases) processor.addKeyword(alias);
  return (text) => processor.extractKeywords(text).length;
}

/** Where the words of a text begin and end. */
function wordBounds(text: string): { readonly starts: number[]; readonly ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const inWord = WORD_UNITS[text.charCodeAt(i)] as number;
    if (inWord > before) starts.push(i);
    else if (inWord < before) ends.push(i);
    before = inWord;
  }
  if (before === 1) ends.push(text.length);
  return { starts, ends };
}

function trieOfWords(aliases: readonly string[]): TrieMap<string[], true> {
  const trie = new TrieMap<string[], true>(Array as unknown as new () => string[]);
  for (const alias of aliases) trie.set(alias.split(' '), true);
  return trie;
}

/** Asks for the longest run of words at each word, then for shorter ones, as TrieMap's interface allows. */
function mnemonist(aliases: readonly string[]): Scan {
  const trie = trieOfWords(aliases);
  const longest = aliases.reduce((most, alias) => Math.max(most, alias.split(' ').length), 0);
  return (text) => {
    const lower = text.toLowerCase();
    const { starts, ends } = wordBounds(lower);
    const words = starts.map((start, i) => lower.slice(start, ends[i]));
    let found = 0;
    for (let first = 0; first < words.length; first++) {
      let end = first + 1;
      // An alias has one space between its words.
      while (end < words.length && end < first + longest) {
        const gap = ends[end - 1] as number;
        if (starts[end] !== gap + 1 || lower.charCodeAt(gap) !== 0x20) break;
        end++;
      }
      while (end > first && !trie.has(words.slice(first, end))) end--;
      if (end === first) continue;
      found++;
      first = end - 1;
    }
    return found;
  };
}

/** A node of a TrieMap: one child a token, and under the sentinel what ends there. */
interface TrieNode {
  readonly [token: string]: TrieNode | undefined;
}
const SENTINEL = '\0';

/** The same trie, walked node by node behind its interface: no list of words is made. */
function mnemonistWalked(aliases: readonly string[]): Scan {
  const root = (trieOfWords(aliases) as unknown as { toJSON(): TrieNode }).toJSON();
  const wordEnd = (text: string, at: number) => {
    let end = at;
    while (end < text.length && WORD_UNITS[text.charCodeAt(end)] === 1) end++;
    return end;
  };
  return (text) => {
    const lower = text.toLowerCase();
    let found = 0;
    for (let at = 0; at < lower.length; ) {
      const firstEnd = wordEnd(lower, at);
      if (firstEnd === at) {
        at++;
        continue;
      }
      let end = firstEnd;
      let longest = 0;
      for (let node = root[lower.slice(at, end)]; node !== undefined; ) {
        if (node[SENTINEL] !== undefined) longest = end;
        if (lower.charCodeAt(end) !== 0x20) break;
        const start = end + 1;
        end = wordEnd(lower, start);
        node = node[lower.slice(start, end)];
      }
      if (longest > 0) found++;
      at = Math.max(firstEnd, longest);
    }
    return found;
  };
}

/**
 * Descending, so that an alias comes before those that it begins with: the longest first where it
 * matters. (`\b` would be twice as fast, but knows no letters besides ASCII.)
 */
function alternation(aliases: readonly string[]): Scan {
  const word = '[\\p{L}\\p{M}\\p{N}]';
  const any = [...aliases].sort().reverse().join('|');
  const pattern = new RegExp(`(?<!${word})(?:${any})(?!${word})`, 'gu');
  // Compiled when first used.
  pattern.test('');
  return (text) => {
    const lower = text.toLowerCase();
    let found = 0;
    while (pattern.exec(lower) !== null) found++;
    return found;
  };
}

export const PEER_FORMS: readonly PeerForm[] = [
  {
    peer: '@monyone/aho-corasick',
    form: 'AhoCorasick',
    build: (aliases) => wholeWords(new MonyoneMaps([...aliases])),
  },
  {
    peer: '@monyone/aho-corasick',
    form: 'fast: double array',
    build: (aliases) => wholeWords(new MonyoneDoubleArray([...aliases])),
  },
  {
    peer: '@monyone/aho-corasick',
    form: 'greedy: leftmost longest',
    build: (aliases) => wholeWords(new MonyoneGreedy([...aliases])),
  },
  { peer: 'mnemonist', form: 'TrieMap of words', build: mnemonist },
  { peer: 'mnemonist', form: 'TrieMap of words, walked', rewritten: true, build: mnemonistWalked },
  { peer: 'flashtext.js', form: 'KeywordProcessor', build: flashtext },
  { peer: 'ahocorasick', form: 'AhoCorasick', build: ahocorasick },
  { peer: 'RegExp', form: 'alternation', build: alternation },
];
