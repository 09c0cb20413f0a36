/** What a text lends to generated aliases, so that they meet it now and then as real ones do. */

/** Two or three capitalised words within a sentence: most likely a name. */
const NAME = /(?<=\p{Ll} )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}(?!\p{L})/gu;
const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]+/gu;

/**
 * The commonest words of a text; with these a name seldom begins, and none is a name by itself. The
 * thousand make up two thirds of the words of a news text.
 */
const COMMON = 1000;

export interface TextWords {
  /** Every Latin word of the text in small letters, as often as it occurs. */
  readonly tokens: readonly string[];
  /** Names of several words, as written, as often as they occur. */
  readonly names: readonly string[];
  isCommon(word: string): boolean;
  /** Whether a word may be a form of a common one (*newe* of *new*, *päs* of *pas*), in some language. */
  mayBeCommon(word: string): boolean;
}

/** @param blocks runs of text */
export function textWords(blocks: readonly string[]): TextWords {
  const tokens: string[] = [];
  const names: string[] = [];
  const counts = new Map<string, number>();
  for (const block of blocks) {
    for (const [name] of block.matchAll(NAME)) names.push(name);
    for (const [word] of block.matchAll(WORD)) {
      const token = word.toLowerCase();
      tokens.push(token);
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const common = new Set(ranked.slice(0, COMMON).map(([word]) => word));
  return {
    tokens,
    names,
    isCommon: (word) => common.has(word),
    mayBeCommon(word) {
      const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
      const stems = [plain, plain.slice(0, -1), plain.slice(0, -2)];
      return stems.some((stem) => common.has(stem)) || common.has(`${plain}s`);
    },
  };
}
